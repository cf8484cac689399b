// Describes a picture as a plain value, before it is drawn: what it shows and says.

import type { LooseDate } from '../calendar/date.ts'
import type { Language } from '../languages/language.ts'

export type Picture = Card | TimelinePlot

interface PictureBase {
  language: Language
  /** Read out to people who cannot see the picture. */
  alt: string
}

/** Goes with an anniversary post: which day, how long ago, and whose words the post relies on. */
export interface Card extends PictureBase {
  type: 'card'
  title: string
  /** The date of the occurrence and the number of the anniversary. */
  line: string
  /** The years from the day to the occurrence, as the language writes them; a single year on the day itself. */
  span: string
  /** The sources of the post. */
  source: string
}

/** Dated events along an axis of time. */
export interface TimelinePlot extends PictureBase {
  type: 'timeline'
  title: string
  /** In the order of their dates. */
  items: PlotItem[]
  /** What each kind of mark means. */
  legend: Record<Precision | 'derived', string>
  /**
   * Years as the language writes them, for the axis: from the first to the last year of the items, and perhaps a few
   * beyond.
   */
  years: Record<number, string>
  /** The sources of the items. */
  source: string
}

/** How exactly a date is known, or that it is a span. */
export type Precision = 'day' | 'month' | 'year' | 'span'

export interface PlotItem {
  from: LooseDate
  /** The last year, month or day of a span. */
  until?: LooseDate
  /** The date in words, with a note if it is derived. */
  when: string
  /** The date follows from an article that does not state it. */
  derived: boolean
  /** What happened, with its speaker. */
  label: string
  /** The articles that report it. */
  source: string
}

export function precisionOf({ from, until }: Pick<PlotItem, 'from' | 'until'>): Precision {
  if (until) return 'span'
  if (from.month === undefined) return 'year'
  return from.day === undefined ? 'month' : 'day'
}
