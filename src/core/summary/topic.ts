// Groups what several articles say on a topic, to show where they agree, where they differ, and what only one of them
// says.

import type { Article, Corpus } from '../corpus/model.ts'
import type { Language } from '../languages/language.ts'
import { peopleOf } from '../search/coreference/people.ts'
import { isConcept } from '../search/index/concepts.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { tokens } from '../text/words.ts'
import { cosineSimilarity } from './centrality.ts'
import { type StandaloneSentence, standaloneSentencesOf } from './excerpt.ts'
import { extract } from './extract.ts'
import { type Sentence, type WeighedSentence, weigh } from './features.ts'
import type { Length } from './points.ts'
import { contradict } from './quantities.ts'
import { type Terms, termsOf } from './terms.ts'
import { weightsFor } from './weights.ts'

/** Statements of different articles on the same thing, or a single one with no match in another article. */
export interface TopicGroup {
  kind: 'alike' | 'different' | 'single'
  statements: TopicStatement[]
}

/** A key point with its speaker, or a sentence of an article that has no key point on the topic. */
export interface TopicStatement extends Sentence {
  article: Article
  speaker?: string
  via?: string
  /** The sentence in its article; absent for a key point. */
  sentence?: StandaloneSentence
}

/** What the articles say on the words: first what several say, then where they differ, then what only one says. */
export function topicOf(
  articles: readonly Article[],
  words: string,
  {
    length,
    corpus,
    index,
    language,
  }: { length: Length; corpus: Corpus; index: SearchIndex; language: Language },
): TopicGroup[] {
  const termsByText = new Map<string, Terms>()
  const termsIn = (text: string): Terms => {
    const terms = termsByText.get(text) ?? termsWithNames(text, language, index)
    termsByText.set(text, terms)
    return terms
  }
  const wanted = topicTerms(words, language, index)
  const texts = statementsOnTopic(articles, wanted, { termsIn, corpus, index })
  const weighed = weigh(
    texts.map(spans => ({ title: words, spans })),
    language,
    termsIn,
  )
  const separate = new Set(corpus.subjects.filter(subject => subject.countsDiffer).map(({ id }) => id))
  const ungrouped = new Map(weighed.map(each => [each.span, each]))
  const groups: TopicGroup[] = []
  // Twice as many, because one group uses several statements.
  const hasRoom = (chosen: readonly TopicStatement[]) => chosen.length < maxGroups[length] * 2
  for (const best of extract(weighed, weightsFor('topic', language), hasRoom)) {
    const own = ungrouped.get(best)
    if (!own || groups.length === maxGroups[length]) continue
    const statements = [own, ...relatedStatements(own, ungrouped.values(), separate)].map(each => each.span)
    for (const each of statements) ungrouped.delete(each)
    groups.push({ kind: kindOf(statements), statements })
  }
  const order = { alike: 0, different: 1, single: 2 }
  return groups.sort((a, b) => order[a.kind] - order[b.kind])
}

const maxGroups: Record<Length, number> = { short: 5, medium: 8, long: 14 }

/** The most similar statement of each other article on the same thing. */
function relatedStatements(
  own: WeighedSentence<TopicStatement>,
  candidates: Iterable<WeighedSentence<TopicStatement>>,
  separate: ReadonlySet<string>,
): WeighedSentence<TopicStatement>[] {
  const best = new Map<number, { each: WeighedSentence<TopicStatement>; similarity: number }>()
  for (const each of candidates) {
    const similarity = shareSubject(own.span, each.span, separate)
      ? 1
      : cosineSimilarity(own.vector, each.vector)
    const needed = Math.max(MIN_RELATED_SIMILARITY, best.get(each.textIndex)?.similarity ?? 0)
    if (each.textIndex === own.textIndex || similarity < needed) continue
    if (similarity < MIN_CONFLICT_SIMILARITY && contradict(own.span.text, each.span.text)) continue
    best.set(each.textIndex, { each, similarity })
  }
  return [...best.values()].map(({ each }) => each)
}

/** Statements at least this similar are about the same thing. */
const MIN_RELATED_SIMILARITY = 0.3
/**
 * Different numbers contradict each other in statements at least this similar; below it they count different things.
 */
const MIN_CONFLICT_SIMILARITY = 0.5

function kindOf(statements: readonly TopicStatement[]): TopicGroup['kind'] {
  if (statements.length === 1) return 'single'
  const differ = statements.some((a, index) =>
    statements.slice(index + 1).some(b => contradict(a.text, b.text)),
  )
  return differ ? 'different' : 'alike'
}

/** Whether both give a figure on the same subject, unless its curator says that its figures count different things. */
function shareSubject(a: TopicStatement, b: TopicStatement, separate: ReadonlySet<string>): boolean {
  const subjects = new Set(subjectsIn(a))
  return subjectsIn(b).some(subject => subjects.has(subject) && !separate.has(subject))
}

/** The subjects of the figures in a statement. */
export const subjectsIn = ({ text, article }: TopicStatement): string[] =>
  article.figures.flatMap(({ number, subject }) =>
    subject !== undefined && text.toLowerCase().includes(number.toLowerCase()) ? [subject] : [],
  )

/** Each article's key points on the topic or, if it has none, its standalone sentences on the topic. */
function statementsOnTopic(
  articles: readonly Article[],
  wanted: Terms,
  { termsIn, corpus, index }: { termsIn: (text: string) => Terms; corpus: Corpus; index: SearchIndex },
): TopicStatement[][] {
  const people = peopleOf(corpus, index)
  const withShare = (statement: TopicStatement) => {
    const terms = termsIn(statement.text)
    return { statement, share: [...wanted.keys()].filter(term => terms.has(term)).length / wanted.size }
  }
  const candidates = articles.map(article => ({
    // A point without a speaker describes the article and is not a statement in it.
    points: article.keyPoints
      .map((point, at) => ({ ...point, article, number: at + 1 }))
      .filter(({ speaker }) => speaker !== undefined)
      .map(withShare),
    sentences: standaloneSentencesOf(article, people)
      .filter(({ leansOn }) => leansOn === undefined)
      .map(sentence => withShare({ article, text: sentence.text, number: sentence.number, sentence })),
  }))
  const bestShares = candidates
    .map(({ points, sentences }) => Math.max(0, ...[...points, ...sentences].map(({ share }) => share)))
    .sort((a, b) => b - a)
  // Higher if at least two articles have statements with more of the topic.
  const minShare = Math.max(MIN_TOPIC_SHARE, bestShares[1] ?? bestShares[0] ?? 0)
  const onTopic = candidates.map(({ points, sentences }) => {
    const pointsOnTopic = points.filter(({ share }) => share >= minShare)
    const chosen =
      pointsOnTopic.length > 0 ? pointsOnTopic : sentences.filter(({ share }) => share >= minShare)
    return chosen.map(({ statement }) => statement)
  })
  // A disputed figure is shown only with the figures that other articles give for it, however they word them.
  const disputed = new Set(corpus.subjects.filter(each => each.outside.length > 0).map(({ id }) => id))
  const mentioned = new Set(
    onTopic
      .flat()
      .flatMap(subjectsIn)
      .filter(id => disputed.has(id)),
  )
  return onTopic.map((statements, at) => {
    const points = (candidates[at]?.points ?? []).map(({ statement }) => statement)
    const added = points.filter(
      each => !statements.includes(each) && subjectsIn(each).some(id => mentioned.has(id)),
    )
    return [...statements, ...added]
  })
}

/** The share of the topic's words and names that a statement must have. */
const MIN_TOPIC_SHARE = 0.5

/** The terms of the topic. A name is one term; its words are not counted. */
function topicTerms(words: string, language: Language, { concepts }: SearchIndex): Terms {
  let rest = words
  const names: Terms = new Map()
  for (const { word, start, end } of concepts
    .annotate(tokens(words))
    .filter(token => isConcept(token.word))) {
    names.set(word, 1)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  }
  return new Map([...termsOf(rest, language), ...names])
}

/** A name adds one more term, in any spelling; so does a name inside a longer one, as in search. */
function termsWithNames(text: string, language: Language, { concepts }: SearchIndex): Terms {
  const terms = termsOf(text, language)
  const words = tokens(text).map(({ word }) => word)
  for (const [at, word] of words.entries())
    for (const spelling of concepts.spellingsFrom(word) ?? [])
      if (spelling.words.every((each, offset) => words[at + offset] === each)) terms.set(spelling.concept, 1)
  return terms
}
