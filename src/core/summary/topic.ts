// What several articles say on a topic, so that agreement, difference and what one alone says can be told apart.
import type { Article, Corpus } from '../corpus/model.ts'
import type { Language } from '../languages/language.ts'
import { isConcept } from '../search/index/concepts.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { tokens } from '../text/words.ts'
import type { StandaloneSentence } from './alone.ts'
import { likeness } from './centrality.ts'
import { sentencesOf } from './excerpt.ts'
import { extract } from './extract.ts'
import { type Sentence, type Weighed, weigh } from './features.ts'
import { peopleOf } from './people.ts'
import type { Length } from './points.ts'
import { contradict } from './quantities.ts'
import { type Terms, termsOf } from './terms.ts'
import { weightsFor } from './weights.ts'

/** A key point with whose it is, or a sentence of an article that has none on the topic. */
export interface Statement extends Sentence {
  article: Article
  speaker?: string
  via?: string
  /** The sentence as it stands in its article; a key point stands in none. */
  sentence?: StandaloneSentence
}

/** Statements of different articles on the same thing, side by side; or one that stands alone. */
export interface Group {
  kind: 'alike' | 'different' | 'single'
  statements: Statement[]
}

/** At most so many things are told of. */
const most: Record<Length, number> = { short: 5, medium: 8, long: 14 }
/** From here on two statements are about the same thing. */
const sameThing = 0.3
/** From here on different numbers in them contradict each other; below, they count different things. */
const sameFact = 0.5
/** Such a share of the words and names of the topic must stand in a statement, or what two articles can offer. */
const enough = 0.5

/** What the articles say of the words: first what several tell, then where they differ, then what only one has. */
export function topicOf(
  articles: readonly Article[],
  words: string,
  length: Length,
  { corpus, index, language }: { corpus: Corpus; index: SearchIndex; language: Language },
): Group[] {
  const read = new Map<string, Terms>()
  const termsIn = (text: string): Terms => {
    const terms = read.get(text) ?? withNames(text, language, index)
    read.set(text, terms)
    return terms
  }
  const texts = onTopic(articles, namesFirst(words, language, index), termsIn, corpus, index)
  const weighed = weigh(
    texts.map(spans => ({ title: words, spans })),
    language,
    termsIn,
  )
  const apart = new Set(corpus.subjects.filter(subject => subject.apart).map(({ id }) => id))
  const left = new Map(weighed.map(each => [each.span, each]))
  const groups: Group[] = []
  const room = (chosen: readonly Statement[]) => chosen.length < most[length] * 2
  for (const best of extract(weighed, weightsFor('topic', language), room)) {
    const own = left.get(best)
    if (!own || groups.length === most[length]) continue
    const statements = [own, ...likeIt(own, left.values(), apart)].map(each => each.span)
    for (const each of statements) left.delete(each)
    groups.push({ kind: kindOf(statements), statements })
  }
  const order = { alike: 0, different: 1, single: 2 }
  return groups.sort((a, b) => order[a.kind] - order[b.kind])
}

/** The most like statement of each other article, where one is about the same thing. */
function likeIt(
  own: Weighed<Statement>,
  among: Iterable<Weighed<Statement>>,
  apart: ReadonlySet<string>,
): Weighed<Statement>[] {
  const best = new Map<number, { each: Weighed<Statement>; alike: number }>()
  for (const each of among) {
    const alike = shareSubject(own.span, each.span, apart) ? 1 : likeness(own.vector, each.vector)
    if (each.text === own.text || alike < Math.max(sameThing, best.get(each.text)?.alike ?? 0)) continue
    if (alike < sameFact && contradict(own.span.text, each.span.text)) continue
    best.set(each.text, { each, alike })
  }
  return [...best.values()].map(({ each }) => each)
}

function kindOf(statements: readonly Statement[]): Group['kind'] {
  if (statements.length === 1) return 'single'
  const differ = statements.some((a, index) =>
    statements.slice(index + 1).some(b => contradict(a.text, b.text)),
  )
  return differ ? 'different' : 'alike'
}

/** Whether both give figures that a curator has set side by side. */
function shareSubject(a: Statement, b: Statement, apart: ReadonlySet<string>): boolean {
  const subjects = new Set(subjectsIn(a))
  return subjectsIn(b).some(subject => subjects.has(subject) && !apart.has(subject))
}

/** The subjects of the figures that a statement gives. */
export const subjectsIn = ({ text, article }: Statement): string[] =>
  article.figures.flatMap(({ number, subject }) =>
    subject !== undefined && text.toLowerCase().includes(number.toLowerCase()) ? [subject] : [],
  )

/** For each article its key points on the topic, or where it has none, the sentences on it that can stand alone. */
function onTopic(
  articles: readonly Article[],
  wanted: Terms,
  termsIn: (text: string) => Terms,
  corpus: Corpus,
  index: SearchIndex,
): Statement[][] {
  const people = peopleOf(corpus, index)
  const covered = <S extends Statement>(statement: S) => {
    const terms = termsIn(statement.text)
    return { statement, share: [...wanted.keys()].filter(term => terms.has(term)).length / wanted.size }
  }
  const found = articles.map(article => ({
    // A point without a speaker tells what the article is, and is no statement of it.
    points: article.keyPoints
      .map((point, at) => ({ ...point, article, number: at + 1 }))
      .filter(({ speaker }) => speaker !== undefined)
      .map(covered),
    sentences: sentencesOf(article, people)
      .filter(({ leansOn }) => leansOn === undefined)
      .map(sentence => covered({ article, text: sentence.text, number: sentence.number, sentence })),
  }))
  const bests = found
    .map(({ points, sentences }) => Math.max(0, ...[...points, ...sentences].map(({ share }) => share)))
    .sort((a, b) => b - a)
  const bar = Math.max(enough, bests[1] ?? bests[0] ?? 0)
  const good = found.map(({ points, sentences }) => {
    const some = points.filter(({ share }) => share >= bar)
    return (some.length > 0 ? some : sentences.filter(({ share }) => share >= bar)).map(
      ({ statement }) => statement,
    )
  })
  // No figure of what is disputed is told without those that other articles give for it, in whatever words.
  const disputed = new Set(corpus.subjects.filter(each => each.outside.length > 0).map(({ id }) => id))
  const told = new Set(
    good
      .flat()
      .flatMap(subjectsIn)
      .filter(id => disputed.has(id)),
  )
  return good.map((statements, at) => {
    const others = (found[at]?.points ?? []).map(({ statement }) => statement as Statement)
    const rest = others.filter(
      each => !statements.includes(each) && subjectsIn(each).some(id => told.has(id)),
    )
    return [...statements, ...rest]
  })
}

/** The terms of the topic; where a name stands, only the name. */
function namesFirst(words: string, language: Language, { concepts }: SearchIndex): Terms {
  let rest = words
  const names: Terms = new Map()
  for (const { word, start, end } of concepts.mark(tokens(words)).filter(token => isConcept(token.word))) {
    names.set(word, 1)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  }
  return new Map([...termsOf(rest, language), ...names])
}

/** Names count as one more term, whatever their spelling; those inside of longer ones too, as search finds them. */
function withNames(text: string, language: Language, { concepts }: SearchIndex): Terms {
  const terms = termsOf(text, language)
  const words = tokens(text).map(({ word }) => word)
  for (const [at, word] of words.entries())
    for (const spelling of concepts.from(word) ?? [])
      if (spelling.words.every((each, offset) => words[at + offset] === each)) terms.set(spelling.concept, 1)
  return terms
}
