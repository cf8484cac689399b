// `npm run languages`: prints what each language pack leaves out, and how much of the bundled corpus is translated.

import { loadCorpus } from '../core/corpus/load/folder.ts'
import type { Corpus } from '../core/corpus/model.ts'
import { allGaps, parts } from '../core/languages/gaps.ts'
import { ownNameOf } from '../core/languages/language.ts'

const folder = process.argv[2] ?? 'data'
const loaded = await loadCorpus(folder)

for (const [tag, gaps] of await allGaps()) {
  console.log(`${tag} · ${ownNameOf(tag)}`)
  console.log(gaps.phrases.length === 0 ? '  phrases: all' : `  phrases in English: ${gaps.phrases.length}`)
  for (const key of gaps.phrases) console.log(`    ${key}`)
  for (const part of gaps.parts) console.log(`  no ${part}: ${parts[part as keyof typeof parts]}`)
  console.log(
    'corpus' in loaded
      ? `  ${folder}: ${translatedIn(loaded.corpus, tag)}`
      : `  ${folder}: not read, it has faults`,
  )
}

/** Counts the articles and the texts of the YAML files that exist in the language. */
function translatedIn(corpus: Corpus, language: string): string {
  const ids = new Set(corpus.articles.map(({ id }) => id))
  const articles = corpus.articles.filter(each => each.language === language).length
  const texts = textsIn([corpus.about, corpus.anniversaries, corpus.subjects, corpus.events])
  const translated = texts.filter(text => text[language] !== undefined).length
  return `${articles} of ${ids.size} articles, ${translated} of ${texts.length} texts`
}

/** Every translatable text, however deeply nested. */
function textsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && typeof value.en === 'string') return [value as Record<string, unknown>]
  return Object.values(value).flatMap(textsIn)
}
