// Looks up which spellings of a name the articles have, and which are only there to search by.

import type { Article, Corpus, NameEntry } from '../../corpus/model.ts'
import { unified } from '../../text/alike/lookalikes.ts'
import { fold } from '../../text/fold.ts'
import { memoByObject } from '../../text/memo.ts'
import { visitInTurns } from '../../text/turns.ts'
import { needsDictionary, tokens } from '../../text/words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { articleCount, hasWord, type Segment } from '../index/segment.ts'

/** The spellings of a name that stand in some article as they are, in any case: in its text or beside it. */
export async function writtenSpellings(
  corpus: Corpus,
  { segment, indexedShare }: SearchIndex,
  entry: NameEntry,
): Promise<ReadonlySet<string>> {
  const known = knownIn(corpus)
  const written = known.get(entry) ?? (await findWritten(corpus, segment, [entry.name, ...entry.also]))
  // While the index grows, there may be more the next time.
  if (indexedShare === undefined) known.set(entry, written)
  return written
}

const knownIn = memoByObject((_corpus: Corpus) => new WeakMap<NameEntry, ReadonlySet<string>>())

async function findWritten(
  corpus: Corpus,
  segment: Segment,
  spellings: readonly string[],
): Promise<Set<string>> {
  const written = new Set<string>()
  const wanted = spellings.map(spelling => ({ spelling, isIn: testFor(spelling) }))
  await visitInTurns(
    wanted,
    ({ spelling, isIn }) => {
      const candidates = articlesHaving(segment, spelling).slice(0, MAX_ARTICLES_READ)
      if (candidates.some(article => indexedTextsOf(article).some(text => isIn(plain(text)))))
        written.add(spelling)
    },
    1,
  )
  const left = wanted.filter(({ spelling }) => !written.has(spelling))
  const seen = new Set<string>()
  await visitInTurns(corpus.articles, article => {
    for (const note of notesOf(article)) {
      if (note === undefined || seen.has(note)) continue
      seen.add(note)
      const text = plain(note)
      for (const { spelling, isIn } of left) if (isIn(text)) written.add(spelling)
    }
  })
  return written
}

/**
 * Texts of a large archive stay in its file, so that only so many are read. The words of a spelling stand together in
 * nearly every article that has them all.
 */
const MAX_ARTICLES_READ = 50

/** The articles that have every word of the spelling, with or without accents. */
function articlesHaving(segment: Segment, spelling: string): Article[] {
  const words = tokens(spelling).map(({ word }) => segment.lexicon.find(fold(word)))
  const [rarest, ...others] = words.sort((a, b) => articleCount(segment, a) - articleCount(segment, b))
  if (rarest === undefined || articleCount(segment, rarest) === 0) return []
  const { entries, starts } = segment.postings
  return Array.from(entries.subarray(starts[rarest], starts[rarest + 1]), entry => entry >>> 8)
    .filter(article => others.every(word => hasWord(segment, word, article)))
    .map(article => segment.articles[article] as Article)
}

/** The texts of an article that the index has. */
const indexedTextsOf = ({
  title,
  publisher,
  retells,
  people,
  places,
  tags,
  keyPoints,
  paragraphs,
}: Article) => [
  ...[title, publisher, retells?.name ?? '', ...people.map(({ name }) => name), ...places, ...tags],
  ...[...keyPoints, ...paragraphs].map(({ text }) => text),
]

/** What is said of an article, its people and its figures: in memory even in a large archive, but not in the index. */
const notesOf = ({ publisherNote, titleNote, author, retells, people, figures }: Article) => [
  ...[publisherNote, titleNote, author, retells?.note, retells?.author, ...people.map(({ role }) => role)],
  ...figures.map(({ number, noun }) => `${number} ${noun}`),
]

/** A test whether a plain text has the spelling as words of its own. Scripts without spaces have no edges to look for. */
function testFor(spelling: string): (text: string) => boolean {
  const wanted = plain(spelling)
  const isUnspaced = needsDictionary(wanted)
  return text => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
      if (isUnspaced || !inWord.test(text.slice(at - 1, at) + text.charAt(at + wanted.length))) return true
    return false
  }
}

const plain = (text: string) => unified(text).normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ')
const inWord = /[\p{L}\p{N}\p{M}]/u
