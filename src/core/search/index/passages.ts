// Cuts an article's text into passages of a few sentences, the size of an answer in chat.
import type { Article } from '../../corpus/model.ts'
import { type Paragraph, sentencesOf } from '../../corpus/paragraphs.ts'

export interface Passage {
  text: string
  /** Which paragraph of the article it stands in, and from which UTF-16 unit of that paragraph's text. */
  paragraph: number
  offset: number
}

/** The article's passages in order: two or three sentences of one paragraph each. */
export const passagesOf = ({ paragraphs }: Article): Passage[] =>
  paragraphs.flatMap((each, number) =>
    Array.from({ length: countIn(each) }, (_, at) => cut(each, number, at)),
  )

/** One of them by its place, or undefined. */
export function passageAt({ paragraphs }: Article, place: number): Passage | undefined {
  let before = 0
  for (const [number, each] of paragraphs.entries()) {
    const count = countIn(each)
    if (place < before + count) return cut(each, number, place - before)
    before += count
  }
  return undefined
}

/** A last sentence alone would be an orphan: it goes with the two before it. */
const countIn = ({ sentences: { length } }: Paragraph) => (length > 1 ? length >> 1 : length)

function cut(paragraph: Paragraph, number: number, at: number): Passage {
  const isLast = at === countIn(paragraph) - 1
  const text = sentencesOf(paragraph, 2 * at, isLast ? paragraph.sentences.length : 2 * at + 2)
  return { text, paragraph: number, offset: paragraph.sentences[2 * at] ?? 0 }
}
