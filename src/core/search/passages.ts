// Cuts an article's text into passages of a few sentences, the size of an answer in chat.
import type { Article } from '../corpus/corpus.ts'
import { sentencesOf } from '../corpus/paragraphs.ts'

export interface Passage {
  text: string
  /** Which paragraph of the article it stands in, and from which UTF-16 unit of that paragraph's text. */
  paragraph: number
  offset: number
}

/** The article's passages in order: two or three sentences of one paragraph each. */
export function passagesOf(article: Article): Passage[] {
  return article.paragraphs.flatMap((paragraph, number) => {
    const passages: Passage[] = []
    const count = paragraph.sentences.length
    for (let first = 0; first < count; ) {
      // A last sentence alone would be an orphan: it goes with the two before it.
      const next = count - first === 3 ? count : first + 2
      const offset = paragraph.sentences[first] ?? 0
      passages.push({ text: sentencesOf(paragraph, first, next), paragraph: number, offset })
      first = next
    }
    return passages
  })
}
