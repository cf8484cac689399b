// Cuts a message into parts that fit a platform: the core knows where to cut, the adapter what fits.

import type { Block, Message } from './message.ts'
import { beginningOf, type Piece, piecesOf, putTogether, takeApart } from './pieces.ts'

/**
 * The message as parts that each satisfy `fits`, in order. Nothing is lost: the joined texts of the parts are the text
 * of the message. A heading never ends a part. A block too large for a part is cut by item, then by sentence, then by
 * word, never inside a grapheme cluster. The image goes with the first part, file and choices with the last.
 *
 * If `fits` accepts a part, it must accept every smaller part of it. It is asked a few times a part, and never about much more than
 * fits, so that the work grows with the length of the message and not with its square. Throws a RangeError if not even
 * one grapheme fits.
 */
export function split(message: Message, fits: (part: Message) => boolean): Message[] {
  const parts: Message[] = []
  /** What is left, the next piece at the end. */
  const left = piecesOf(withoutLastHeading(message.body)).reverse()
  let current: Piece[] = []

  const part = (pieces: readonly Piece[], isLast: boolean): Message => ({
    body: putTogether(pieces),
    ...(message.image && parts.length === 0 && { image: message.image }),
    ...(message.file && isLast && { file: message.file }),
    ...(message.choices && isLast && { choices: message.choices }),
  })
  /** Whether the pieces fit into one part; asked of longer and longer beginnings, so that a long no costs little. */
  const areAccepted = (pieces: readonly Piece[], isLast: boolean) => {
    const weight = pieces.reduce((sum, each) => sum + each.weight, 0)
    for (let limit = FIRST_PROBE_WEIGHT; limit < weight; limit *= 2)
      if (!fits(part(beginningOf(pieces, limit), false))) return false
    return fits(part(pieces, isLast))
  }
  const next = (count: number) => left.slice(left.length - count).reverse()
  const putBack = (pieces: readonly Piece[]) => left.push(...pieces.toReversed())

  while (left.length > 0) {
    const count = largestCount(left.length, n => areAccepted([...current, ...next(n)], n === left.length))
    for (let n = 0; n < count; n++) current.push(left.pop() as Piece)
    if (left.length === 0) break
    const headings = lastHeadings(current)
    if (headings.length < current.length) {
      parts.push(part(current.slice(0, current.length - headings.length), false))
      putBack(headings)
      current = []
      continue
    }
    current = []
    const piece = left.pop() as Piece
    const smaller = takeApart(piece)
    if (smaller && (headings.length === 0 || areAccepted([...headings, smallestOf(piece)], false)))
      putBack([...headings, ...smaller])
    // Headings that leave no room below them become bold text.
    else if (headings.length > 0) putBack([...headings.map(asParagraph), piece])
    else if (isHeading(piece)) putBack([asParagraph(piece)])
    else throw new RangeError('no part can hold even the smallest piece of the message')
  }
  if (current.length > 0 || parts.length === 0) parts.push(part(current, true))
  return parts
}

/** The weight of what is asked about first: a part of any platform's size. */
const FIRST_PROBE_WEIGHT = 2048

/**
 * The largest count in 1..max that `holds`, given that every smaller one does too; 0 if none does. It asks about small
 * counts first, and about none that is more than twice too large.
 */
function largestCount(max: number, holds: (count: number) => boolean): number {
  let low = 0
  let high = max + 1
  for (let step = 1; low < max && high > max; step *= 2) {
    const tried = Math.min(low + step, max)
    if (holds(tried)) low = tried
    else high = tried
  }
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** The first grapheme of a piece, or what else there is no less of. */
function smallestOf(piece: Piece): Piece {
  const [first] = takeApart(piece) ?? []
  return first ? smallestOf(first) : piece
}

const isHeading = (piece: Piece): boolean =>
  piece.type === 'blocks' && piece.blocks.length === 1 && piece.blocks[0]?.type === 'heading'

const lastHeadings = (pieces: readonly Piece[]): Piece[] =>
  pieces.slice(pieces.findLastIndex(piece => !isHeading(piece)) + 1)

const asParagraph = (piece: Piece): Piece =>
  piece.type === 'blocks' ? { ...piece, blocks: piece.blocks.map(boldParagraph) } : piece

function withoutLastHeading(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex(block => block.type !== 'heading')
  return blocks.map((block, index) => (index > last ? boldParagraph(block) : block))
}

const boldParagraph = (block: Block): Block =>
  block.type === 'heading'
    ? { type: 'paragraph', children: [{ type: 'strong', children: block.children }] }
    : block
