// A text from elsewhere as an article file, with what could be found and what a curator still has to look at.
import { basename } from 'node:path'
import { stringify } from 'yaml'
import { formatLooseDate, type LooseDate } from '../core/calendar/date.ts'
import { describeFault, parseCorpus } from '../core/corpus/load/parse.ts'
import type { Corpus } from '../core/corpus/model.ts'
import { type Language, languages } from '../core/languages/language.ts'
import { dateline } from '../core/summary/clean.ts'
import { fold } from '../core/text/fold.ts'
import { sentenceStarts } from '../core/text/sentences.ts'
import { inferDate } from './dating.ts'
import { languageOf } from './language.ts'
import { repairText } from './mend.ts'
import { seenDate } from './seen-date.ts'
import type { Source } from './source.ts'

/** What the curator says, which goes before whatever the text says. */
export interface ImportReport {
  id?: string
  title?: string
  publisher?: string
  date?: LooseDate
  language?: string
  url?: string
}

/** The article's place below the corpus folder and its text, with what is to be looked at; or why it is none. */
export type Imported = { place: string; text: string; review: string[] } | { refused: string }

/** `name` is the file's name or the address; `anniversaries` are the days that a date may be counted from. */
export async function importArticle(
  text: string,
  name: string,
  told: ImportReport,
  anniversaries: Corpus['anniversaries'],
): Promise<Imported> {
  const source = await read(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), name)
  if (!source) return { refused: 'there is no article in this page' }
  const review = [`imported from ${basename(name)}`, ...source.notes]
  const pieces = source.isMarkdown ? source.pieces : source.pieces.map(piece => repairText(piece, review))
  const paragraphs = pieces.filter(({ type }) => type === 'paragraph').map(piece => piece.text)
  const plain = paragraphs.join('\n\n')
  const language = languages.find(each => each === told.language) ?? languageOf(plain)
  const reason = whyNoArticle(paragraphs, language, told)
  if (reason !== undefined || !language) return { refused: reason ?? 'its language is unknown' }

  const dated = dateOf(source, language, name, told, anniversaries)
  if (!dated)
    return { refused: 'no date can be found or inferred: give one with --date 2014-01-07, 2014-01 or 2014' }
  if (dated.notTaken !== undefined) review.push(`a date was not taken: ${dated.notTaken}`)
  review.push(dated.inferred ? 'the date is inferred' : `the date stands ${dated.where}`)
  const title = titleOf(source, told, paragraphs[0] ?? '', language)
  review.push(title.note ?? 'the title stands in the source')
  const publisher = told.publisher ?? source.publisher
  if (publisher === undefined) review.push('no publisher was found')
  const url = told.url ?? source.url ?? (/^https?:\/\//.test(name) ? name : undefined)
  const head = {
    title: title.text,
    ...(title.note !== undefined && { titleNote: title.note }),
    publisher: publisher ?? 'Unknown',
    publisherNote: publisher === undefined ? 'publisher not known' : 'as the text names it; to be described',
    ...(source.author !== undefined && { author: source.author }),
    published: formatLooseDate(dated.date),
    ...(dated.inferred !== undefined && { inferred: dated.inferred }),
    ...(url !== undefined && { url }),
    verbatim: true,
    review: `${review.join('; ')}.`,
  }
  const body = pieces.map(({ type, text: words }) => {
    const written = source.isMarkdown ? words : escaped(words)
    return type === 'heading' ? `## ${written}` : written
  })
  const id = told.id ?? idOf(title.text, dated.date.year, name)
  const file = `---\n${stringify(head, { lineWidth: 110 })}---\n\n${body.join('\n\n')}\n`
  const place = `articles/${id}.${language}.md`
  const parsed = parseCorpus([{ path: place, place, text: file }])
  if ('faults' in parsed) return { refused: parsed.faults.map(describeFault).join('\n') }
  return { place, text: file, review }
}

async function read(text: string, name: string): Promise<Source | undefined> {
  // Each reader loads its parsers only when it is needed.
  if (/\.(?:md|markdown)$/i.test(name)) return (await import('./markdown.ts')).readMarkdown(text)
  if (/^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(text) || /\.html?$/i.test(name))
    return (await import('./html.ts')).readHtml(text)
  return (await import('./raw.ts')).readRaw(text)
}

/** What makes an article: enough sentences in a language of the archive. */
function whyNoArticle(
  paragraphs: readonly string[],
  language: Language | undefined,
  told: ImportReport,
): string | undefined {
  if (told.language !== undefined && !languages.some(each => each === told.language))
    return `"${told.language}" is no language of the archive (${languages.join(', ')})`
  const text = paragraphs.join('\n')
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  if (letters < 150) return 'it is too short for an article'
  if (letters / text.length < 0.6) return 'it is no running text'
  if (!language) return `it is in none of the languages of the archive (${languages.join(', ')})`
  const sentences = paragraphs.reduce((sum, each) => sum + sentenceStarts(each, language).length, 0)
  if (sentences < 3) return 'it has fewer than three sentences'
  const ended = paragraphs.filter(each => /[.!?…។៕][”"’'»)\]]*$/u.test(each)).length
  return ended < paragraphs.length / 2 ? 'most of its lines are no sentences' : undefined
}

function dateOf(
  source: Source,
  language: Language,
  name: string,
  told: ImportReport,
  anniversaries: Corpus['anniversaries'],
): { date: LooseDate; where?: string; inferred?: string; notTaken?: string } | undefined {
  if (told.date) return { date: told.date, where: 'in the call of the import' }
  if (source.date) return source.date
  const seen = seenDate(source, language)
  if (seen && 'date' in seen) return seen
  // Captions too: a year that only they have is as late.
  const words = source.lines.join('\n')
  const inferred = inferDate(words, told.url ?? name, anniversaries, seen?.notTaken)
  return inferred && { date: inferred.date, inferred: inferred.reason, ...seen }
}

function titleOf(
  source: Source,
  told: ImportReport,
  lead: string,
  language: Language,
): { text: string; note?: string } {
  if (told.title !== undefined) return { text: told.title, note: 'given by the curator' }
  if (source.title !== undefined) return { text: source.title }
  const first = lead
    .slice(0, sentenceStarts(lead, language)[1] ?? lead.length)
    .replace(dateline, '')
    .trim()
  const words = first.slice(0, 70).replace(/\s+\S*$/, '')
  return {
    text: first.length > 70 ? `${words} …` : first,
    note: 'the text itself has no title; these are its first words',
  }
}

/** Of the title and the year, so that the same text has the same id; of the file where the title has no letters a-z. */
function idOf(title: string, year: number, name: string): string {
  const slug = (text: string) =>
    fold(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .replace(/^(.{1,35})(?:-.*)?$/, '$1')
      .slice(0, 35)
  return `${slug(title) || slug(basename(name).replace(/\.\w+$/, '')) || 'article'}-${year}`
}

/** Text that Markdown reads as nothing but text. */
const escaped = (text: string) =>
  text
    .replace(/[\\`*_<>[\]&]/g, '\\$&')
    .replace(/^(\s*)([#+~=|-])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2')
