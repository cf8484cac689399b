// How dear it is to take one word for another: edits, those that fingers and ears make easily cheaper.

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
for (const pair of [
  'ck',
  'cs',
  'sz',
  'sx',
  'iy',
  'ln',
  'gj',
  'vw',
  'ae',
  'ei',
  'ou',
  'ao',
  'ai',
  'eo',
  'mn',
  'td',
  'bp',
  'fv',
  'qk',
  'dr',
  'uw',
])
  for (const [a = '', b = ''] of [
    [pair[0], pair[1]],
    [pair[1], pair[0]],
  ])
    mark(a, b)

function mark(a: string, b: string) {
  const code = a.charCodeAt(0)
  easy[code] = (easy[code] as number) | (1 << (b.charCodeAt(0) - 97))
}

export const typingTuning = { easy: 0.8, swap: 0.75, twice: 0.6, neighbour: 0.9 }

const isEasy = (a: number, b: number) =>
  a < 128 && b >= 97 && b <= 122 && ((easy[a] as number) & (1 << (b - 97))) !== 0

/** Longer words are not compared. */
export const longestWord = 32
const width = longestWord + 8
const costs = new Float64Array(width * 3)
const edits = new Uint8Array(width * 3)

/**
 * What it costs to type the first word where the second was meant: 1 for an edit, less for an easy one. Above `most`
 * edits, easy or not (optimal string alignment), it is Infinity. Words of up to 32 UTF-16 units.
 */
export function typingCost(typed: string, meant: string, most: number): number {
  if (typed.length > longestWord || meant.length > longestWord) return Number.POSITIVE_INFINITY
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
        cost = (costs[last + column - 1] as number) + (isEasy(letter, other) ? typingTuning.easy : 1)
      }
      // A letter too many: the upper row holds nothing beyond its own band.
      if (column < row + most) {
        edit = Math.min(edit, (edits[last + column] as number) + 1)
        const twice =
          letter === before
            ? typingTuning.twice
            : isEasy(letter, other) || isEasy(letter, before)
              ? typingTuning.neighbour
              : 1
        cost = Math.min(cost, (costs[last + column] as number) + twice)
      }
      edit = Math.min(edit, (edits[current + column - 1] as number) + 1)
      cost = Math.min(
        cost,
        (costs[current + column - 1] as number) + (other === otherBefore ? typingTuning.twice : 1),
      )
      if (row > 1 && column > 1 && letter === otherBefore && before === other) {
        edit = Math.min(edit, (edits[beforeLast + column - 2] as number) + 1)
        cost = Math.min(cost, (costs[beforeLast + column - 2] as number) + typingTuning.swap)
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
