// Cuts an article's text into passages of two or three sentences, the size of an answer in chat.

import type { Article } from '../../corpus/model.ts'
import { headingsOf, type Paragraph, sentencesOf } from '../../corpus/paragraphs.ts'

export interface Passage {
  text: string
  /** The index of its paragraph in the article, and its start in that paragraph's text, in UTF-16 units. */
  paragraph: number
  offset: number
  /** The heading right before it: people read it there, so it is searched there. */
  heading?: string
}

/** The article's passages in order, each from one paragraph. */
export function passagesOf({ body, paragraphs }: Article): Passage[] {
  const headings = headingsOf(body)
  return paragraphs.flatMap((each, number) =>
    Array.from({ length: passageCount(each) }, (_, at) => withHeading(cut(each, number, at), at, headings)),
  )
}

/** The passage with this number among the article's passages, or undefined. */
export function passageAt({ body, paragraphs }: Article, wanted: number): Passage | undefined {
  let before = 0
  for (const [number, each] of paragraphs.entries()) {
    const count = passageCount(each)
    const at = wanted - before
    if (at < count) return withHeading(cut(each, number, at), at, headingsOf(body))
    before += count
  }
  return undefined
}

/** Only the first passage of a paragraph is right after a heading. */
function withHeading(passage: Passage, at: number, headings: ReadonlyMap<number, string>): Passage {
  const heading = at === 0 ? headings.get(passage.paragraph) : undefined
  return heading === undefined ? passage : { ...passage, heading }
}

/** Two sentences make a passage. A last one alone would lack context, so it joins the two before it. */
const passageCount = ({ sentences: { length } }: Paragraph) => (length > 1 ? length >> 1 : length)

function cut(paragraph: Paragraph, number: number, at: number): Passage {
  const { sentences, text } = paragraph
  let from = 2 * at
  let to = at === passageCount(paragraph) - 1 ? sentences.length : from + 2
  // A sentence that is printed twice is read once. What is left is still a stretch of the paragraph.
  const beginsAlike = (one: number, other: number) =>
    text.charCodeAt(sentences[one] ?? 0) === text.charCodeAt(sentences[other] ?? 0)
  const textOf = (sentence: number) => sentencesOf(paragraph, sentence, sentence + 1)
  const isRepeated = (sentence: number) => {
    for (let other = from; other < to; other++)
      if (other !== sentence && beginsAlike(sentence, other) && textOf(other) === textOf(sentence))
        return true
    return false
  }
  while (isRepeated(from)) from++
  while (isRepeated(to - 1)) to--
  return { text: sentencesOf(paragraph, from, to), paragraph: number, offset: sentences[from] ?? 0 }
}
