// An article's text as paragraphs of sentences: worked out once, when the corpus is parsed.
import type { Block } from '../message/message.ts'
import { textOf } from '../message/text.ts'

export interface Paragraph {
  text: string
  /** Where each sentence begins, in UTF-16 units of the text; the first is 0. */
  sentences: number[]
}

/** Every paragraph in order, those of lists and quotations too; headings only head them. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'paragraph': {
        const text = textOf(block.children)
        return [{ text, sentences: sentenceStarts(text) }]
      }
      case 'blockquote':
        return paragraphsOf(block.children)
      case 'list':
        return block.children.flatMap(item => paragraphsOf(item.children))
      case 'heading':
      case 'attribution':
      case 'thematicBreak':
        return []
      default:
        return block satisfies never
    }
  })
}

/** The text of sentences `from` up to, but not including, `to`. */
export function sentencesOf({ text, sentences }: Paragraph, from: number, to: number): string {
  return text.slice(sentences[from], sentences[to]).trimEnd()
}

/** The engine's own boundaries, mended after initials and common abbreviations. */
export function sentenceStarts(text: string): number[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const starts: number[] = []
  for (const { index } of segmenter.segment(text))
    if (!abbreviated.test(text.slice(starts.at(-1) ?? 0, index))) starts.push(index)
  return starts
}

const abbreviated =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Assoc|Gen|St|No|vs|e\.g|i\.e|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s*$/u
