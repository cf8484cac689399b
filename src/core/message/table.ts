// Turns a table into a list, for platforms that draw no columns, and for everything that reads its text.

import { memoByObject } from '../text/memo.ts'
import { bullets } from './build.ts'
import type { Inline, List, Table } from './message.ts'

/** An item for each row, with a line "header: value" for each cell that has something in it. */
export const listOfTable = memoByObject(({ children: [header, ...rows] }: Table): List => {
  const items = rows.map(({ children }) =>
    children
      .filter(cell => cell.children.length > 0)
      .flatMap((cell, index): Inline[] => {
        const name = header?.children[children.indexOf(cell)]?.children ?? []
        return [
          ...(index > 0 ? [{ type: 'break' } as const] : []),
          ...name,
          ...(name.length > 0 ? [{ type: 'text', value: ': ' } as const] : []),
          ...cell.children,
        ]
      }),
  )
  return bullets(items.filter(item => item.length > 0))
})
