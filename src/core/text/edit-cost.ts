// Computes the cost of typing one word for another: an edit distance in which common slips are cheap.

/** Longer words are not compared. */
export const MAX_WORD_UNITS = 32

/** The cost of common slips; any other edit costs 1. */
const EASY_COST = {
  /** A neighbouring key, or a letter that sounds alike, in place of the right one. */
  change: 0.8,
  /** Two letters swapped. */
  swap: 0.75,
  /** A letter doubled, or a double letter typed once. */
  double: 0.6,
  /** A neighbouring key hit along with the right one. */
  extraKey: 0.9,
}

/** A row of the matrix has room for the longest word and a few letters more. */
const ROW_WIDTH = MAX_WORD_UNITS + 8
const OUTSIDE_BAND = 99

// The last three rows of the matrix, used in turn. Each cell has a cost and a number of edits.
const costs = new Float64Array(ROW_WIDTH * 3)
const edits = new Uint8Array(ROW_WIDTH * 3)

/**
 * The cost of typing the first word when the second was meant: 1 for an edit, less for a common slip. Infinity if that
 * takes more than `maxEdits` edits of either kind, or if a word is longer than 32 UTF-16 units. `maxEdits` is at most 7.
 *
 * Edits are counted as in optimal string alignment (https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance):
 * a letter added, left out or changed, or two neighbours swapped. Cell (row, column) has the cost of typing the first
 * `row` letters of one word for the first `column` letters of the other, and in brackets the number of edits. Only a
 * band of `maxEdits` cells on both sides of the diagonal is filled, because every cell outside takes more edits. This
 * is `jnaoi` for `hanoi` with two edits:
 *
 *              h         a         n         o         i
 *    0 (0)   1 (1)     2 (2)     3 (3)     4 (4)     5 (5)
 * j  1 (1)   .8 (1)¹  1.8 (2)   2.8 (3)      ·         ·
 * n  2 (2)  1.7 (2)   1.8 (2)   1.8 (2)   2.8 (3)      ·
 * a  3 (3)  2.7 (3)   1.7 (2)  1.55 (2)²  2.55 (3)  3.55 (4)
 * o    ·       ·      2.6 (3)  2.45 (3)   1.55 (2)  2.55 (3)
 * i    ·       ·         ·     3.35 (4)   2.45 (3)  1.55 (2)³
 *
 * ¹ `j` is beside `h` on the keyboard: a common slip, .8 from the cell above and to the left.
 * ² `na` for `an`: a swap, .75 from the cell two rows above and two columns to the left, which is ¹.
 * ³ The result. From ² on the letters are the same, which costs nothing.
 *
 * A cell's lowest cost and fewest edits are computed separately: they may come from different cells.
 */
export function editCost(typed: string, meant: string, maxEdits: number): number {
  if (typed.length > MAX_WORD_UNITS || Math.abs(typed.length - meant.length) > maxEdits)
    return Number.POSITIVE_INFINITY
  const columns = meant.length
  for (let column = 0; column <= columns; column++) {
    costs[column] = column
    edits[column] = column
  }
  let above = 0
  let twoAbove = 2 * ROW_WIDTH
  for (let row = 1; row <= typed.length; row++) {
    const current = (row % 3) * ROW_WIDTH
    const letter = typed.charCodeAt(row - 1)
    const letterBefore = row > 1 ? typed.charCodeAt(row - 2) : 0
    costs[current] = row
    edits[current] = row
    let fewestEdits = row
    const from = Math.max(1, row - maxEdits)
    const to = Math.min(columns, row + maxEdits)
    if (from > 1) {
      costs[current + from - 1] = OUTSIDE_BAND
      edits[current + from - 1] = OUTSIDE_BAND
    }
    for (let column = from; column <= to; column++) {
      const other = meant.charCodeAt(column - 1)
      const otherBefore = column > 1 ? meant.charCodeAt(column - 2) : 0
      let edit = 0
      let cost = 0
      if (letter === other) {
        edit = edits[above + column - 1] as number
        cost = costs[above + column - 1] as number
      } else {
        edit = (edits[above + column - 1] as number) + 1
        cost = (costs[above + column - 1] as number) + (isEasyChange(letter, other) ? EASY_COST.change : 1)
      }
      // A letter too many. The band of the row above ends one column earlier; the cells beyond it are stale.
      if (column < row + maxEdits) {
        edit = Math.min(edit, (edits[above + column] as number) + 1)
        const extra =
          letter === letterBefore
            ? EASY_COST.double
            : isEasyChange(letter, other) || isEasyChange(letter, letterBefore)
              ? EASY_COST.extraKey
              : 1
        cost = Math.min(cost, (costs[above + column] as number) + extra)
      }
      // A letter left out.
      edit = Math.min(edit, (edits[current + column - 1] as number) + 1)
      cost = Math.min(
        cost,
        (costs[current + column - 1] as number) + (other === otherBefore ? EASY_COST.double : 1),
      )
      // Two letters swapped.
      if (row > 1 && column > 1 && letter === otherBefore && letterBefore === other) {
        edit = Math.min(edit, (edits[twoAbove + column - 2] as number) + 1)
        cost = Math.min(cost, (costs[twoAbove + column - 2] as number) + EASY_COST.swap)
      }
      edits[current + column] = edit
      costs[current + column] = cost
      if (edit < fewestEdits) fewestEdits = edit
    }
    if (fewestEdits > maxEdits) return Number.POSITIVE_INFINITY
    twoAbove = above
    above = current
  }
  return (edits[above + columns] as number) <= maxEdits
    ? (costs[above + columns] as number)
    : Number.POSITIVE_INFINITY
}

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const soundAlike = 'ck cs sz sx iy ln gj vw ae ei ou ao ai eo mn td bp fv qk dr uw'

/**
 * For each letter, a bit for every letter easily typed instead: its neighbours on the keyboard and those that sound
 * alike.
 */
const easyChanges = new Uint32Array(128)
// Each row of keys is half a key to the right of the one above it.
for (const [y, row] of keyRows.entries())
  for (const [x, letter] of [...row].entries())
    for (const [otherY, otherRow] of keyRows.entries())
      for (const [otherX, other] of [...otherRow].entries())
        if (letter !== other && Math.abs(y - otherY) <= 1 && Math.abs(x + y / 2 - otherX - otherY / 2) <= 1)
          addEasyChange(letter, other)
for (const [a = '', b = ''] of soundAlike.split(' ')) {
  addEasyChange(a, b)
  addEasyChange(b, a)
}

function addEasyChange(a: string, b: string) {
  const code = a.charCodeAt(0)
  easyChanges[code] = (easyChanges[code] as number) | (1 << (b.charCodeAt(0) - 97))
}

const isEasyChange = (a: number, b: number) =>
  a < 128 && b >= 97 && b <= 122 && ((easyChanges[a] as number) & (1 << (b - 97))) !== 0
