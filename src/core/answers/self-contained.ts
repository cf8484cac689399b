// Completes a sentence that says "he": an answer stands alone, so it names whom it is about, as passages do.

import type { Article } from '../corpus/model.ts'
import { sentencesOf } from '../corpus/paragraphs.ts'
import { resolvePassage } from '../search/coreference/passage.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import type { AnswerStatement } from './statement.ts'

/** The same for anything but a sentence, and for a sentence that needs nothing. */
export function selfContained(answer: AnswerStatement, index: SearchIndex): AnswerStatement {
  const { statement, focus } = answer
  if (statement.kind !== 'sentence') return answer
  const { article, number } = statement
  const stretch = sentenceAt(article, number)
  if (!stretch || stretch.text !== answer.text) return answer
  const { text, added } = resolvePassage(index, article, stretch)
  // Sentences that it needs stand in front of it.
  const before = text.length - answer.text.length
  const words = added?.words ?? ''
  const at = added?.at ?? 0
  const moved = (place: number, isEnd: boolean) =>
    place + before + (place + before > at || (place + before === at && !isEnd) ? words.length : 0)
  return {
    ...answer,
    text: text.slice(0, at) + words + text.slice(at),
    focus: focus.map(([start, end]) => [moved(start, false), moved(end, true)]),
    ...(added && { hasInsertedName: true }),
  }
}

/** A sentence by its number in the article, from 1. */
function sentenceAt({ paragraphs }: Article, number: number) {
  let before = 0
  for (const [paragraph, each] of paragraphs.entries()) {
    const at = number - 1 - before
    if (at < each.sentences.length)
      return { text: sentencesOf(each, at, at + 1), paragraph, offset: each.sentences[at] ?? 0 }
    before += each.sentences.length
  }
  return undefined
}
