// Answers /start: says what this is, and offers the first buttons to press.

import { translated } from '../corpus/translated.ts'
import { heading, paragraph, run } from '../message/build.ts'
import { command } from './command.ts'
import { phraseFor } from './shared/usage.ts'

export const start = command({
  name: 'start',
  isGreeting: true,
  options: {},
  run: (_, { corpus, language, say, caller }) => {
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
