// Raw text: a date on the first line or none, a title or none, captions, subheads, a byline, an end mark.
import { parseLooseDate } from '../core/calendar/date.ts'
import { isFurniture } from '../core/summary/clean.ts'
import { bylineOf, withoutBylines } from './byline.ts'
import { languageOf } from './language.ts'
import type { Piece, Source } from './source.ts'

export function readRaw(text: string): Source {
  const notes: string[] = []
  const source: Source = { pieces: [], lines: [], notes }
  const [, day, rest = text] = /^\s*date:? (\d{4}-\d{2}-\d{2})\s([\s\S]*)$/u.exec(text) ?? []
  const date = day === undefined ? undefined : parseLooseDate(day)
  if (date) source.date = { date, where: 'on the first line' }
  source.lines = partsOf(date ? rest : text)
  const parts = withoutBylines([...source.lines], source, part => part)
  const title = parts[0]
  if (title !== undefined && isLine(title) && !credit.test(title) && parts.length > 2) {
    source.title = title
    parts.shift()
  }
  takeEnd(parts, source)
  const agency = parts.slice(0, 3).flatMap(part => dateline.exec(part)?.[1] ?? [])[0]
  if (agency !== undefined) source.publisher ??= agency
  source.pieces = piecesOf(parts, notes)
  return source
}

/** What empty lines part, and a byline is a part even right below a title. */
function partsOf(text: string): string[] {
  const language = languageOf(text) ?? 'en'
  return text
    .split('\n')
    .map(line => (bylineOf(line, language) ? `\n${line}\n` : line))
    .join('\n')
    .split(/\n\s*\n/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

/** A short line that does not end like a sentence. */
const isLine = (part: string) => part.length <= 150 && isFurniture(part)

const credit = /\b(?:source|photo|image)s?\s*:/iu
/** (VNA) or (VOVworld), where a report begins. */
const dateline = /^(?:\p{Lu}[\p{L}. ]{1,30} )?\((\p{Lu}[\p{L}\d]{1,20})\) ?[–—-]/u

/** The byline and the agency below the text: Source: VNA; VNA; An Author. */
function takeEnd(parts: string[], source: Source): void {
  for (let last = parts.at(-1); last !== undefined && last.length <= 60; last = parts.at(-1)) {
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

/** Captions and what is printed twice go; a short line that stands once above a paragraph is a subhead. */
function piecesOf(parts: readonly string[], notes: string[]): Piece[] {
  return parts.flatMap((part, index): Piece[] => {
    const count = parts.filter(other => other === part).length
    const below = parts[index + 1]
    if (isFurniture(part)) {
      const isSubhead = count === 1 && !credit.test(part) && below !== undefined && !isFurniture(below)
      if (isSubhead && part.split(' ').length <= longestSubhead) return [{ type: 'heading', text: part }]
      if (parts.indexOf(part) === index) notes.push(`left out as a caption: “${shorten(part)}”`)
      return []
    }
    const inFull = parts.some(
      (other, place) => place > index && other !== part && other.startsWith(bare(part)),
    )
    if (inFull || parts.indexOf(part) < index) {
      notes.push(`left out, because it is printed again in full: “${shorten(part)}”`)
      return []
    }
    if (index > 0 && index < 3 && part.length < 160 && !/["“”]|[.!?] \p{Lu}/u.test(part))
      notes.push(`may be a caption: “${shorten(part)}”`)
    return [{ type: 'paragraph', text: part }]
  })
}

const longestSubhead = 8
const bare = (part: string) => part.replace(/[.!?]$/, '')
export const shorten = (text: string): string =>
  text.length > 50 ? `${text.slice(0, 50).trimEnd()} …` : text
