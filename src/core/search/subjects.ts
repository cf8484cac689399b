// Subjects by what people call them: words of the name, or of what their figures count.
import type { Corpus, Subject } from '../corpus/corpus.ts'
import { comparable, tokens } from './fold.ts'
import type { SearchIndex } from './index.ts'
import { labelTokens, onceFor } from './labels.ts'
import { completions, type Named, nearest } from './nearest.ts'
import { isStopWord } from './stopwords.ts'

/** The subjects that the words may mean, the likeliest first; `sure` where the words name them. */
export function subjectsLike(
  corpus: Corpus,
  index: SearchIndex,
  typed: string,
): { subjects: Subject[]; sure: boolean } {
  const marked = (label: string) => index.concepts.mark(labelTokens(label)).map(token => token.word)
  const exact = corpus.subjects.filter(({ id }) => id === typed.trim().toLowerCase())
  if (exact.length > 0) return { subjects: exact, sure: true }
  // A name of names.yaml counts by itself: "death toll" is "killed".
  const wanted = index.concepts
    .mark(tokens(typed))
    .map(token => token.word)
    .filter(word => !isStopWord(word))
  const found = corpus.subjects
    .map(subject => {
      const label = new Set(comparable(labelsOf(subject, corpus), typed).flatMap(marked))
      return { subject, hits: wanted.filter(word => label.has(word)).length }
    })
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
  const most = found[0]?.hits
  if (most !== undefined)
    return { subjects: found.filter(({ hits }) => hits === most).map(({ subject }) => subject), sure: true }
  return { subjects: near(corpus)(typed).map(each => each.value), sure: false }
}

const near = onceFor((corpus: Corpus) => nearest(list(corpus), 0.4))

/** Subjects to offer while somebody types. */
export const completeSubjects = (corpus: Corpus, typed: string, limit: number): Subject[] =>
  completions(list(corpus), typed, limit)

const list = (corpus: Corpus): Named<Subject>[] =>
  corpus.subjects.map(subject => ({ value: subject, keys: [subject.id, ...Object.values(subject.names)] }))

const labelsOf = (subject: Subject, corpus: Corpus): string[] => [
  ...Object.values(subject.names),
  ...corpus.articles.flatMap(article =>
    article.figures.filter(figure => figure.subject === subject.id).map(figure => figure.noun),
  ),
]
