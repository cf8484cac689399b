// Looks up subjects by what people call them: words of the name, or of what their figures count.

import type { Article, Corpus, Figure, Subject } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { labelWords } from '../../text/labels.ts'
import { memoByObject } from '../../text/memo.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { visitInTurns } from '../../text/turns.ts'
import { type Token, tokens } from '../../text/words.ts'
import type { Concepts } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { type Query, readQuery } from '../query/query.ts'
import { isStopWord } from '../query/stop-words.ts'
import { isAlike } from './alike.ts'

export interface SubjectMatches {
  /** The likeliest first. */
  subjects: Subject[]
  /** Whether the words name them; if not, they are only the nearest. */
  isNamed: boolean
}

/** The subjects that the words may mean. */
export async function subjectsLike(
  corpus: Corpus,
  index: SearchIndex,
  typed: string,
): Promise<SubjectMatches> {
  // Filters and -words mean nothing here: every word is one of the name.
  const named = await subjectsWith(corpus, index, { text: typed, words: tokens(typed) })
  if (named.length > 0) return { subjects: named, isNamed: true }
  return {
    subjects: nearestSubjects(corpus)(typed)
      .filter(({ keys }) => isAlike(typed, keys))
      .map(each => each.value),
    isNamed: false,
  }
}

/** The subjects that the words name, all equally well. */
export const subjectsNamed = (
  corpus: Corpus,
  index: SearchIndex,
  typed: string | Query,
): Promise<Subject[]> => subjectsWith(corpus, index, readQuery(typed))

async function subjectsWith(
  corpus: Corpus,
  { concepts }: SearchIndex,
  { text, words }: { text: string; words: readonly Token[] },
): Promise<Subject[]> {
  const exact = corpus.subjects.filter(({ id }) => id === fold(text.trim()))
  if (exact.length > 0) return exact
  // Concepts count too: "death toll" is another spelling of "killed".
  const wanted = concepts
    .annotate(words)
    .map(token => token.word)
    .filter(word => !isStopWord(word))
  if (wanted.length === 0) return []
  const scored: { subject: Subject; matched: number }[] = []
  // The words of a subject are read when they are first compared.
  await visitInTurns(
    subjectWords(corpus)(concepts),
    ({ subject, wordsFor }) => {
      const label = wordsFor(text)
      scored.push({ subject, matched: wanted.filter(word => label.has(word)).length })
    },
    SUBJECTS_PER_TURN,
  )
  const highest = Math.max(1, ...scored.map(({ matched }) => matched))
  return scored.filter(({ matched }) => matched === highest).map(({ subject }) => subject)
}

const SUBJECTS_PER_TURN = 50

const subjectWords = memoByObject((corpus: Corpus) =>
  memoByObject((concepts: Concepts) =>
    corpus.subjects.map(subject => ({
      subject,
      wordsFor: labelWords(labelsOf(subject, corpus), label =>
        concepts.annotate(tokens(label)).map(({ word }) => word),
      ),
    })),
  ),
)

const nearestSubjects = memoByObject((corpus: Corpus) => nearest(subjectNames(corpus), 0.4))

/** Subjects to suggest while somebody types. */
export const completeSubjects = (corpus: Corpus, typed: string, limit: number): Subject[] =>
  completions(subjectNames(corpus), typed, limit, isAlike)

const subjectNames = memoByObject((corpus: Corpus): Named<Subject>[] =>
  corpus.subjects.map(subject => ({ value: subject, keys: [subject.id, ...Object.values(subject.names)] })),
)

/** The figures of a subject with their articles, in the order of the archive. */
export const figuresOn = (corpus: Corpus, subject: string): readonly CitedFigure[] =>
  figuresBySubject(corpus).get(subject) ?? []

export interface CitedFigure {
  article: Article
  figure: Figure
}

const figuresBySubject = memoByObject(({ articles }: Corpus) => {
  const bySubject = new Map<string, CitedFigure[]>()
  for (const article of articles)
    for (const figure of article.figures) {
      if (figure.subject === undefined) continue
      const list = bySubject.get(figure.subject) ?? []
      bySubject.set(figure.subject, list)
      list.push({ article, figure })
    }
  return bySubject
})

const labelsOf = (subject: Subject, corpus: Corpus): string[] => [
  ...Object.values(subject.names),
  ...(subject.searchWords ?? []),
  ...new Set(figuresOn(corpus, subject.id).map(({ figure }) => figure.noun)),
]
