// Cuts a message into parts that fit a platform: the core knows where to cut, the adapter what fits.

import { graphemeCuts, sentenceCuts, wordCuts } from '../text/cuts.ts'
import type { Block, Inline, ListItem, Message } from './message.ts'
import { cutInline, textOf } from './text.ts'

/**
 * The message as parts that each satisfy `fits`, in order. Nothing is lost: the joined texts of the parts are the text
 * of the message. A heading never ends a part. A block too large for a part is cut by item, then by sentence, then by
 * word, never inside a grapheme cluster. The image goes with the first part, file and choices with the last.
 *
 * If `fits` accepts a part, it must accept every smaller part of it. Throws a RangeError if not even one grapheme fits.
 */
export function split(message: Message, fits: (part: Message) => boolean): Message[] {
  const parts: Message[] = []
  const queue: Block[] = withoutLastHeading(message.body)
  let current: Block[] = []

  const part = (body: Block[], last: boolean): Message => ({
    body,
    ...(message.image && parts.length === 0 && { image: message.image }),
    ...(message.file && last && { file: message.file }),
    ...(message.choices && last && { choices: message.choices }),
  })
  const takes = (block: Block, last: boolean) => fits(part([...current, block], last))
  const close = () => {
    parts.push(part(current, queue.length === 0))
    current = []
  }

  while (queue.length > 0) {
    const block = queue.shift() as Block
    if (takes(block, queue.length === 0)) {
      current.push(block)
      continue
    }
    const headings = lastHeadings(current)
    if (headings.length < current.length) {
      current = current.slice(0, current.length - headings.length)
      queue.unshift(...headings, block)
      close()
      continue
    }
    const halves = halve(block, head => takes(head, false))
    if (halves) {
      current.push(halves[0])
      queue.unshift(halves[1])
      close()
    } else if (headings.length > 0) {
      // Headings that leave no room below them become bold text.
      queue.unshift(...headings.map(asParagraph), block)
      current = []
    } else if (block.type === 'heading') queue.unshift(asParagraph(block))
    else throw new RangeError(`no part can hold even the start of a ${block.type}`)
  }
  if (current.length > 0 || parts.length === 0) close()
  return parts
}

/** The longest part of the block that still fits, and the rest; undefined if nothing of it fits. */
function halve(block: Block, fits: (head: Block) => boolean): [Block, Block] | undefined {
  switch (block.type) {
    case 'heading':
      return undefined
    case 'thematicBreak':
      return undefined
    case 'paragraph':
    case 'attribution': {
      const at = bestCut(block.children, children => fits({ ...block, children }))
      if (at === undefined) return undefined
      const [before, after] = cutInline(block.children, at)
      return [
        { ...block, children: before },
        { ...block, children: after },
      ]
    }
    case 'blockquote': {
      const halves = halveBlocks(block.children, children => fits({ ...block, children }))
      return (
        halves && [
          { ...block, children: halves[0] },
          { ...block, children: halves[1] },
        ]
      )
    }
    case 'list':
      return halveList(block, fits)
    default:
      return block satisfies never
  }
}

function halveList(
  list: Extract<Block, { type: 'list' }>,
  fits: (head: Block) => boolean,
): [Block, Block] | undefined {
  const items = list.children
  const whole = largestCount(items.length - 1, count => fits({ ...list, children: items.slice(0, count) }))
  if (whole > 0)
    return [
      { ...list, children: items.slice(0, whole) },
      { ...list, children: items.slice(whole), start: list.start + whole },
    ]
  const [first, ...others] = items
  if (!first) return undefined
  const asItem = (children: Block[]): ListItem => ({ ...first, children })
  const halves = halveBlocks(first.children, children => fits({ ...list, children: [asItem(children)] }))
  // The rest of a cut item keeps the number, because it is the same item.
  return (
    halves && [
      { ...list, children: [asItem(halves[0])] },
      { ...list, children: [asItem(halves[1]), ...others] },
    ]
  )
}

function halveBlocks(blocks: Block[], fits: (head: Block[]) => boolean): [Block[], Block[]] | undefined {
  let whole = largestCount(blocks.length - 1, count => fits(blocks.slice(0, count)))
  while (whole > 0 && blocks[whole - 1]?.type === 'heading') whole--
  if (whole > 0) return [blocks.slice(0, whole), blocks.slice(whole)]
  const [first, ...others] = blocks
  if (!first) return undefined
  if (first.type === 'heading') return halveBlocks([asParagraph(first), ...others], fits)
  const halves = halve(first, head => fits([head]))
  return halves && [[halves[0]], [halves[1], ...others]]
}

/** Where to cut: after the last sentence that fits, else after the last word, else after the last grapheme. */
function bestCut(children: Inline[], fits: (head: Inline[]) => boolean): number | undefined {
  const text = textOf(children)
  for (const cuts of [sentenceCuts, wordCuts, graphemeCuts]) {
    const places = cuts(text).filter(at => at > 0 && at < text.length)
    const count = largestCount(places.length, n => fits(cutInline(children, places[n - 1] as number)[0]))
    if (count > 0) return places[count - 1]
  }
  return undefined
}

/** The largest count in 1..max that `holds`, given that every smaller one does too; 0 if none does. */
function largestCount(max: number, holds: (count: number) => boolean): number {
  let low = 0
  let high = max
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

function lastHeadings(blocks: readonly Block[]): Block[] {
  const body = blocks.findLastIndex(block => block.type !== 'heading')
  return blocks.slice(body + 1)
}

function withoutLastHeading(blocks: readonly Block[]): Block[] {
  const body = blocks.findLastIndex(block => block.type !== 'heading')
  return blocks.map((block, index) => (index > body ? asParagraph(block) : block))
}

function asParagraph(block: Block): Block {
  return block.type === 'heading'
    ? { type: 'paragraph', children: [{ type: 'strong', children: block.children }] }
    : block
}
