// Opens the index of a corpus: from an earlier start's file if it still fits, otherwise by building it.

import { hash } from 'node:crypto'
import type { Article, Corpus } from '../../corpus/model.ts'
import { headingsOf } from '../../corpus/paragraphs.ts'
import { conceptsOf } from './concepts.ts'
import { indexKey } from './format.ts'
import { readIndexFile } from './index-file.ts'
import { type IndexOptions, indexOver, type OpenedIndex } from './search-index.ts'
import { createSegment, sortedById } from './segment.ts'

/**
 * The index of the corpus. Articles that have not changed come from the file; the others are indexed. If the file is
 * corrupt or in another format, the index is built again.
 */
export async function openIndex(corpus: Corpus, options: IndexOptions = {}): Promise<OpenedIndex> {
  const { file } = options
  const articles = sortedById(corpus.articles)
  const key = file === undefined ? '' : indexKey(corpus.names)
  const fingerprints = file === undefined ? [] : fingerprintsOf(corpus, articles)
  const earlier = file === undefined ? undefined : readIndexFile(file, key)
  if (earlier && hasSameItems(earlier.fingerprints, fingerprints)) {
    const { forms, streams, postings } = earlier
    const segment = createSegment(articles, forms, streams, postings)
    return { index: indexOver(corpus, conceptsOf(corpus.names), segment), complete: Promise.resolve() }
  }
  // A start with nothing to build does not load the builder.
  const { growIndex } = await import('./build.ts')
  return growIndex({ corpus, articles, key, fingerprints, ...(earlier && { earlier }) }, options)
}

/** In the order of the articles given. A corpus from the cache has them; computing one takes the article's text. */
function fingerprintsOf(corpus: Corpus, articles: readonly Article[]): string[] {
  const known = new Map(
    corpus.fingerprints?.map((fingerprint, place) => [corpus.articles[place], fingerprint]),
  )
  return articles.map(article => known.get(article) ?? fingerprintOf(article))
}

const hasSameItems = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each, at) => each === b[at])

/** A hash of everything that is indexed of the article. */
function fingerprintOf(article: Article): string {
  const { id, language, title, publisher, retells, published, people, places, tags } = article
  const { keyPoints, figures, searchWords } = article
  const fields = [
    ...[id, language, title, publisher, retells?.name, published.year],
    ...[people, places, tags, keyPoints, searchWords, figures.map(figure => figure.searchWords)],
  ]
  const paragraphs = article.paragraphs.map(({ text, sentences }) => `${sentences.join()} ${text}`)
  const headings = [...headingsOf(article.body)]
  return hash('sha1', `${JSON.stringify([...fields, headings])}\n${paragraphs.join('\n')}`, 'base64url')
}
