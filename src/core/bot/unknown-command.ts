// Answers an unknown command with the commands that it may be a misspelling of.

import type { Command } from '../commands/command.ts'
import type { Phrases } from '../languages/phrases.ts'
import { paragraph, run } from '../message/build.ts'
import type { Invocation, Message } from '../message/message.ts'
import { fold } from '../text/fold.ts'
import { nearWords } from '../text/near-words.ts'
import { readLine } from './line.ts'

/** Words typed after the misspelt command are passed on to the chosen one. */
export function unknownCommand(
  { command, args: { words } }: Invocation,
  commands: readonly Command[],
  say: Phrases,
): Message {
  const typed = command.slice(0, 40)
  const near = commandsLike(
    typed,
    commands.map(({ name }) => name),
  )
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

const MAX_COMMANDS = 3
const MIN_BEGUN_UNITS = 2

/** The commands that begin as typed, or are hardly another word. */
function commandsLike(typed: string, names: readonly string[]): string[] {
  const folded = fold(typed)
  const begun = names.filter(name => folded.length >= MIN_BEGUN_UNITS && name.startsWith(folded))
  const near = nearWords(folded, names).map(({ word }) => word)
  return [...new Set([...begun, ...near])].slice(0, MAX_COMMANDS)
}
