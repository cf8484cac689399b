// Wraps the engines to compare on questions: each finds paragraphs, and some find sentences.

import { DatabaseSync } from 'node:sqlite'
import { readQuery } from '../../src/core/search/query/query.ts'
import { matchesFor } from '../../src/core/search/rank/matches.ts'
import { bestSentences } from '../../src/core/search/rank/sentences.ts'
import { search } from '../../src/core/search/search.ts'
import { fold } from '../../src/core/text/fold.ts'
import { tokens } from '../../src/core/text/words.ts'
import { type Engine, indexOf, engines as searchEngines } from '../search/engines.ts'
import type { QuestionSet } from './set.ts'

/** A sentence found in the paragraph with this id. */
export interface FoundSentence {
  id: string
  text: string
}

export interface QuestionEngine {
  paragraphs: Engine
  /** The best first. */
  sentences?: (question: string) => FoundSentence[]
}

const MAX_RESULTS = 10

export const questionEngines: Record<string, (set: QuestionSet) => QuestionEngine> = {
  ours: set => {
    const { language } = set
    const index = indexOf({ ...set, queries: [], names: [] })
    const sentences = (question: string) => {
      const query = readQuery(question)
      const matched = matchesFor(index, query, language)
      return bestSentences(index, matched, { query, count: MAX_RESULTS }).map(({ article, text }) => ({
        id: article.id,
        text,
      }))
    }
    const hits = (question: string) => search(index, question, { language, count: MAX_RESULTS }).hits
    return {
      paragraphs: question => hits(question).map(({ article }) => article.id),
      sentences,
    }
  },

  'FTS5, any word': ({ paragraphs }) => {
    const find = fullTextSearch(paragraphs.map(({ text }) => text))
    return { paragraphs: question => find(question).map(row => paragraphs[row]?.id ?? '') }
  },

  'FTS5, any word, over sentences': ({ paragraphs }) => {
    const all = paragraphs.flatMap(({ id, sentences }) => sentences.map(text => ({ id, text })))
    const find = fullTextSearch(all.map(({ text }) => text))
    const sentences = (question: string) => find(question).flatMap(row => all[row] ?? [])
    return { paragraphs: question => [...new Set(sentences(question).map(({ id }) => id))], sentences }
  },

  MiniSearch: set => {
    const build = searchEngines['MiniSearch, tuned']
    if (!build) throw new Error('MiniSearch is missing')
    return { paragraphs: build({ ...set, queries: [], names: [] }) }
  },
}

/** Returns a search for any word of a question, by BM25; it gives the numbers of the texts, the best first. */
function fullTextSearch(texts: readonly string[]): (question: string) => number[] {
  const database = new DatabaseSync(':memory:')
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = 'unicode61')")
  const insert = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
  database.exec('BEGIN')
  for (const [number, text] of texts.entries()) insert.run(number, fold(text))
  database.exec('COMMIT')
  const select = database.prepare(
    `SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ${MAX_RESULTS}`,
  )
  return question => {
    const words = tokens(question).map(({ word }) => `"${word}"`)
    return words.length === 0 ? [] : select.all(words.join(' OR ')).map(({ rowid }) => Number(rowid))
  }
}
