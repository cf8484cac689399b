// Cuts an article into pages, and makes the sentences of one place bold wherever the pages were cut.

import type { Article } from '../../corpus/model.ts'
import type { ArticlePlace } from '../../corpus/place.ts'
import { strong } from '../../message/build.ts'
import type { Attribution, Block, Heading, Inline, Paragraph } from '../../message/message.ts'
import { split } from '../../message/split.ts'
import { listOfTable } from '../../message/table.ts'
import { lengthOf, sliceInline, textOf, textOfBlocks } from '../../message/text.ts'
import { memoByObject } from '../../text/memo.ts'

/** With title, source and notes, about one screen of a phone held upright. */
const MAX_PAGE_UNITS = 850

/** Cut once, however often its pages are turned. */
export const pagesOf = memoByObject(({ body }: Article): Block[][] =>
  split({ body }, part => textOfBlocks(part.body).length <= MAX_PAGE_UNITS).map(part => part.body),
)

/** A passage of a body: characters that are no spaces, because pages are cut at spaces. */
interface Passage {
  start: number
  end: number
}

/** The page of an article on which a place begins, counted from 1, and its blocks with the place in bold. */
export function pageWith(article: Article, place: ArticlePlace): number {
  const { start } = passageAt(article, place)
  const at = startsOf(pagesOf(article)).findLastIndex(each => each <= start)
  return Math.max(0, at) + 1
}

/** The blocks of a page, counted from 1, with what it has of the place in bold. */
export function markedPage(article: Article, page: number, place: ArticlePlace): Block[] {
  const pages = pagesOf(article)
  const before = startsOf(pages)[page - 1] ?? 0
  const { start, end } = passageAt(article, place)
  return withBold(pages[page - 1] ?? [], { start: start - before, end: end - before })
}

function startsOf(pages: readonly Block[][]): number[] {
  let before = 0
  return pages.map(blocks => {
    const start = before
    for (const leaf of leavesOf(blocks)) before += countCharacters(textOf(leaf.children))
    return start
  })
}

function passageAt({ body, paragraphs }: Article, { paragraph, from, to }: ArticlePlace): Passage {
  const { text = '', sentences = [] } = paragraphs[paragraph - 1] ?? {}
  let before = 0
  let number = 0
  for (const { type, children } of leavesOf(body)) {
    if (type === 'paragraph' && ++number === paragraph) break
    before += countCharacters(textOf(children))
  }
  // A version whose paragraph has fewer sentences shows all of it.
  const isWhole = to > sentences.length
  return {
    start: before + countCharacters(text.slice(0, isWhole ? 0 : sentences[from - 1])),
    end: before + countCharacters(text.slice(0, isWhole ? undefined : sentences[to])),
  }
}

type Leaf = Heading | Paragraph | Attribution

function leavesOf(blocks: readonly Block[]): Leaf[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'attribution':
        return [block]
      case 'blockquote':
        return leavesOf(block.children)
      case 'list':
        return block.children.flatMap(item => leavesOf(item.children))
      case 'table':
        return leavesOf([listOfTable(block)])
      case 'thematicBreak':
        return []
      default:
        return block satisfies never
    }
  })
}

/** The blocks with the characters of the passage in bold. A table keeps its form. */
function withBold(blocks: readonly Block[], { start, end }: Passage): Block[] {
  let before = 0
  const bold = (children: Inline[]): Inline[] => {
    const text = textOf(children)
    const [from, to] = [unitAt(text, start - before), unitAt(text, end - before)]
    before += countCharacters(text)
    if (from >= to) return children
    return [
      ...sliceInline(children, 0, from),
      strong(sliceInline(children, from, to)),
      ...sliceInline(children, to, lengthOf(children)),
    ]
  }
  const visit = (block: Block): Block => {
    switch (block.type) {
      case 'paragraph':
        return { ...block, children: bold(block.children) }
      case 'heading':
      case 'attribution':
        before += countCharacters(textOf(block.children))
        return block
      case 'blockquote':
        return { ...block, children: block.children.map(visit) }
      case 'list':
        return {
          ...block,
          children: block.children.map(item => ({ ...item, children: item.children.map(visit) })),
        }
      case 'table':
        for (const { children } of leavesOf([block])) before += countCharacters(textOf(children))
        return block
      case 'thematicBreak':
        return block
      default:
        return block satisfies never
    }
  }
  return blocks.map(visit)
}

const countCharacters = (text: string): number => text.replace(/\s+/g, '').length

/** The unit of the text after so many characters that are no spaces; spaces before the next belong to neither side. */
function unitAt(text: string, characters: number): number {
  if (characters <= 0) return 0
  let left = characters
  for (let at = 0; at < text.length; at++) if (!/\s/.test(text[at] ?? '') && --left === 0) return at + 1
  return text.length
}
