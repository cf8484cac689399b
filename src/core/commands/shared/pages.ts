// Turns pages: picks what of a long list or text to show in one message, and makes the choices that turn on in place.

import type { Phrases } from '../../languages/phrases.ts'
import { ask, paragraph, run } from '../../message/build.ts'
import { linkUnitsOf } from '../../message/links.ts'
import type { Block, Choice, Invocation, PageTurn } from '../../message/message.ts'
import { textOfBlocks } from '../../message/text.ts'
import { integer } from '../command.ts'

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
export const pageChoices = (
  { command, args }: Invocation,
  { page, pages }: PageNumber,
  say: Phrases,
): Choice[][] => {
  const turnTo = (number: number) => ({ command, args: { ...args, page: String(number) } })
  return turns(
    { ...(page > 1 && { previous: turnTo(page - 1) }), ...(page < pages && { next: turnTo(page + 1) }) },
    say,
  )
}

/** The option by which buttons turn to the entries of a list from a number on, counted from 1. */
export const entryOption = integer({ isHidden: true })

/** Neighbouring entries of a list that fit one message. Numbers count from 1; `first` is 0 in an empty list. */
export interface Section<E> {
  entries: E[]
  first: number
  total: number
  /** The first entry of the section before and after this one. */
  previous?: number
  next?: number
}

interface SectionOptions<T, E> {
  /** The number of the first entry asked for. An old button may point past today's end. */
  from: number
  /** Called for the entries of this section and its neighbour only. */
  compose(item: T): E
  /**
   * The room that an entry takes, in UTF-16 units; without it, entries are only counted. `linked` are the addresses of
   * the entries before, because a message links each once.
   */
  unitsOf?(entry: E, linked: Set<string>): number
  /** The room for all entries. */
  maxUnits?: number
  /** As many entries as are shown without pages if they have room. */
  maxWhole?: number
}

/** About two screens of a phone. */
const MAX_ENTRIES = 10
/** As many choices as a message has without pages. */
export const MAX_WHOLE_CHOICES = MAX_ENTRIES
const MAX_UNITS = 2400
/** A list that a message of any platform has room for is not cut; some of its 4,000 units are for what stands around it. */
const MAX_WHOLE_ENTRIES = 20
const MAX_WHOLE_UNITS = 3800

/** The entries from a number on, cut before they are composed: all of the list if it is short. */
export function sectionAt<T, E>(list: readonly T[], options: SectionOptions<T, E>): Section<E> {
  const { compose, unitsOf = () => 0, maxUnits = MAX_WHOLE_UNITS, maxWhole = MAX_WHOLE_ENTRIES } = options
  /** The entries beginning with an index, in one direction, as many as have room; one always has. */
  const fill = (start: number, step: 1 | -1, limit: { entries: number; units: number }): E[] => {
    const entries: E[] = []
    let units = 0
    const linked = new Set<string>()
    for (let at = start; at >= 0 && at < list.length && entries.length < limit.entries; at += step) {
      const entry = compose(list[at] as T)
      units += unitsOf(entry, linked)
      if (units > limit.units && entries.length > 0) break
      entries.push(entry)
    }
    return entries
  }
  if (list.length <= maxWhole) {
    const entries = fill(0, 1, { entries: maxWhole, units: maxUnits })
    if (entries.length === list.length)
      return { entries, first: Math.min(1, list.length), total: list.length }
  }
  const limit = { entries: MAX_ENTRIES, units: Math.min(MAX_UNITS, maxUnits) }
  const wanted = Math.min(Math.max(options.from, 1), list.length) - 1
  const forwards = fill(wanted, 1, limit)
  // The last page is a full one too.
  const isLast = wanted + forwards.length === list.length
  const entries = isLast ? fill(list.length - 1, -1, limit).reverse() : forwards
  const start = isLast ? list.length - entries.length : wanted
  const before = start > 0 ? start - fill(start - 1, -1, limit).length : undefined
  return {
    entries,
    first: start + 1,
    total: list.length,
    ...(before !== undefined && { previous: before + 1 }),
    ...(!isLast && { next: start + entries.length + 1 }),
  }
}

/** Says which entries of how many these are; nothing if they are all. */
export function sectionLine({ entries, first, total }: Section<unknown>, say: Phrases): Block[] {
  return entries.length < total ? [paragraph(say.entries(first, first + entries.length - 1, total))] : []
}

/** A row of choices, or none if these are all entries. The command has `entryOption` under the name `entry`. */
export function sectionChoices(
  { command, args }: Invocation,
  { previous, next }: Section<unknown>,
  say: Phrases,
): Choice[][] {
  const turnTo = (number: number) => ({ command, args: { ...args, entry: String(number) } })
  return turns(
    {
      ...(previous !== undefined && { previous: turnTo(previous) }),
      ...(next !== undefined && { next: turnTo(next) }),
    },
    say,
  )
}

interface Question<T> {
  from: number | undefined
  /** The call that asks, as it was made. */
  call: Invocation
  /** The option that the answer fills. */
  option: string
  choice(item: T): Choice
}

/** The choices of a question: one an item, at most ten at a time, and one to write the answer. */
export function choiceSection<T>(
  list: readonly T[],
  { from, call, option, choice }: Question<T>,
  say: Phrases,
): Choice[][] {
  const section = sectionAt(list, { from: from ?? 1, compose: choice, maxWhole: MAX_WHOLE_CHOICES })
  return [
    ...section.entries.map(each => [each]),
    ...sectionChoices(call, section, say),
    [askAgain(call, option, say)],
  ]
}

/** A choice to write another value of an option of the call. */
export function askAgain({ command, args }: Invocation, option: string, say: Phrases): Choice {
  const { [option]: _, ...others } = args
  return ask(say.writeAnswer, command, option, others)
}

/** The room that blocks take in a message: their text and addresses, and some marks and spaces on each line. */
export function unitsOf(blocks: Block[], linked?: Set<string>): number {
  const text = textOfBlocks(blocks)
  return text.length + linkUnitsOf(blocks, linked) + UNITS_AROUND_LINE * text.split('\n').length
}

const UNITS_AROUND_LINE = 4

function turns(to: Partial<Record<PageTurn, Invocation>>, say: Phrases): Choice[][] {
  const row = (['previous', 'next'] as const).flatMap((turn): Choice[] => {
    const call = to[turn]
    return call ? [{ ...run(say[turn], call.command, call.args, true), turn }] : []
  })
  return row.length > 0 ? [row] : []
}
