// Tells which kinds of questions a title promises to answer: "Reasons given for …", "Number of …".

import type { QuestionKind } from '../../languages/question-words.ts'
import { memoByText } from '../../text/memo.ts'
import { tokens } from '../../text/words.ts'
import { askingWordsFor } from './asking-words.ts'
import { longestPhraseAt } from './phrase-patterns.ts'
import { textOfCharacters, textOfWords } from './question-texts.ts'

export const kindsPromised = memoByText((title: string): ReadonlySet<QuestionKind> => {
  const words = tokens(title).map(word => ({ ...word, isQuoted: false }))
  const kinds = new Set<QuestionKind>()
  for (const { isUnspaced, topics } of askingWordsFor(title)) {
    const text = isUnspaced ? textOfCharacters(words) : textOfWords(words)
    for (let at = text.from; at < text.to; at++) {
      const topic = longestPhraseAt(topics, text, { at })
      if (topic) kinds.add(topic.kind)
    }
  }
  return kinds
}, 200)
