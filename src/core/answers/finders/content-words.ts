// Picks the words of a question that say what is sought.

import type { QueryWord } from '../../search/query/query.ts'
import { isStopWord } from '../../search/query/stop-words.ts'
import type { Asked } from '../finding.ts'

/** Without those that only ask, carry little, stand everywhere or are said by the way. */
export const contentWords = ({ query, question }: Asked): QueryWord[] =>
  query.words.filter(
    ({ word, isAsking }, at) =>
      !isAsking &&
      !question.lightWords.includes(at) &&
      !question.wordsAside.includes(at) &&
      !isStopWord(word),
  )

/** All words of the question that do not only ask: a name may have words that carry little anywhere else. */
export const wordsNotAsking = ({ query, question }: Asked): QueryWord[] =>
  query.words.filter(({ isAsking }, at) => !isAsking && !question.wordsAside.includes(at))

/** The stretch of the query's text from the first of the words to the last. */
export function stretchOf(words: readonly QueryWord[], { query }: Asked): string {
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? query.text.slice(first.start, last.end) : ''
}
