// Reads raw text, which may have a date on its first line, a title, captions, subheads, a byline and an end mark.

import { parseLooseDate } from '../core/calendar/date.ts'
import { languageOfText } from '../core/languages/detect.ts'
import { isFurniture } from '../core/summary/clean.ts'
import { bylineOf, withoutBylines } from './byline.ts'
import type { Piece, Source } from './source.ts'

export function readRaw(text: string): Source {
  const notes: string[] = []
  const source: Source = { pieces: [], lines: [], notes }
  const [, day, rest = text] = /^\s*date:? (\d{4}-\d{2}-\d{2})\s([\s\S]*)$/u.exec(text) ?? []
  const date = day === undefined ? undefined : parseLooseDate(day)
  if (date) source.date = { date, where: 'on the first line' }
  source.lines = splitIntoParts(date ? rest : text)
  const parts = withoutBylines([...source.lines], source, part => part)
  const title = parts[0]
  if (title !== undefined && isTitleLine(title) && !creditMark.test(title) && parts.length > 2) {
    source.title = title
    parts.shift()
  }
  takeEndLines(parts, source)
  const agency = parts.slice(0, 3).flatMap(part => agencyDateline.exec(part)?.[1] ?? [])[0]
  if (agency !== undefined) source.publisher ??= agency
  source.pieces = piecesOf(parts, notes)
  return source
}

/** Empty lines separate parts. A byline is a separate part even right below a title. */
function splitIntoParts(text: string): string[] {
  const language = languageOfText(text) ?? 'en'
  return text
    .split('\n')
    .map(line => (bylineOf(line, language) ? `\n${line}\n` : line))
    .join('\n')
    .split(/\n\s*\n/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

const MAX_TITLE_LINE_UNITS = 150

/** A short line that does not end like a sentence. */
const isTitleLine = (part: string) => part.length <= MAX_TITLE_LINE_UNITS && isFurniture(part)

const creditMark = /\b(?:source|photo|image)s?\s*:/iu
/** (VNA) or (VOVworld) at the beginning of a report. */
const agencyDateline = /^(?:\p{Lu}[\p{L}. ]{1,30} )?\((\p{Lu}[\p{L}\d]{1,20})\) ?[–—-]/u

const MAX_END_LINE_UNITS = 60

/** Takes the byline and the agency from below the text: Source: VNA; VNA; An Author. */
function takeEndLines(parts: string[], source: Source): void {
  for (
    let last = parts.at(-1);
    last !== undefined && last.length <= MAX_END_LINE_UNITS;
    last = parts.at(-1)
  ) {
    const agency = /^(?:source:? |[—–-] ?)?(\p{Lu}{2,}(?:\/\p{Lu}+)*)$/iu.exec(last)?.[1]
    const isName = /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}.]*){1,3}$/u.test(last)
    if (agency !== undefined && agency === agency.toUpperCase()) source.publisher ??= agency
    else if (isName && source.author === undefined) source.author = last
    else break
    parts.pop()
  }
  const mark = /[.”"]\s*[—–-] (\p{Lu}{2,}(?:\/\p{Lu}+)*)$/u.exec(parts.at(-1) ?? '')
  if (mark) source.publisher ??= mark[1]
}

/** Leaves out captions and text that is printed twice; a short line that occurs once, above a paragraph, is a subhead. */
function piecesOf(parts: readonly string[], notes: string[]): Piece[] {
  return parts.flatMap((part, index): Piece[] => {
    const count = parts.filter(other => other === part).length
    const below = parts[index + 1]
    if (isFurniture(part)) {
      const isSubhead = count === 1 && !creditMark.test(part) && below !== undefined && !isFurniture(below)
      if (isSubhead && part.split(' ').length <= MAX_SUBHEAD_WORDS) return [{ type: 'heading', text: part }]
      if (parts.indexOf(part) === index) notes.push(`left out as a caption: “${excerpted(part)}”`)
      return []
    }
    const isPrintedInFull = parts.some(
      (other, place) => place > index && other !== part && other.startsWith(withoutEndMark(part)),
    )
    if (isPrintedInFull || parts.indexOf(part) < index) {
      notes.push(`left out because it is printed again in full: “${excerpted(part)}”`)
      return []
    }
    if (index > 0 && index < 3 && part.length < MAX_LIKELY_CAPTION_UNITS && !/["“”]|[.!?] \p{Lu}/u.test(part))
      notes.push(`may be a caption: “${excerpted(part)}”`)
    return [{ type: 'paragraph', text: part }]
  })
}

const MAX_SUBHEAD_WORDS = 8
const MAX_LIKELY_CAPTION_UNITS = 160

const withoutEndMark = (part: string) => part.replace(/[.!?]$/, '')
const excerpted = (text: string): string =>
  text.length > MAX_NOTE_UNITS ? `${text.slice(0, MAX_NOTE_UNITS).trimEnd()} …` : text

const MAX_NOTE_UNITS = 50
