// Cuts an article's text into passages of a few sentences, the size of an answer in chat.
import type { Article } from '../corpus/corpus.ts'
import { textOf } from '../message/text.ts'
import type { Block } from '../message/message.ts'

export interface Passage {
  text: string
  /** Which leaf block of the article it stands in, and from which UTF-16 unit of that block's text. */
  block: number
  offset: number
}

/** The article's passages in order: two or three sentences of one paragraph each. */
export function passagesOf(article: Article): Passage[] {
  return leaves(article.body).flatMap((text, block) => {
    const sentences = sentencesOf(text)
    const passages: Passage[] = []
    for (let first = 0; first < sentences.length; ) {
      // A last sentence alone would be an orphan: it goes with the two before it.
      const count = sentences.length - first === 3 ? 3 : 2
      const taken = sentences.slice(first, first + count)
      const offset = taken[0]?.offset ?? 0
      passages.push({ text: taken.map(each => each.text).join('').trimEnd(), block, offset })
      first += count
    }
    return passages
  })
}

/** The text of every paragraph in order, those of lists and quotations too; headings only head them. */
export function leaves(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'paragraph':
        return [textOf(block.children)]
      case 'blockquote':
        return leaves(block.children)
      case 'list':
        return block.children.flatMap(item => leaves(item.children))
      case 'heading':
      case 'attribution':
      case 'thematicBreak':
        return []
      default:
        return block satisfies never
    }
  })
}

/** Sentences with their offsets; the engine's own boundaries, mended after initials and common abbreviations. */
export function sentencesOf(text: string): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = []
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' })
  for (const { segment, index } of segmenter.segment(text)) {
    const last = found.at(-1)
    if (last && abbreviated.test(last.text)) last.text += segment
    else found.push({ text: segment, offset: index })
  }
  return found
}

let segmenter: Intl.Segmenter | undefined
const abbreviated = /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Assoc|Gen|St|No|vs|e\.g|i\.e|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s*$/u
