// Answers /start: says what this is, and offers the first buttons to press. Greetings and thanks get a line of their own.

import { translated } from '../corpus/translated.ts'
import { heading, paragraph, run } from '../message/build.ts'
import type { Choice, Message } from '../message/message.ts'
import { type Context, command, oneOf } from './command.ts'
import { askQuestion } from './search/ask.ts'
import { phraseFor } from './shared/usage.ts'

/**
 * Words that ask nothing of the archive. `unclear`: they refer to an answer that there is not. `no-more`: they ask for more
 * of it than there is. `unchanged`: they leave a question of the bot unanswered.
 */
const friendlyKinds = [
  'hello',
  'thanks',
  'purpose',
  'sorrow',
  'loss',
  'unclear',
  'no-more',
  'unchanged',
] as const
export type FriendlyKind = (typeof friendlyKinds)[number]

export const start = command({
  name: 'start',
  isGreeting: true,
  options: { said: oneOf(friendlyKinds, { isHidden: true }) },
  run: ({ said }, context) => {
    if (said !== undefined) return friendlyReply(said, context)
    const { corpus, language, say, caller } = context
    const words = say.commands.start
    const name = translated(corpus.about.name, language)
    return {
      body: [
        heading(1, 'Daybook'),
        paragraph(words.hello(name)),
        paragraph(phraseFor(caller.kind, words.ways)),
      ],
      choices: [
        [run(words.onthisday, 'onthisday'), run(words.summary, 'summary')],
        [run(words.upcoming, 'upcoming'), run(words.help, 'help')],
      ],
    }
  },
})

/** One line, and the three ways in: a question, the day, a subscription. */
function friendlyReply(kind: FriendlyKind, context: Context): Message {
  const { corpus, language, say } = context
  const words = say.commands.start
  const line = kind === 'purpose' ? words.hello(translated(corpus.about.name, language)) : words.replies[kind]
  // Nobody who has just ended something, or speaks of their own dead, looks for a way in.
  if (kind === 'unchanged' || kind === 'no-more' || kind === 'loss') return { body: [paragraph(line)] }
  const example = askQuestion.example?.(context)
  const question: Choice[] = example?.question ? [run(example.question, askQuestion.name, example)] : []
  return {
    body: [paragraph(line), paragraph(words.threeWays)],
    choices: [question, [run(words.onthisday, 'onthisday'), run(words.subscribe, 'subscribe')]].filter(
      row => row.length > 0,
    ),
  }
}
