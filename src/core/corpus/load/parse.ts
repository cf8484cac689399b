// Corpus files in, a whole corpus or every fault out: nothing is half loaded.
import type { z } from 'zod'
import { compareLooseDates } from '../../calendar/date.ts'
import type { Language } from '../../languages/language.ts'
import { languages } from '../../languages/language.ts'
import { tokens } from '../../text/words.ts'
import type { About, Anniversary, Article, Corpus, Event, NameEntry, Subject, Translated } from '../model.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { unattributedClaims, unsupportedFigures, unsupportedStatements } from './evidence.ts'
import { narrow } from './narrow.ts'
import {
  type Located,
  missingArticles,
  missingOriginal,
  unknownSpeakers,
  unknownSubjects,
} from './references.ts'
import {
  aboutSchema,
  anniversarySchema,
  articleSchema,
  eventsSchema,
  namesSchema,
  subjectSchema,
} from './schema.ts'
import { duplicateOriginals, translationDoubts, translationMismatches } from './translation.ts'
import type { Fault } from './yaml.ts'
import { readYaml } from './yaml.ts'

/** A file of the corpus: its path as faults should name it, its place below the corpus folder, its text. */
export interface CorpusFile {
  path: string
  place: string
  text: string
}

/**
 * Faults keep a corpus from loading. Doubts do not: they are statements whose evidence is missing, for a curator to look
 * at, and only known where the files were parsed in this very call.
 */
export type ParsedCorpus = { corpus: Corpus; doubts: Fault[] } | { faults: Fault[] }

/** The corpus that the files of `folder` make, or all that is wrong with them, in the order of paths and lines. */
export function parseCorpus(files: readonly CorpusFile[], folder = '.'): ParsedCorpus {
  const faults: Fault[] = []
  const articles: Article[] = []
  const anniversaries: Anniversary[] = []
  const subjects: Subject[] = []
  const subjectIds = new Set<string>()
  let names: NameEntry[] = []
  let events: Event[] = []
  let about: About = { name: { en: 'Daybook' }, zone: 'UTC', time: '07:00', sources: [], cautions: [] }
  const written: { path: string; value: Article }[] = []
  const checks: (() => void)[] = []
  const doubts: Fault[] = []
  const seen = new Map<string, string>()
  /** Ids of article files, of the faulty ones too. */
  const ids = new Set<string>()
  /** The same with their language, `<id>.<language>`; faulty ones are undefined. */
  const versions = new Map<string, Article | undefined>()

  const read = <T>(file: CorpusFile, schema: z.ZodType<T>, text = file.text, firstLine = 1) => {
    const result = readYaml(file.path, text, schema, firstLine)
    if (!('faults' in result)) return result
    faults.push(...result.faults)
    return undefined
  }
  const unique = (file: CorpusFile, key: string, what: string) => {
    const first = seen.get(key)
    if (first) faults.push({ path: file.path, line: 1, message: `${what} is also in ${first}` })
    else seen.set(key, file.path)
  }

  const yamlId = (file: CorpusFile, what: string): string | undefined => {
    const id = idOf(file, /\.ya?ml$/)
    if (id === undefined)
      faults.push({ path: file.path, line: 1, message: `the name is not <id>.yaml, the id of ${idForm}` })
    else unique(file, `${what} ${id}`, `the ${what} id "${id}"`)
    return id
  }

  for (const file of files) {
    if (file.place.startsWith('articles/')) {
      const named = articleName(file)
      if ('fault' in named) faults.push({ path: file.path, line: 1, message: named.fault })
      else {
        unique(file, `article ${named.id.toLowerCase()} ${named.language}`, `the article id "${named.id}"`)
        ids.add(named.id)
        const result = readArticle(file, named, read, faults)
        versions.set(`${named.id}.${named.language}`, result?.value)
        if (!result) continue
        articles.push(result.value)
        written.push({ path: file.path, value: result.value })
        doubts.push(...unattributedClaims(file.path, result), ...unsupportedFigures(file.path, result))
        checks.push(() => {
          faults.push(
            ...unknownSubjects(file.path, result, subjectIds),
            ...missingOriginal(file.path, result, versions),
          )
          const original = versions.get(`${named.id}.${result.value.translatedFrom}`)
          if (!original || original === result.value) return
          faults.push(...translationMismatches(file.path, result, original))
          doubts.push(...translationDoubts(file.path, result, original))
        })
      }
    } else if (file.place.startsWith('anniversaries/')) {
      const id = yamlId(file, 'anniversary')
      const result = id !== undefined && read(file, anniversarySchema)
      if (!result) continue
      anniversaries.push({ id, ...result.value })
      const account = { ...result, value: result.value.account }
      checks.push(() => {
        faults.push(...missingArticles(file.path, account, ids, ['account']))
        doubts.push(
          ...unsupportedStatements(file.path, account, articles, ['account'], result.value.since.year),
        )
      })
    } else if (file.place.startsWith('subjects/')) {
      const id = yamlId(file, 'subject')
      if (id !== undefined) subjectIds.add(id)
      const result = id !== undefined && read(file, subjectSchema)
      if (!result) continue
      subjects.push({ id, ...result.value })
      const claims = { ...result, value: result.value.claims }
      checks.push(() => {
        faults.push(...missingArticles(file.path, claims, ids, ['claims']))
        doubts.push(...unsupportedStatements(file.path, claims, articles, ['claims']))
      })
    } else if (file.place === 'events.yaml') {
      const result = read(file, eventsSchema)
      if (!result) continue
      events = result.value
      checks.push(() => {
        faults.push(...missingArticles(file.path, result, ids))
        doubts.push(...unsupportedStatements(file.path, result, articles))
      })
    } else if (file.place === 'names.yaml') names = read(file, namesSchema)?.value.map(spelt) ?? names
    else if (file.place === 'archive.yaml') about = read(file, aboutSchema)?.value ?? about
    else
      faults.push({
        path: file.path,
        line: 1,
        message:
          'is no file of a corpus (articles/, anniversaries/, subjects/, events.yaml, names.yaml, archive.yaml)',
      })
  }
  for (const check of checks) check()
  doubts.push(...duplicateOriginals(written))
  if (files.every(file => !file.place.startsWith('articles/')))
    faults.push({ path: `${folder}/articles`, line: 1, message: 'there is no article' })
  if (faults.length > 0) return { faults: once(faults.sort(byPlace)) }
  return {
    doubts: doubts.sort(byPlace),
    corpus: {
      about,
      articles: articles.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
      anniversaries: anniversaries.sort(
        (a, b) => Number(b.usual) - Number(a.usual) || a.since.year - b.since.year,
      ),
      subjects,
      events: events.sort((a, b) => compareLooseDates(a.date, b.date)),
      names,
    },
  }
}

/** `path:line message`, as a curator reads it. */
export const describeFault = ({ path, line, message }: Fault) => `${path}:${line} ${message}`

/** The longest of the bundled ones has some 3,000; YAML takes four times as long over twice as many fields. */
const longestHead = 100_000

type ReadYaml = <T>(
  file: CorpusFile,
  schema: z.ZodType<T>,
  text?: string,
  firstLine?: number,
) => Located<T> | undefined

function readArticle(
  file: CorpusFile,
  named: { id: string; language: Language },
  read: ReadYaml,
  faults: Fault[],
): Located<Article> | undefined {
  const fence = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(file.text.replace(/^\uFEFF/, ''))
  if (fence?.index !== 0) {
    faults.push({
      path: file.path,
      line: 1,
      message: 'does not begin with front matter between two lines of ---',
    })
    return undefined
  }
  if (fence[0].length > longestHead) {
    faults.push({
      path: file.path,
      line: 1,
      message: `its front matter is longer than ${longestHead} letters`,
    })
    return undefined
  }
  const bodyLine = fence[0].split('\n').length
  const { blocks, faults: refused } = narrow(
    file.path,
    file.text.replace(/^\uFEFF/, '').slice(fence[0].length),
    bodyLine,
  )
  faults.push(...refused)
  if (blocks.length === 0 && refused.length === 0)
    faults.push({ path: file.path, line: bodyLine, message: 'has no text below the front matter' })
  const head = read(file, articleSchema, fence[1] ?? '', 2)
  if (!head) return undefined
  const article: Article = {
    ...named,
    ...head.value,
    body: blocks,
    paragraphs: paragraphsOf(blocks, named.language),
  }
  const located = { value: article, lineOf: head.lineOf }
  faults.push(...unknownSpeakers(file.path, located))
  return located
}

function spelt({ name: names, also }: { name: Translated; also: string[] }): NameEntry {
  const all = new Set([...Object.values(names), ...also])
  all.delete(names.en)
  return {
    name: names.en,
    names,
    also: [...all],
    spellings: [names.en, ...all]
      .map(each => tokens(each).map(token => token.word))
      .filter(words => words.length > 0),
  }
}

const idForm = 'small letters, digits and hyphens, at most 40'

function articleName(file: CorpusFile): { id: string; language: Language } | { fault: string } {
  const language = languages.find(code => file.place.endsWith(`.${code}.md`))
  const id = language && idOf(file, new RegExp(`\\.${language}\\.md$`))
  if (!language || id === undefined)
    return {
      fault: `the name is not <id>.<language>.md, the id of ${idForm}, the language one of ${languages.join(', ')}`,
    }
  return { id, language }
}

/** Ids stay short: a button carries one, and Telegram's buttons hold 64 bytes. */
function idOf(file: CorpusFile, ending: RegExp): string | undefined {
  const name = file.place.split('/').at(-1) ?? ''
  const id = name.replace(ending, '')
  return id !== name && /^[a-z0-9][a-z0-9-]{0,39}$/.test(id) ? id : undefined
}

/** A tag that opens and closes on a line is one fault to its author. */
const once = (faults: readonly Fault[]) =>
  faults.filter(
    (fault, index) => index === 0 || describeFault(fault) !== describeFault(faults[index - 1] as Fault),
  )

const byPlace = (a: Fault, b: Fault) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line)
