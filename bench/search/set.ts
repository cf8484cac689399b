// Reads a set to measure search on: articles, queries with the articles they seek, and names with their spellings.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, NameEntry } from '../../src/core/corpus/model.ts'
import type { Language } from '../../src/core/languages/language.ts'
import { partOf } from '../../src/core/languages/packs.ts'
import { fold } from '../../src/core/text/fold.ts'
import { sentenceStarts } from '../../src/core/text/sentences.ts'
import { tokens } from '../../src/core/text/words.ts'

export interface Query {
  query: string
  /** How the query was changed: clean, typo1, prefix ... */
  kind: string
  /** The reader's language. */
  lang?: Language
  /** The ids of the articles it seeks; none for nonsense. */
  relevant: string[]
  /** For a query with an alias: the name as the article has it, and the query with that name. */
  note?: string
  canonical?: string
}

export interface SearchSet {
  articles: Article[]
  queries: Query[]
  names: NameEntry[]
}

/** Reads `corpus.jsonl` and every `queries*.jsonl`; undefined if there is no such folder. */
export function readSet(folder: string): SearchSet | undefined {
  if (!existsSync(join(folder, 'corpus.jsonl'))) return undefined
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
  const articles = (
    lines('corpus.jsonl') as { id: string; title: string; text: string; lang?: Language }[]
  ).map(({ id, title, text, lang = 'en' }) => articleOf(id, title, text.split(/\n+/).filter(Boolean), lang))
  const queries = ['queries.jsonl', 'queries-extra.jsonl']
    .filter(name => existsSync(join(folder, name)))
    .flatMap(lines) as Query[]
  return { articles, queries, names: namesIn(queries) }
}

export function articleOf(id: string, title: string, paragraphs: string[], language: Language): Article {
  return {
    ...{ id, language, title, publisher: '', publisherNote: '', published: { year: 2000 } },
    ...{ people: [], places: [], tags: [], keyPoints: [], figures: [], body: [], verbatim: true },
    paragraphs: paragraphs.map(text => ({
      text,
      sentences: sentenceStarts(text, partOf(language, 'sentences')),
    })),
  }
}

/**
 * The names that the alias queries were made with. Each of these queries has a note with the name as the article has it,
 * and the query with that name; what the query itself has in its place is another spelling.
 */
function namesIn(queries: readonly Query[]): NameEntry[] {
  const groups = new Map<string, Set<string>>()
  for (const { query, note, canonical } of queries) {
    if (note === undefined || canonical === undefined) continue
    const alias = fold(query)
      .replace(fold(canonical.slice(note.length)).trim(), '')
      .trim()
    const spellings = new Set([...(groups.get(note) ?? [note]), ...(groups.get(alias) ?? [alias])])
    for (const spelling of spellings) groups.set(spelling, spellings)
  }
  return [...new Set(groups.values())].map(group => {
    const [name = '', ...also] = group
    return {
      name,
      names: { en: name },
      also,
      spellings: [name, ...also].map(each => tokens(each).map(({ word }) => word)),
    }
  })
}

/**
 * The set with `count` articles. Its own come first, starting with those that queries seek. The rest are mixed from
 * passages that no query seeks, each in one language and as long as some article.
 */
export function resized({ articles, queries, names }: SearchSet, count: number): SearchSet {
  const sought = new Set(queries.flatMap(({ relevant }) => relevant))
  const [wanted, others] = [
    articles.filter(({ id }) => sought.has(id)),
    articles.filter(({ id }) => !sought.has(id)),
  ]
  const all = [...wanted, ...others].slice(0, count)
  const random = randomFrom(count)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const pools = (['en', 'vi', 'km'] as const).map(language =>
    others.filter(each => each.language === language),
  )
  const passages = pools.map(pool => pool.flatMap(passagesIn))
  for (let made = 0; all.length < count; made++) {
    const model = pick(others)
    const pool = pools.findIndex(each => each[0]?.language === model.language)
    const length = passagesIn(model).length
    const paragraphs = Array.from({ length }, () => pick(passages[pool] as string[]))
    all.push(articleOf(`mixed-${made}`, pick(pools[pool] as Article[]).title, paragraphs, model.language))
  }
  return { articles: all, queries, names }
}

/** Pieces of three sentences. */
const passagesIn = ({ paragraphs }: Article): string[] =>
  paragraphs.flatMap(({ text, sentences }) =>
    sentences.filter((_, at) => at % 3 === 0).map((start, at) => text.slice(start, sentences[at * 3 + 3])),
  )

/** Pseudo-random numbers, the same every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
