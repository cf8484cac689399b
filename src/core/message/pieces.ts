// Takes a message apart into pieces that can be put together again: blocks, items, sentences, words, graphemes.

import { graphemeCuts, sentenceCuts, wordCuts } from '../text/cuts.ts'
import { memoByObject } from '../text/memo.ts'
import type { Attribution, Block, Blockquote, Heading, Inline, List, ListItem, Paragraph } from './message.ts'
import { listOfTable } from './table.ts'
import { lengthOf, sliceInline, textOf } from './text.ts'

type Leaf = Heading | Paragraph | Attribution

/** Some blocks that stand together, or a stretch of the text of one. */
export type Piece = { inside: readonly Place[]; weight: number } & (
  | { type: 'blocks'; blocks: readonly Block[] }
  | { type: 'stretch'; leaf: Leaf; from: number; to: number }
)

/** Where a piece comes from: an item of a list, or a quotation. Two pieces of one place have the same `container`. */
interface Place {
  container: List | Blockquote
  /** The index of the item. */
  item: number
}

/** The blocks as pieces, one a block. */
export const piecesOf = (blocks: readonly Block[]): Piece[] => blocks.map(block => whole([block], []))

/** The piece in smaller ones, at least two of them or one that is less deep; undefined if nothing is smaller. */
export function takeApart(piece: Piece): Piece[] | undefined {
  const { inside } = piece
  if (piece.type === 'stretch') return cutStretch(piece)
  if (piece.blocks.length > 1) return piece.blocks.map(block => whole([block], inside))
  const [block] = piece.blocks
  switch (block?.type) {
    case undefined:
    case 'heading':
    case 'thematicBreak':
      return undefined
    case 'paragraph':
    case 'attribution':
      return cutStretch(stretchOf({ ...block }, inside, [0, lengthOf(block.children)]))
    case 'blockquote': {
      // A copy, so that the same block at two places is two containers.
      const container = { ...block }
      return block.children.length === 0
        ? undefined
        : block.children.map(child => whole([child], [...inside, { container, item: 0 }]))
    }
    case 'list': {
      const container = { ...block }
      return block.children.length === 0
        ? undefined
        : block.children.map(({ children }, item) => whole(children, [...inside, { container, item }]))
    }
    case 'table':
      // A part of a table would lack its header.
      return [whole([listOfTable(block)], inside)]
    default:
      return block satisfies never
  }
}

/** The beginning of the pieces: all of them if they weigh less than `limit`, else about as much as that. */
export function beginningOf(pieces: readonly Piece[], limit: number): Piece[] {
  const beginning: Piece[] = []
  let left = limit
  for (const piece of pieces) {
    if (left <= 0) break
    beginning.push(...(piece.weight <= left ? [piece] : beginningOfPiece(piece, left)))
    left -= piece.weight
  }
  return beginning
}

function beginningOfPiece(piece: Piece, limit: number): Piece[] {
  if (piece.type === 'stretch')
    return [stretchOf(piece.leaf, piece.inside, [piece.from, Math.min(piece.to, piece.from + limit)])]
  const [block] = piece.blocks
  const isLeaf = block?.type === 'heading' || block?.type === 'paragraph' || block?.type === 'attribution'
  if (piece.blocks.length === 1 && isLeaf)
    return [stretchOf(block, piece.inside, [0, Math.min(lengthOf(block.children), limit)])]
  return beginningOf(takeApart(piece) ?? [], limit)
}

/** Puts pieces together that stood one after the other. */
export const putTogether = (pieces: readonly Piece[]): Block[] => together(pieces, 0)

function together(pieces: readonly Piece[], depth: number): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece
    const container = piece.inside[depth]?.container
    const end = endOfRun(pieces, at, other =>
      container ? other.inside[depth]?.container === container : continues(piece, other, depth),
    )
    const run = pieces.slice(at, end)
    if (container) blocks.push(refill(container, run, depth))
    else if (piece.type === 'blocks') blocks.push(...piece.blocks)
    else blocks.push(textOfRun(piece, (run.at(-1) as typeof piece).to))
    at = end
  }
  return blocks
}

const continues = (piece: Piece, other: Piece, depth: number) =>
  piece.type === 'stretch' &&
  other.type === 'stretch' &&
  other.leaf === piece.leaf &&
  other.inside.length === depth

function endOfRun<T>(list: readonly T[], from: number, belongs: (each: T) => boolean): number {
  let end = from + 1
  while (end < list.length && belongs(list[end] as T)) end++
  return end
}

/** The list or quotation with these pieces in it. A list goes on with the number of its first item. */
function refill(container: List | Blockquote, pieces: readonly Piece[], depth: number): Block {
  if (container.type === 'blockquote') return { ...container, children: together(pieces, depth + 1) }
  const items: ListItem[] = []
  const itemOf = (piece: Piece) => piece.inside[depth]?.item ?? 0
  const first = itemOf(pieces[0] as Piece)
  for (let at = 0; at < pieces.length; ) {
    const item = itemOf(pieces[at] as Piece)
    const end = endOfRun(pieces, at, other => itemOf(other) === item)
    items.push({ type: 'listItem', children: together(pieces.slice(at, end), depth + 1) })
    at = end
  }
  return { ...container, start: container.start + first, children: items }
}

const textOfRun = ({ leaf, from }: { leaf: Leaf; from: number }, to: number): Block => ({
  ...leaf,
  children: sliceInline(leaf.children, from, to),
})

/** By sentence, else by word, else by grapheme; undefined for a single grapheme. */
function cutStretch({ leaf, inside, from, to }: Extract<Piece, { type: 'stretch' }>): Piece[] | undefined {
  const text = textOf(sliceInline(leaf.children, from, to))
  for (const cuts of [sentenceCuts, wordCuts, graphemeCuts]) {
    const places = cuts(text).filter(at => at > 0 && at < text.length)
    if (places.length > 0)
      return [0, ...places].map((at, index) =>
        stretchOf(leaf, inside, [from + at, from + (places[index] ?? text.length)]),
      )
  }
  return undefined
}

const whole = (blocks: readonly Block[], inside: readonly Place[]): Piece => ({
  type: 'blocks',
  blocks,
  inside,
  weight: 1 + sumOf(blocks, weightOf),
})

const stretchOf = (
  leaf: Leaf,
  inside: readonly Place[],
  [from, to]: readonly [number, number],
): Piece & {
  type: 'stretch'
} => ({ type: 'stretch', leaf, inside, from, to, weight: 1 + to - from })

/** About what it costs to render a block: its characters and its nodes. */
const weightOf = memoByObject((block: Block): number => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'attribution':
      return 1 + sumOf(block.children, weightOfInline)
    case 'blockquote':
      return 1 + sumOf(block.children, weightOf)
    case 'list':
      return 1 + sumOf(block.children, item => 1 + sumOf(item.children, weightOf))
    case 'table':
      return weightOf(listOfTable(block))
    case 'thematicBreak':
      return 1
    default:
      return block satisfies never
  }
})

const weightOfInline = (node: Inline): number => 1 + lengthOf([node])

const sumOf = <T>(list: readonly T[], weigh: (each: T) => number): number =>
  list.reduce((sum, each) => sum + weigh(each), 0)
