// Turning pages: which page is shown, and the choices that turn it in place.

import type { Phrases } from '../../languages/phrases.ts'
import { run } from '../../message/build.ts'
import type { Choice } from '../../message/message.ts'

export interface Page<T> {
  page: number
  pages: number
  item: T | undefined
}

/** The page asked for, or the nearest there is: a button of yesterday may point past today's end. */
export function pageOf<T>(items: readonly T[], page: number): Page<T> {
  const shown = Math.min(Math.max(page, 1), Math.max(items.length, 1))
  return { page: shown, pages: items.length, item: items[shown - 1] }
}

export function pageChoices(
  command: string,
  args: Record<string, string>,
  { page, pages }: Page<unknown>,
  say: Phrases,
): Choice[] {
  const turn = (label: string, to: number) => run(label, command, { ...args, page: String(to) }, true)
  return [
    ...(page > 1 ? [turn(say.previous, page - 1)] : []),
    ...(page < pages ? [turn(say.next, page + 1)] : []),
  ]
}
