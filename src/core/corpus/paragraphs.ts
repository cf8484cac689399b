// Cuts an article's text into paragraphs and sentences, once, when the corpus is parsed.

import type { Language } from '../languages/language.ts'
import { partOf } from '../languages/packs.ts'
import type { Block } from '../message/message.ts'
import { textOf } from '../message/text.ts'
import { sentenceStarts } from '../text/sentences.ts'

export interface Paragraph {
  text: string
  /** The start of each sentence, in UTF-16 units of the text; the first is 0. */
  sentences: number[]
}

/** Every paragraph in order, including those in lists and quotations, but without headings. */
export function paragraphsOf(blocks: readonly Block[], language: Language): Paragraph[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'paragraph': {
        const text = textOf(block.children)
        return [{ text, sentences: sentenceStarts(text, partOf(language, 'sentences')) }]
      }
      case 'blockquote':
        return paragraphsOf(block.children, language)
      case 'list':
        return block.children.flatMap(item => paragraphsOf(item.children, language))
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
