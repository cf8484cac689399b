// /help: every command as somebody may type it, with what it does, from the list itself.
import { bullets, heading, paragraph, strong } from '../message/build.ts'
import { type Command, command } from './command.ts'

/** The command list is handed in, because the list holds this command too. */
export const help = (commands: () => readonly Command[]) =>
  command({
    name: 'help',
    options: {},
    run: (_, context) => {
      const { say } = context
      const phrases = say.commands.help
      return {
        body: [
          heading(1, phrases.title),
          bullets(
            commands().map(({ name, example }) => {
              const typed = example?.(context)
              return [strong(typed ? `/${name} ${typed}` : `/${name}`), ` – ${describe(name, say)}`]
            }),
          ),
          paragraph(phrases.examples),
          paragraph(phrases.search),
        ],
      }
    },
  })

function describe(name: string, say: { commands: Record<string, { does: string }> }): string {
  return say.commands[name]?.does ?? ''
}
