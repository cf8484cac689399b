// Turns corpus files into a whole corpus or a list of all faults: nothing is half loaded.

import { compareLooseDates } from '../../calendar/date.ts'
import type { Corpus } from '../model.ts'
import { readArticle } from './article.ts'
import { type CorpusFile, createDraft, type Draft } from './draft.ts'
import { type Fault, sortedFaults } from './fault.ts'
import { duplicateOriginals } from './translation.ts'
import {
  readAnniversary,
  readArchive,
  readEvents,
  readNames,
  readSubject,
  readSynonyms,
} from './yaml-files.ts'

/**
 * Faults keep a corpus from loading. Doubts do not: they are statements without evidence, for a curator to check. They
 * are known only when the files are parsed, not when the corpus comes from the cache.
 */
export type ParsedCorpus = { corpus: Corpus; doubts: Fault[] } | { faults: Fault[] }

/** The corpus that the files of `folder` make, or all their faults by path and line. */
export function parseCorpus(files: readonly CorpusFile[], folder = '.'): ParsedCorpus {
  const draft = createDraft()
  for (const file of files) readFile(file, draft)
  for (const check of draft.checks) check()
  const { faults, doubts, corpus } = draft
  doubts.push(...duplicateOriginals(draft.articles))
  if (files.every(file => !file.place.startsWith('articles/')))
    faults.push({ path: `${folder}/articles`, line: 1, message: 'there are no articles' })
  if (faults.length > 0) return { faults: sortedFaults(faults) }
  return { corpus: inOrder(corpus), doubts: sortedFaults(doubts) }
}

function readFile(file: CorpusFile, draft: Draft): void {
  const { path, place } = file
  if (place.startsWith('articles/')) readArticle(file, draft)
  else if (place.startsWith('anniversaries/')) readAnniversary(file, draft)
  else if (place.startsWith('subjects/')) readSubject(file, draft)
  else if (place === 'events.yaml') readEvents(file, draft)
  else if (place === 'names.yaml') readNames(file, draft)
  else if (place === 'words.yaml') readSynonyms(file, draft)
  else if (place === 'archive.yaml') readArchive(file, draft)
  else draft.faults.push({ path, line: 1, message: `is not a corpus file (${PLACES})` })
}

const PLACES = 'articles/, anniversaries/, subjects/, events.yaml, names.yaml, words.yaml, archive.yaml'

/** Articles by id, anniversaries with the default first and then by age, events by date. */
const inOrder = ({ articles, anniversaries, events, ...rest }: Corpus): Corpus => ({
  ...rest,
  articles: articles.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  anniversaries: anniversaries.toSorted(
    (a, b) => Number(b.isDefault) - Number(a.isDefault) || a.since.year - b.since.year,
  ),
  events: events.toSorted((a, b) => compareLooseDates(a.date, b.date)),
})
