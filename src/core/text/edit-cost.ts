// What it costs to type one word where another was meant: an edit distance in which easy slips are cheap.

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** For each letter, the letters beside it on the keyboard and those that sound alike, as bits. */
const easy = new Uint32Array(128)
// Each row stands half a key to the right of the one above it.
for (const [y, row] of rows.entries())
  for (const [x, letter] of [...row].entries())
    for (const [otherY, other] of rows.entries())
      for (const [otherX, neighbour] of [...other].entries())
        if (
          letter !== neighbour &&
          Math.abs(y - otherY) <= 1 &&
          Math.abs(x + y / 2 - otherX - otherY / 2) <= 1
        )
          mark(letter, neighbour)
for (const pair of 'ck cs sz sx iy ln gj vw ae ei ou ao ai eo mn td bp fv qk dr uw'.split(' ')) {
  const [a = '', b = ''] = pair
  mark(a, b)
  mark(b, a)
}

function mark(a: string, b: string) {
  const code = a.charCodeAt(0)
  easy[code] = (easy[code] as number) | (1 << (b.charCodeAt(0) - 97))
}

/** What edits cost that are easily made: a key beside the right one, two letters swapped, a letter doubled. */
const easyCost = { change: 0.8, swap: 0.75, twice: 0.6, slip: 0.9 }

const isEasy = (a: number, b: number) =>
  a < 128 && b >= 97 && b <= 122 && ((easy[a] as number) & (1 << (b - 97))) !== 0

/** Longer words are not compared. */
export const MAX_WORD_UNITS = 32

/** A row with all the columns there may be: a word with some letters too few. */
const width = MAX_WORD_UNITS + 8

const costs = new Float64Array(width * 3)

const edits = new Uint8Array(width * 3)

/**
 * What it costs to type the first word where the second was meant: 1 for an edit, less for an easy one. Above `most`
 * edits, easy or not (optimal string alignment), it is Infinity, and so it is for words above 32 UTF-16 units. `most` is
 * at most 7.
 */
export function editCost(typed: string, meant: string, most: number): number {
  if (typed.length > MAX_WORD_UNITS || Math.abs(typed.length - meant.length) > most)
    return Number.POSITIVE_INFINITY
  const columns = meant.length
  for (let column = 0; column <= columns; column++) {
    costs[column] = column
    edits[column] = column
  }
  let last = 0
  let beforeLast = 2 * width
  for (let row = 1; row <= typed.length; row++) {
    const current = (row % 3) * width
    const letter = typed.charCodeAt(row - 1)
    const before = row > 1 ? typed.charCodeAt(row - 2) : 0
    costs[current] = row
    edits[current] = row
    let least = row
    const from = Math.max(1, row - most)
    const to = Math.min(columns, row + most)
    if (from > 1) {
      costs[current + from - 1] = 99
      edits[current + from - 1] = 99
    }
    for (let column = from; column <= to; column++) {
      const other = meant.charCodeAt(column - 1)
      const otherBefore = column > 1 ? meant.charCodeAt(column - 2) : 0
      let edit = 0
      let cost = 0
      if (letter === other) {
        edit = edits[last + column - 1] as number
        cost = costs[last + column - 1] as number
      } else {
        edit = (edits[last + column - 1] as number) + 1
        cost = (costs[last + column - 1] as number) + (isEasy(letter, other) ? easyCost.change : 1)
      }
      // A letter too many: the upper row holds nothing beyond its own band.
      if (column < row + most) {
        edit = Math.min(edit, (edits[last + column] as number) + 1)
        const twice =
          letter === before
            ? easyCost.twice
            : isEasy(letter, other) || isEasy(letter, before)
              ? easyCost.slip
              : 1
        cost = Math.min(cost, (costs[last + column] as number) + twice)
      }
      edit = Math.min(edit, (edits[current + column - 1] as number) + 1)
      cost = Math.min(
        cost,
        (costs[current + column - 1] as number) + (other === otherBefore ? easyCost.twice : 1),
      )
      if (row > 1 && column > 1 && letter === otherBefore && before === other) {
        edit = Math.min(edit, (edits[beforeLast + column - 2] as number) + 1)
        cost = Math.min(cost, (costs[beforeLast + column - 2] as number) + easyCost.swap)
      }
      edits[current + column] = edit
      costs[current + column] = cost
      if (edit < least) least = edit
    }
    if (least > most) return Number.POSITIVE_INFINITY
    beforeLast = last
    last = current
  }
  return (edits[last + columns] as number) <= most
    ? (costs[last + columns] as number)
    : Number.POSITIVE_INFINITY
}
