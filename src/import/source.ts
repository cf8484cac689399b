// Defines what every reader of the importer returns: pieces of text, and what the source says about itself.

import type { LooseDate } from '../core/calendar/date.ts'

/** A piece of the body. Its text is plain, unless the source is Markdown. */
export interface Piece {
  type: 'paragraph' | 'heading'
  text: string
}

/** A file or page, and what it says about itself, if anything. */
export interface Source {
  pieces: Piece[]
  title?: string
  publisher?: string
  author?: string
  /** `where` completes "the date is the one ...": "on the first line". */
  date?: { date: LooseDate; where: string }
  url?: string
  /** The text of the pieces is Markdown. */
  isMarkdown?: boolean
  /** All lines of the source, including the title and the lines that are left out of the pieces. */
  lines: readonly string[]
  /** Notes for the curator on what was changed or left out. */
  notes: string[]
}

/** The day of a date and time such as 2023-01-09T10:00:00+07:00, in the publisher's own zone. */
export const leadingDay = (text: string): string | undefined => /^\s*(\d{4}-\d{2}-\d{2})/.exec(text)?.[1]

/** Whether a line is one of the first or last three, where a source says who wrote it and when. */
export const nearEnds = (at: number, count: number): boolean => at < 3 || at >= count - 3
