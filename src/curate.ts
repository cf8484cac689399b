// The curators' command line: `npm run corpus -- check [folder]` says every fault of a corpus, or what it holds.
import { loadCorpus } from './core/corpus/folder.ts'
import { describeFault } from './core/corpus/parse.ts'

const [verb, folder = process.env.DAYBOOK_CORPUS || 'data', ...more] = process.argv.slice(2)

if (verb !== 'check' || more.length > 0) {
  console.error('usage: npm run corpus -- check [folder]')
  process.exitCode = 2
} else {
  const parsed = await loadCorpus(folder)
  if ('faults' in parsed) {
    for (const fault of parsed.faults) console.error(describeFault(fault))
    const count = parsed.faults.length
    console.error(`${count} ${count === 1 ? 'fault' : 'faults'}: this corpus would not load.`)
    process.exitCode = 1
  } else {
    const { articles, anniversaries, names } = parsed.corpus
    const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`
    const translations = articles.filter(each => each.translatedFrom)
    const ids = new Set(articles.map(({ id }) => id))
    const parts = [
      counted(ids.size, 'article'),
      ...(translations.length > 0 ? [counted(translations.length, 'translation')] : []),
      counted(anniversaries.length, 'anniversary', 'anniversaries'),
      counted(names.length, 'name'),
    ]
    console.log(`${folder}: ${parts.join(', ')}; no faults.`)
  }
}
