// Cuts an article's text into paragraphs and sentences, once, when the corpus is parsed.

import type { Language } from '../languages/language.ts'
import { partOf } from '../languages/packs.ts'
import type { Block } from '../message/message.ts'
import { listOfTable } from '../message/table.ts'
import { textOf } from '../message/text.ts'
import { textEvidence } from '../text/abbreviations.ts'
import { sentenceStarts } from '../text/sentences.ts'

export interface Paragraph {
  text: string
  /** The start of each sentence, in UTF-16 units of the text; the first is 0. */
  sentences: number[]
}

/** Every paragraph in order, including those in lists, quotations and tables, but without headings. */
export function paragraphsOf(blocks: readonly Block[], language: Language): Paragraph[] {
  const texts = textsOf(blocks)
  // The whole article shows which of its words are abbreviations.
  const evidence = textEvidence(texts.join('\n'))
  const rules = partOf(language, 'sentences')
  return texts.map(text => ({ text, sentences: sentenceStarts(text, rules, evidence) }))
}

/** How many of an article's paragraphs are in the block. */
export const countParagraphs = (block: Block): number => textsOf([block]).length

/** The headings of an article, each by the number of the paragraph after it, or of the last one if none follows. */
export function headingsOf(blocks: readonly Block[]): ReadonlyMap<number, string> {
  if (!blocks.some(hasHeading)) return NO_HEADINGS
  const headings = new Map<number, string>()
  const add = (paragraph: number, heading: string) => {
    const before = headings.get(paragraph)
    headings.set(paragraph, before === undefined ? heading : `${before} · ${heading}`)
  }
  let paragraph = 0
  for (const block of headingsAndTexts(blocks))
    if (typeof block === 'number') paragraph += block
    else add(paragraph, block.heading)
  const after = headings.get(paragraph)
  if (after !== undefined && paragraph > 0) {
    headings.delete(paragraph)
    add(paragraph - 1, after)
  }
  return headings
}

const NO_HEADINGS: ReadonlyMap<number, string> = new Map()

/** Most articles have none, and counting paragraphs takes time. */
function hasHeading(block: Block): boolean {
  if (block.type === 'heading') return true
  if (block.type === 'blockquote') return block.children.some(hasHeading)
  return block.type === 'list' && block.children.some(item => item.children.some(hasHeading))
}

/** Headings in order, and numbers of paragraphs between them. */
function headingsAndTexts(blocks: readonly Block[]): ({ heading: string } | number)[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'heading':
        return [{ heading: textOf(block.children) }]
      case 'blockquote':
        return headingsAndTexts(block.children)
      case 'list':
        return block.children.flatMap(item => headingsAndTexts(item.children))
      case 'paragraph':
      case 'table':
      case 'attribution':
      case 'thematicBreak':
        return [countParagraphs(block)]
      default:
        return block satisfies never
    }
  })
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'paragraph':
        return [textOf(block.children)]
      case 'blockquote':
        return textsOf(block.children)
      case 'list':
        return block.children.flatMap(item => textsOf(item.children))
      case 'table':
        return textsOf([listOfTable(block)])
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
