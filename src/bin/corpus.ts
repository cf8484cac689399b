// Runs the curators' commands: `npm run corpus -- check` lists the faults of a corpus, `import` turns a text into an article.

import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { parseLooseDate } from '../core/calendar/date.ts'
import { futureWarnings } from '../core/corpus/future.ts'
import { describeFault } from '../core/corpus/load/fault.ts'
import { loadCorpus } from '../core/corpus/load/folder.ts'
import { plural } from '../core/languages/en/words.ts'
import type { ImportOptions } from '../import/import.ts'
import { fail } from './fail.ts'

const CORPUS_USAGE = `usage: npm run corpus -- check [folder]
       npm run corpus -- import FILE|URL --to FOLDER [--id ID] [--title TITLE] [--publisher NAME]
                                [--date 2014-01-07|2014-01|2014] [--language en|vi|km] [--url ADDRESS]`

const [verb, ...rest] = process.argv.slice(2)
const defaultFolder = process.env.DAYBOOK_CORPUS || 'data'
if (process.argv.slice(2).some(word => word === '--help' || word === '-h')) console.log(CORPUS_USAGE)
else if (verb === 'check' && rest.length <= 1) await check(rest[0] ?? defaultFolder)
else if (verb === 'import') await importArticleFile(rest)
else fail(2, CORPUS_USAGE)

async function check(folder: string): Promise<void> {
  const parsed = await loadCorpus(folder)
  if ('faults' in parsed) {
    const count = plural(parsed.faults.length, 'fault')
    return fail(1, ...parsed.faults.map(describeFault), `${count}: this corpus would not load.`)
  }
  if (parsed.doubts.length > 0) {
    const count = plural(parsed.doubts.length, 'doubt')
    return fail(
      1,
      ...parsed.doubts.map(describeFault),
      `${count}: this corpus loads, but should not be shown.`,
    )
  }
  const { articles, anniversaries, names } = parsed.corpus
  const unreviewed = articles.filter(article => article.review !== undefined)
  const translations = articles.filter(each => each.translatedFrom)
  const parts = [
    plural(new Set(articles.map(({ id }) => id)).size, 'article'),
    ...(translations.length > 0 ? [plural(translations.length, 'translation')] : []),
    plural(anniversaries.length, 'anniversary', 'anniversaries'),
    plural(names.length, 'name'),
  ]
  console.log(`${folder}: ${parts.join(', ')}; no faults.`)
  for (const warning of futureWarnings(parsed.corpus, Temporal.Now.plainDateISO('UTC')))
    console.log(`warning: anniversaries/${warning}`)
  for (const { id, language, review } of unreviewed)
    console.log(`to review: articles/${id}.${language}.md: ${review}`)
}

async function importArticleFile(words: string[]): Promise<void> {
  const read = readImport(words)
  if ('misused' in read) return fail(2, read.misused, CORPUS_USAGE)
  // The parsers of HTML and Markdown are large, and a check needs neither.
  const { importInto } = await import('../import/write.ts')
  const { from, to, ...options } = read
  const written = await importInto(to, from, { ...options, anniversariesFrom: defaultFolder })
  if ('refused' in written) return fail(1, `${from}: not imported: ${written.refused}`)
  console.log(`${written.path}: written. To review:`)
  for (const note of written.review) console.log(`- ${note}`)
}

/** Reads what to import and with which options, or says what is wrong with the command line. */
function readImport(words: string[]): { misused: string } | (ImportOptions & { from: string; to: string }) {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { to: text, id: text, title: text, publisher: text, date: text, language: text, url: text },
    })
    const [from, ...more] = positionals
    if (from === undefined) return { misused: 'FILE or URL is missing: the text to import' }
    if (more.length > 0) return { misused: `only one FILE or URL at a time; too many: ${more.join(', ')}` }
    const { to, date } = values
    if (to === undefined) return { misused: '--to FOLDER is missing: the corpus to write the article into' }
    const parsed = date === undefined ? undefined : parseLooseDate(date)
    if (date !== undefined && !parsed)
      return { misused: `--date ${date} is not a date such as 2014-01-07, 2014-01 or 2014` }
    return { from, ...values, to, date: parsed }
  } catch (error) {
    // The first sentence names the option: Unknown option '--titel'. The rest is advice on dashes.
    return { misused: (error as Error).message.replace(/(?<=')\. [\s\S]*/, '') }
  }
}
