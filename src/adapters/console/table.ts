// Draws a table in columns, if the terminal is wide enough for it.

import { stripVTControlCharacters } from 'node:util'
import type { Inline, Table } from '../../core/message/message.ts'
import { styled, type TerminalFormat } from './format.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

/** The header, a rule and a line for each row; undefined if they would be wider than the terminal. */
export function linesOfTable({ align, children }: Table, format: TerminalFormat): string[] | undefined {
  const columns = align.map((side, column): Column => {
    const cells = children.map(row => cellOf(row.children[column]?.children ?? [], format))
    return { side, cells, width: Math.max(...cells.map(({ width }) => width)) }
  })
  const width = columns.reduce((sum, each) => sum + each.width, GAP.length * (columns.length - 1))
  if (width > format.width) return undefined
  const lines = children.map((_, row) =>
    columns
      .map(column => padded(column, row))
      .join(GAP)
      .trimEnd(),
  )
  const [header = '', ...rows] = lines
  const rule = columns.map(column => '─'.repeat(column.width)).join(GAP)
  return [styled('1', header, format), styled('2', rule, format), ...rows]
}

const GAP = '  '

interface Column {
  side: Table['align'][number]
  cells: Cell[]
  width: number
}

interface Cell {
  written: string
  /** Without the codes of its styles. */
  width: number
}

function cellOf(nodes: readonly Inline[], format: TerminalFormat): Cell {
  const written = wrap(nodes, { ...format, width: Number.POSITIVE_INFINITY }).join(' ')
  return { written, width: widthOf(stripVTControlCharacters(written)) }
}

function padded({ side, cells, width }: Column, row: number): string {
  const { written, width: own } = cells[row] as Cell
  const left = side === 'right' ? width - own : side === 'center' ? Math.floor((width - own) / 2) : 0
  return ' '.repeat(left) + written + ' '.repeat(width - own - left)
}
