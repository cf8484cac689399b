// What an import starts from, whatever it was written in: pieces of text, and what stood beside them.
import type { LooseDate } from '../core/calendar/date.ts'

/** A piece of the body, in order. Plain text, but for Markdown sources, whose marks are kept. */
export interface Piece {
  type: 'paragraph' | 'heading'
  text: string
}

/** What a file or page says of itself, each only where it does. */
export interface Source {
  pieces: Piece[]
  title?: string
  publisher?: string
  author?: string
  date?: { date: LooseDate; where: string }
  url?: string
  /** The text of the pieces is Markdown already. */
  isMarkdown?: boolean
  /** The lines as they stood there before any was taken out, the title among them. */
  lines: readonly string[]
  /** What was changed or left out on the way. */
  notes: string[]
}

/** A date at the begin of a longer one, such as 2023-01-09T10:00:00+07:00, as the publisher's own calendar has it. */
export const dayOf = (text: string): string | undefined => /^\s*(\d{4}-\d{2}-\d{2})/.exec(text)?.[1]

/** Whether a line is one of the first or last three, where a text says who wrote it and when. */
export const nearEnds = (at: number, count: number): boolean => at < 3 || at >= count - 3
