// Wraps the engines to compare, each with the best settings we know.

import { DatabaseSync } from 'node:sqlite'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Article } from '../../src/core/corpus/model.ts'
import type { Language } from '../../src/core/languages/language.ts'
import { buildIndex } from '../../src/core/search/index/build.ts'
import type { SearchIndex } from '../../src/core/search/index/search-index.ts'
import { readQuery } from '../../src/core/search/query/query.ts'
import { rank } from '../../src/core/search/rank/rank.ts'
import { search } from '../../src/core/search/search.ts'
import { fold } from '../../src/core/text/fold.ts'
import { tokens } from '../../src/core/text/words.ts'
import type { SearchSet } from './set.ts'

/** Returns the ids of what it finds, the best first. `language` is the reader's, which a chat knows. */
export type Engine = (query: string, language?: Language) => string[]

const MAX_RESULTS = 10

export const engines: Record<string, (set: SearchSet) => Engine> = {
  ours: set => ours(indexOf(set)),

  'Fuse, token search': ({ articles }) => {
    const list = articles.map(article => ({
      id: article.id,
      title: fold(article.title),
      text: fold(textOf(article)),
    }))
    const fuse = new Fuse(list, {
      keys: ['title', 'text'],
      useTokenSearch: true,
      threshold: 0.3,
      ignoreFieldNorm: true,
      ignoreLocation: true,
    })
    return query => fuse.search(fold(query), { limit: MAX_RESULTS }).map(({ item }) => item.id)
  },

  'MiniSearch, tuned': ({ articles }) => {
    const words = (text: string) => tokens(text).map(({ word }) => word)
    const mini = new MiniSearch({ fields: ['title', 'text'], tokenize: words, processTerm: word => word })
    mini.addAll(articles.map(article => ({ id: article.id, title: article.title, text: textOf(article) })))
    return query =>
      mini
        .search(query.slice(0, 160), {
          boost: { title: 2 },
          fuzzy: word => (word.length < 4 ? false : 0.2),
          prefix: (_, at, all) => at === all.length - 1,
          weights: { fuzzy: 0.3, prefix: 0.6 },
        })
        .slice(0, MAX_RESULTS)
        .map(({ id }) => id)
  },

  'SQLite FTS5, prefix on the last word': ({ articles }) => {
    const database = new DatabaseSync(':memory:')
    database.exec(
      "CREATE VIRTUAL TABLE article USING fts5(id UNINDEXED, title, text, tokenize = 'unicode61')",
    )
    const insert = database.prepare('INSERT INTO article VALUES (?, ?, ?)')
    database.exec('BEGIN')
    for (const article of articles) insert.run(article.id, fold(article.title), fold(textOf(article)))
    database.exec('COMMIT')
    const select = database.prepare(
      `SELECT id FROM article WHERE article MATCH ? ORDER BY bm25(article, 0, 3, 1) LIMIT ${MAX_RESULTS}`,
    )
    return query => {
      const words = tokens(query.slice(0, 160)).map(({ word }) => `"${word}"`)
      return words.length === 0 ? [] : select.all(`${words.join(' OR ')}*`).map(({ id }) => String(id))
    }
  },
}

/** Everything that /search does except the message: ranking, and passages with their marks. */
export const ours = (index: SearchIndex): Engine => {
  return (query, language) =>
    search(index, query, { language, count: MAX_RESULTS }).hits.map(({ article }) => article.id)
}

/** Ranking alone, with parts of it disabled. */
export const oursWithout = (index: SearchIndex, disabled: ReadonlySet<string>): Engine => {
  return query =>
    rank(index, readQuery(query), { disabled })
      .ranked.slice(0, MAX_RESULTS)
      .map(({ article }) => index.segment.articles[article]?.id ?? '')
}

export const corpusOf = ({ articles, names }: SearchSet) => ({
  ...{ about: { name: { en: '' }, zone: 'UTC', time: '07:00', sources: [], cautions: [] } },
  ...{ articles, names, anniversaries: [], subjects: [], events: [], synonyms: [] },
})

export const indexOf = (set: SearchSet): SearchIndex => buildIndex(corpusOf(set))

const textOf = ({ paragraphs }: Article): string => paragraphs.map(({ text }) => text).join('\n')
