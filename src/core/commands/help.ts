// /help: every command with what it does, from the list itself.
import { bullets, heading, paragraph, strong } from '../message/build.ts'
import { type Command, command } from './command.ts'

/** The command list is handed in, because the list holds this command too. */
export const help = (commands: () => readonly Command[]) =>
  command({
    name: 'help',
    options: {},
    run: (_, { say }) => ({
      body: [
        heading(1, say.commands.help.title),
        bullets(
          commands().map(({ name, options }) => {
            const shown = Object.entries(options).filter(([, option]) => !option.isHidden)
            const usage = shown.map(([option]) => ` [${option}]`)
            return [strong(`/${name}`), `${usage.join('')}: ${describe(name, say)}`]
          }),
        ),
        paragraph(say.commands.help.search),
      ],
    }),
  })

function describe(name: string, say: { commands: Record<string, { does: string }> }): string {
  return say.commands[name]?.does ?? ''
}
