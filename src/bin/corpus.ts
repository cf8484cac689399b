// The curators' command line: `npm run corpus -- check` says every fault of a corpus, `import` makes an article of a text.
import { parseArgs } from 'node:util'
import { parseLooseDate } from '../core/calendar/date.ts'
import { loadCorpus } from '../core/corpus/load/folder.ts'
import { describeFault } from '../core/corpus/load/parse.ts'
import { plural } from '../core/languages/en/words.ts'
import type { ImportReport } from '../import/import.ts'

const usage = `usage: npm run corpus -- check [folder]
       npm run corpus -- import FILE|URL --to FOLDER [--id ID] [--title TITLE] [--publisher NAME]
                                [--date 2014-01-07|2014-01|2014] [--language en|vi|km] [--url ADDRESS]`

const [verb, ...rest] = process.argv.slice(2)
const usual = process.env.DAYBOOK_CORPUS || 'data'
if (verb === 'check' && rest.length <= 1) await check(rest[0] ?? usual)
else if (verb === 'import') await importOne(rest)
else fail(2, usage)

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
  for (const { id, language, review } of unreviewed)
    console.log(`to be reviewed: articles/${id}.${language}.md: ${review}`)
}

async function importOne(words: string[]): Promise<void> {
  const read = readImport(words)
  if ('misused' in read) return fail(2, read.misused, usage)
  // Parsers of pages and Markdown are large, and a check needs none of them.
  const { importInto } = await import('../import/write.ts')
  const { from, to, ...told } = read
  const written = await importInto(to, from, told, usual)
  if ('refused' in written) return fail(1, `${from}: not imported: ${written.refused}`)
  console.log(`${written.path}: written, to be reviewed:`)
  for (const note of written.review) console.log(`- ${note}`)
}

/** What is to be imported, or what the words lack. */
function readImport(words: string[]): { misused: string } | (ImportReport & { from: string; to: string }) {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { to: text, id: text, title: text, publisher: text, date: text, language: text, url: text },
    })
    const [from, ...more] = positionals
    if (from === undefined) return { misused: 'there is no FILE or URL to import' }
    if (more.length > 0) return { misused: `one import takes one FILE or URL; too many: ${more.join(', ')}` }
    const { to, date } = values
    if (to === undefined)
      return { misused: 'there is no --to FOLDER: the corpus that the article is written into' }
    const parsed = date === undefined ? undefined : parseLooseDate(date)
    if (date !== undefined && !parsed)
      return { misused: `--date ${date} is no date of the form 2014-01-07, 2014-01 or 2014` }
    return { from, ...values, to, date: parsed }
  } catch (error) {
    // Its first sentence names the flag: Unknown option '--titel'. The others advise on dashes.
    return { misused: (error as Error).message.replace(/(?<=')\. [\s\S]*/, '') }
  }
}

function fail(code: number, ...lines: string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = code
}
