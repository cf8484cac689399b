// Subjects by what people call them: words of the name, or of what their figures count.
import type { Corpus, Subject } from '../../corpus/model.ts'
import { labelWords } from '../../text/labels.ts'
import { memoByObject } from '../../text/memo.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { tokens } from '../../text/words.ts'
import type { Concepts } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { isStopWord } from '../query/stop-words.ts'

/** The subjects that the words may mean, the likeliest first; `isNamed` where the words name them. */
export function subjectsLike(
  corpus: Corpus,
  index: SearchIndex,
  typed: string,
): { subjects: Subject[]; isNamed: boolean } {
  const named = subjectsNamed(corpus, index, typed)
  if (named.length > 0) return { subjects: named, isNamed: true }
  return { subjects: near(corpus)(typed).map(each => each.value), isNamed: false }
}

/** The subjects that the words name, all equally well. */
export function subjectsNamed(corpus: Corpus, { concepts }: SearchIndex, typed: string): Subject[] {
  const exact = corpus.subjects.filter(({ id }) => id === typed.trim().toLowerCase())
  if (exact.length > 0) return exact
  // A name of names.yaml counts by itself: "death toll" is "killed".
  const wanted = concepts
    .annotate(tokens(typed))
    .map(token => token.word)
    .filter(word => !isStopWord(word))
  if (wanted.length === 0) return []
  const counted = subjectWords(corpus)(concepts).map(({ subject, wordsFor }) => {
    const words = wordsFor(typed)
    return { subject, hits: wanted.filter(word => words.has(word)).length }
  })
  const most = Math.max(1, ...counted.map(({ hits }) => hits))
  return counted.filter(({ hits }) => hits === most).map(({ subject }) => subject)
}

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

const near = memoByObject((corpus: Corpus) => nearest(list(corpus), 0.4))

/** Subjects to offer while somebody types. */
export const completeSubjects = (corpus: Corpus, typed: string, limit: number): Subject[] =>
  completions(list(corpus), typed, limit)

const list = memoByObject((corpus: Corpus): Named<Subject>[] =>
  corpus.subjects.map(subject => ({ value: subject, keys: [subject.id, ...Object.values(subject.names)] })),
)

const labelsOf = (subject: Subject, corpus: Corpus): string[] => [
  ...Object.values(subject.names),
  ...corpus.articles.flatMap(article =>
    article.figures.filter(figure => figure.subject === subject.id).map(figure => figure.noun),
  ),
]
