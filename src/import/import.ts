// Turns a text from elsewhere into an article file, with notes on everything that a curator still has to check.

import { basename } from 'node:path'
import { stringify } from 'yaml'
import { formatLooseDate, type LooseDate } from '../core/calendar/date.ts'
import { describeFault } from '../core/corpus/load/fault.ts'
import { parseCorpus } from '../core/corpus/load/parse.ts'
import type { Corpus } from '../core/corpus/model.ts'
import { languageOfText } from '../core/languages/detect.ts'
import { type Language, languages } from '../core/languages/language.ts'
import { partOf } from '../core/languages/packs.ts'
import { dateline } from '../core/summary/clean.ts'
import { fold } from '../core/text/fold.ts'
import { sentenceStarts } from '../core/text/sentences.ts'
import { inferDate } from './dating.ts'
import { repairText } from './repair.ts'
import { seenDate } from './seen-date.ts'
import type { Source } from './source.ts'

/** Given by the curator; takes precedence over the text. */
export interface ImportOptions {
  id?: string
  title?: string
  publisher?: string
  date?: LooseDate
  language?: string
  url?: string
}

/** The article's path below the corpus folder, the text of its file and the notes to review; or why it was refused. */
export type ImportedArticle = { place: string; text: string; review: string[] } | { refused: string }

/** `name` is the file's name or the address; a date may be counted from `anniversaries`: "35 years since ...". */
export async function importArticle(
  text: string,
  name: string,
  { anniversaries, ...options }: ImportOptions & { anniversaries: Corpus['anniversaries'] },
): Promise<ImportedArticle> {
  const source = await readSource(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), name)
  if (!source) return { refused: 'the page has no article' }
  const review = [`imported from ${basename(name)}`, ...source.notes]
  const pieces = source.isMarkdown ? source.pieces : source.pieces.map(piece => repairText(piece, review))
  const paragraphs = pieces.filter(({ type }) => type === 'paragraph').map(piece => piece.text)
  const language =
    languages.find(each => each === options.language) ?? languageOfText(paragraphs.join('\n\n'))
  const reason = reasonToRefuse(paragraphs, language, options)
  if (reason !== undefined || !language) return { refused: reason ?? 'its language is unknown' }

  const dated = chooseDate(source, { language, name, options, anniversaries })
  if (!dated)
    return {
      refused:
        'no date was found, and none can be inferred: give one with --date 2014-01-07, 2014-01 or 2014',
    }
  if (dated.notTaken !== undefined) review.push(`a date was not used: ${dated.notTaken}`)
  review.push(dated.inferred ? 'the date is inferred' : `the date is the one ${dated.where}`)
  const title = chooseTitle(source, { given: options.title, lead: paragraphs[0] ?? '', language })
  if (options.title !== undefined) review.push('the title is the one in --title')
  else review.push(title.note ?? 'the title is the one in the source')
  const publisher = options.publisher ?? source.publisher
  if (publisher === undefined) review.push('no publisher was found')
  const url = options.url ?? source.url ?? (/^https?:\/\//.test(name) ? name : undefined)
  const head = {
    title: title.text,
    ...(title.note !== undefined && { titleNote: title.note }),
    publisher: publisher ?? 'Unknown',
    publisherNote: publisher === undefined ? 'publisher not known' : 'as named in the text; to be described',
    ...(source.author !== undefined && { author: source.author }),
    published: formatLooseDate(dated.date),
    ...(dated.inferred !== undefined && { inferred: dated.inferred }),
    ...(url !== undefined && { url }),
    verbatim: true,
    review: `${review.join('; ')}.`,
  }
  const body = pieces.map(({ type, text: words }) => {
    const written = source.isMarkdown ? words : escapeMarkdown(words)
    return type === 'heading' ? `## ${written}` : written
  })
  const id = options.id ?? articleId(title.text, dated.date.year, name)
  const file = `---\n${stringify(head, { lineWidth: 110 })}---\n\n${body.join('\n\n')}\n`
  const place = `articles/${id}.${language}.md`
  const parsed = parseCorpus([{ path: place, place, text: file }])
  if ('faults' in parsed) return { refused: parsed.faults.map(describeFault).join('\n') }
  return { place, text: file, review }
}

async function readSource(text: string, name: string): Promise<Source | undefined> {
  // Each reader is loaded when it is needed, because its parsers are large.
  if (/\.(?:md|markdown)$/i.test(name)) return (await import('./markdown.ts')).readMarkdown(text)
  if (/^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(text) || /\.html?$/i.test(name))
    return (await import('./html.ts')).readHtml(text)
  return (await import('./raw.ts')).readRaw(text)
}

/** An article needs enough sentences in a language of the archive. */
function reasonToRefuse(
  paragraphs: readonly string[],
  language: Language | undefined,
  options: ImportOptions,
): string | undefined {
  if (options.language !== undefined && !languages.some(each => each === options.language))
    return `"${options.language}" is not a language of the archive (${languages.join(', ')})`
  const text = paragraphs.join('\n')
  const characters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  if (characters < MIN_ARTICLE_CHARACTERS) return 'it is too short for an article'
  if (characters / text.length < MIN_CHARACTER_SHARE) return 'it is not running text'
  if (!language) return `it is in none of the languages of the archive (${languages.join(', ')})`
  const sentences = paragraphs.reduce(
    (sum, each) => sum + sentenceStarts(each, partOf(language, 'sentences')).length,
    0,
  )
  if (sentences < MIN_ARTICLE_SENTENCES) return 'it has fewer than three sentences'
  const ended = paragraphs.filter(each => /[.!?…។៕][”"’'»)\]]*$/u.test(each)).length
  return ended < paragraphs.length / 2 ? 'most of its lines are not sentences' : undefined
}

/** Characters are letters and the marks on them. */
const MIN_ARTICLE_CHARACTERS = 150
const MIN_CHARACTER_SHARE = 0.6
const MIN_ARTICLE_SENTENCES = 3

function chooseDate(
  source: Source,
  {
    language,
    name,
    options,
    anniversaries,
  }: {
    language: Language
    name: string
    options: ImportOptions
    anniversaries: Corpus['anniversaries']
  },
): { date: LooseDate; where?: string; inferred?: string; notTaken?: string } | undefined {
  if (options.date) return { date: options.date, where: 'in --date' }
  if (source.date) return source.date
  const seen = seenDate(source, language)
  if (seen && 'date' in seen) return seen
  // Captions count too: the article is no older than a year in a caption.
  const words = source.lines.join('\n')
  const inferred = inferDate(words, options.url ?? name, anniversaries, seen?.notTaken)
  return inferred && { date: inferred.date, inferred: inferred.reason, ...seen }
}

function chooseTitle(
  source: Source,
  { given, lead, language }: { given: string | undefined; lead: string; language: Language },
): { text: string; note?: string } {
  if (given !== undefined) return { text: given, note: 'given by the curator' }
  if (source.title !== undefined) return { text: source.title }
  const first = lead
    .slice(0, sentenceStarts(lead, partOf(language, 'sentences'))[1] ?? lead.length)
    .replace(dateline, '')
    .trim()
  const words = first.slice(0, MAX_TITLE_UNITS).replace(/\s+\S*$/, '')
  return {
    text: first.length > MAX_TITLE_UNITS ? `${words} …` : first,
    note: 'the text itself has no title; these are its first words',
  }
}

const MAX_TITLE_UNITS = 70

/** From the title and the year, so that the same text has the same id; from the file's name if the title has no a-z. */
function articleId(title: string, year: number, name: string): string {
  const slug = (text: string) =>
    fold(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .replace(new RegExp(`^(.{1,${MAX_SLUG_CHARACTERS}})(?:-.*)?$`), '$1')
      .slice(0, MAX_SLUG_CHARACTERS)
  return `${slug(title) || slug(basename(name).replace(/\.\w+$/, '')) || 'article'}-${year}`
}

const MAX_SLUG_CHARACTERS = 35

/** Escapes everything that Markdown would read as more than text. */
const escapeMarkdown = (text: string) =>
  text
    .replace(/[\\`*_<>[\]&]|~~|==|\$\$|\{(?=[{%#.])/g, '\\$&')
    .replace(/^(\s*)([#+~=|:-])/gmu, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gmu, '$1\\$2')
