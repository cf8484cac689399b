// Opens the index of a corpus: from the file of an earlier start, checked by hashes, or else built.
import { hash } from 'node:crypto'
import type { Article, Corpus } from '../../corpus/model.ts'
import { conceptsOf } from './concepts.ts'
import { indexKey, readIndexFile } from './saved.ts'
import { type IndexOptions, indexOver, type OpenedIndex } from './search-index.ts'
import { createSegment, sortedById } from './segment.ts'

/**
 * The index of the corpus. What `saved` holds is used as far as it was made from the same articles by the same code;
 * articles that are new or changed are written anew, and a file that is broken or foreign counts for nothing.
 */
export async function openIndex(corpus: Corpus, opening: IndexOptions = {}): Promise<OpenedIndex> {
  const { file: saved } = opening
  const articles = sortedById(corpus.articles)
  const key = saved === undefined ? '' : indexKey(corpus.names)
  const marks = saved === undefined ? [] : marksOf(corpus, articles)
  const earlier = saved === undefined ? undefined : readIndexFile(saved, key)
  if (earlier && isSame(earlier.marks, marks)) {
    const { forms, streams, postings } = earlier
    const segment = createSegment(articles, forms, streams, postings)
    return { index: indexOver(corpus, conceptsOf(corpus.names), segment), whole: Promise.resolve() }
  }
  // What builds is not loaded by a start that has nothing to build.
  const { growIndex } = await import('./build.ts')
  return growIndex(corpus, articles, { key, marks, ...(earlier && { earlier }) }, opening)
}

/** In the order of the articles given. One by one it takes the text of each. */
function marksOf(corpus: Corpus, articles: readonly Article[]): string[] {
  const known = new Map(corpus.marks?.map((mark, place) => [corpus.articles[place], mark]))
  return articles.map(article => known.get(article) ?? markOf(article))
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each, at) => each === b[at])

/** Tells an article from every other, by all of it that is indexed. */
export function markOf(article: Article): string {
  const { id, language, title, publisher, retells, published, people, places, tags, keyPoints } = article
  const fields = [
    id,
    language,
    title,
    publisher,
    retells?.name,
    published.year,
    people,
    places,
    tags,
    keyPoints,
  ]
  const paragraphs = article.paragraphs.map(({ text, sentences }) => `${sentences.join()} ${text}`)
  return hash('sha1', `${JSON.stringify(fields)}\n${paragraphs.join('\n')}`, 'base64url')
}
