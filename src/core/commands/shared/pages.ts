// Turns pages: picks the page to show, and makes the choices that turn it in place.

import type { Phrases } from '../../languages/phrases.ts'
import { run } from '../../message/build.ts'
import type { Choice, Invocation } from '../../message/message.ts'

/** A page number and the number of pages, both counted from 1. */
export interface PageNumber {
  page: number
  pages: number
}

export interface Page<T> extends PageNumber {
  item: T | undefined
}

/** The page asked for, or the nearest one: an old button may point past the last page of today. */
export function pageOf<T>(items: readonly T[], wanted: number): Page<T> {
  const page = Math.min(Math.max(wanted, 1), Math.max(items.length, 1))
  return { page, pages: items.length, item: items[page - 1] }
}

/** A row of choices, or none if there is only one page. */
export function pageChoices(
  { command, args }: Invocation,
  { page, pages }: PageNumber,
  say: Phrases,
): Choice[][] {
  const turn = (label: string, to: number) => run(label, command, { ...args, page: String(to) }, true)
  const choices = [
    ...(page > 1 ? [turn(say.previous, page - 1)] : []),
    ...(page < pages ? [turn(say.next, page + 1)] : []),
  ]
  return choices.length > 0 ? [choices] : []
}
