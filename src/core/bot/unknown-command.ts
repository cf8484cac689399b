// Answers an unknown command with the commands that it may be a misspelling of.

import type { Command } from '../commands/command.ts'
import type { Phrases } from '../languages/phrases.ts'
import { paragraph, run } from '../message/build.ts'
import type { Invocation, Message } from '../message/message.ts'
import { nearest } from '../text/nearest.ts'
import { readLine } from './line.ts'

/** Words typed after the misspelt command are passed on to the chosen one. */
export function unknownCommand(
  { command, args: { words } }: Invocation,
  commands: readonly Command[],
  say: Phrases,
): Message {
  const typed = command.slice(0, 40)
  const names = commands.map(({ name }) => ({ value: name, keys: [name] }))
  const near = nearest(names, 0.5)(typed, 3).map(({ value }) => value)
  const offers = near.length > 0 ? near : ['help']
  return {
    body: [paragraph(say.unknownCommand(typed)), ...(near.length > 0 ? [paragraph(say.didYouMean)] : [])],
    choices: offers.map(name => [
      run(
        `/${name} ${words ?? ''}`.trim().slice(0, 60),
        name,
        words === undefined ? {} : readLine(`/${name} ${words}`, commands).args,
      ),
    ]),
  }
}
