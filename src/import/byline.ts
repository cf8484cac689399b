// Reads bylines, which say who wrote a text, for whom and when: By Jane Doe, The River Post, 3 March 2019; Theo VNA.

import type { LooseDate } from '../core/calendar/date.ts'
import { languageOfText } from '../core/languages/detect.ts'
import type { Language } from '../core/languages/language.ts'
import type { Bylines } from '../core/languages/pack.ts'
import { fromAllPacks } from '../core/languages/packs.ts'
import { dateAtEnd, inTwoWays } from './printed-date.ts'
import { nearEnds, type Source } from './source.ts'

export interface Byline {
  author?: string
  publisher?: string
  date?: { date: LooseDate; where: string }
  /** Only names before a date, so it may just as well be the title of a text about that day. */
  isDoubtful: boolean
}

/** Removes the bylines near the beginning and the end of the lines, and adds what they say to `source`. */
export function withoutBylines<Line>(lines: Line[], source: Source, wordsOf: (line: Line) => string): Line[] {
  const text = lines.map(wordsOf).join('\n')
  const language = languageOfText(text) ?? 'en'
  const latest = Math.max(0, ...[...text.matchAll(pastYears)].map(([year]) => Number(year)))
  return lines.filter((line, at) => {
    if (!nearEnds(at, lines.length)) return true
    const words = wordsOf(line)
    const isAuthor = source.author !== undefined && bare(words) === bare(source.author)
    const byline = isAuthor ? { isDoubtful: false } : bylineOf(words, language)
    if (!byline || (byline.isDoubtful && latest > (byline.date?.date.year ?? latest))) return true
    take(byline, words, source)
    return false
  })
}

/** Adds what a byline says to the source, but does not replace what is already known. */
export function take({ author, publisher, date }: Byline, words: string, source: Source): void {
  source.notes.push(`read as a byline: “${words}”`)
  if (author !== undefined) source.author ??= author
  if (publisher !== undefined) source.publisher ??= publisher
  if (date) source.date ??= date
}

/** Reads a line that is nothing but a byline: By NAME, PUBLISHER, DATE, any of which may be missing. */
export function bylineOf(line: string, language: Language): Byline | undefined {
  if (line.length > 150) return undefined
  const words = line.replace(/^[\s*_(]+|[\s*_).]+$/g, '')
  const found = dateAtEnd(words.replace(time, ''), language)
  const rest = words
    .slice(0, found?.start)
    .replace(weekday, '')
    .replace(/[\s,|·•:–—(-]+$/u, '')
  const who = whoOf(rest)
  if (!found) return who
  const where = `in the line “${line.trim()}”${found.isTwoWays ? inTwoWays : ''}`
  const date = { date: found.date, where }
  if (who) return { ...who, date }
  if (publishing.test(rest)) return { date, isDoubtful: false }
  const isFull = found.date.day !== undefined || found.isTwoWays
  const fields = fieldsOf(rest)
  return isFull && fields.length <= 2 && fields.every(isName)
    ? { date, isDoubtful: fields.length > 0 }
    : undefined
}

function whoOf(words: string): Byline | undefined {
  const [, mark = '', names = ''] = opening.exec(words) ?? []
  const fields = fieldsOf(names).filter(field => !role.test(field))
  if (fields.length === 0) return undefined
  if (sourceWords.has(mark.toLowerCase()))
    return fields.length === 1 && fields.every(isName)
      ? { publisher: fields[0], isDoubtful: false }
      : undefined
  // By Jane Doe, John Roe and Ann Poe, The River Post: the authors end with the one after "and".
  const authors =
    1 +
    Math.max(
      0,
      fields.findLastIndex(field => and.test(field)),
    )
  const [author = '', publisher] = [fields.slice(0, authors).join(', '), fields[authors]]
  if (!fields.flatMap(field => field.split(and)).every(isName) || fields.length > authors + 1)
    return undefined
  // A single word is a name only beside a publisher: "By Friday" is not a byline.
  if (publisher === undefined && !author.includes(' '))
    return /^\p{Lu}{2,}$/u.test(author) ? { publisher: author, isDoubtful: false } : undefined
  return { author, ...(publisher && { publisher }), isDoubtful: false }
}

const fieldsOf = (words: string) => words.split(/ ?[,|·•/(] ?| [–—-] | for (?=\p{Lu})/u).filter(Boolean)

/** Jane Doe; Ludwig van Dam; The Post of the River; báo Nhân Dân. */
const isName = (words: string) =>
  words.length <= 60 &&
  nameOpening.test(words) &&
  words.split(' ').length <= 6 &&
  words.split(' ').every(word => /^[\p{Lu}\d]/u.test(word) || nameWords.has(word))

/** The words of all languages, because a line is read before its language is certain. */
const wordsFor = (part: keyof Bylines): string[] =>
  fromAllPacks('printed').flatMap(({ bylines }) => [...(bylines?.[part] ?? [])])
const either = (part: keyof Bylines) => wordsFor(part).join('|')

const opening = new RegExp(`^(${[...wordsFor('by'), ...wordsFor('source')].join('|')}):? (.+)$`, 'iu')
const sourceWords = new Set(wordsFor('source'))
const nameOpening = new RegExp(`^(?:${either('nameOpenings')}|\\p{Lu})`, 'u')
const nameWords = new Set(wordsFor('nameWords'))
const and = new RegExp(` (?:${either('and')}) `)
const role = new RegExp(`\\b(?:${either('roles')})s?\\b`, 'i')
const publishing = new RegExp(`^(?:${either('published')})(?: on)?$`, 'iu')
const weekday = new RegExp(`\\b(?:${either('weekdays')}),? ?$`, 'i')
const time = new RegExp(
  `,? (?:(?:${either('at')}) )?\\d{1,2}[:.h]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?(?:GMT|UTC)(?: ?[+-]\\d{1,2})?)?$`,
  'i',
)
const pastYears = /(?<!\b(?:by|until|before) )\b(?:19|20)\d{2}\b/g
const bare = (words: string) => words.replace(/^[\s*_]*by:? |[\s*_.]+$/gi, '').toLowerCase()
