// Answers /help: every command as it is typed, with its purpose; or one command with its options.

import { bullets, heading, paragraph, strong } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { type Command, type Context, command, text } from './command.ts'
import { descriptionOf, optionList, phraseFor, typedCall } from './shared/usage.ts'

/** The list is passed in because it includes this command. */
export const help = (commands: () => readonly Command[]) =>
  command({
    name: 'help',
    options: {
      command: text({
        complete: typed =>
          commands()
            .filter(({ name }) => name.startsWith(nameIn(typed)))
            .map(({ name }) => ({ value: name, label: name })),
      }),
    },
    run: ({ command: typed }, context): Message => {
      const named = typed === undefined ? undefined : commands().find(({ name }) => name === nameIn(typed))
      if (named) return { body: oneCommand(named, context) }
      const unknown = typed === undefined ? [] : [paragraph(context.say.unknownCommand(quoted(typed)))]
      return { body: [...unknown, ...allCommands(commands(), context)] }
    },
  })

function allCommands(commands: readonly Command[], context: Context): Block[] {
  const phrases = context.say.commands.help
  return [
    heading(1, phrases.title),
    bullets(
      commands.map(each => [
        strong(exampleOf(each, context) ?? `/${each.name}`),
        ` – ${descriptionOf(each.name, context.say).does}`,
      ]),
    ),
    paragraph(phrases.examples),
    paragraph(phraseFor(context.caller.kind, phrases.search)),
  ]
}

function oneCommand(command: Command, context: Context): Block[] {
  const { say } = context
  const example = exampleOf(command, context)
  return [
    heading(2, `/${command.name}`),
    paragraph(descriptionOf(command.name, say).does),
    ...optionList(command, context),
    ...(example ? [paragraph(say.commands.help.example(example))] : []),
  ]
}

/** Reads a name typed as `search`, `/search` or `/search@bot`. */
const nameIn = (typed: string) => /^\/?([^@\s]*)/.exec(typed.toLowerCase())?.[1] ?? ''

const quoted = (typed: string) => typed.replace(/^\//, '').slice(0, 40)

function exampleOf({ name, example }: Command, context: Context): string | undefined {
  const args = example?.(context)
  return args && typedCall({ command: name, args }, context.caller)
}
