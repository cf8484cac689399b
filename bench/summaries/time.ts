// Times the longest summary of an article, and the summary of a topic over ten articles.

import type { Article, Corpus } from '../../src/core/corpus/model.ts'
import { paragraphsOf } from '../../src/core/corpus/paragraphs.ts'
import { paragraph } from '../../src/core/message/build.ts'
import { peopleOf } from '../../src/core/search/coreference/people.ts'
import { buildIndex } from '../../src/core/search/index/build.ts'
import { excerptOf } from '../../src/core/summary/excerpt.ts'
import { topicOf } from '../../src/core/summary/topic.ts'
import { percentile, round, type Table } from '../table.ts'
import type { Item } from './texts.ts'

/** Makes corpora of ten uncurated articles each from the items. */
export function timeAnswers(items: readonly Item[]): Table {
  const article: number[] = []
  const topic: number[] = []
  for (let at = 0; at + 10 <= items.length; at += 10) {
    const corpus = corpusOf(items.slice(at, at + 10))
    const index = buildIndex(corpus)
    const people = peopleOf(corpus, index)
    for (const each of corpus.articles) article.push(millisecondsOf(() => excerptOf(each, 'long', people)))
    const words = corpus.articles[0]?.paragraphs[0]?.text.split(' ').slice(0, 4).join(' ') ?? ''
    for (const each of [words, 'people said', 'government'])
      topic.push(
        millisecondsOf(() =>
          topicOf(corpus.articles, each, { length: 'long', corpus, index, language: 'en' }),
        ),
      )
  }
  const row = (answer: string, times: readonly number[], goal: number) => ({
    answer,
    times: times.length,
    'p50 ms': round(percentile(times, 0.5)),
    'p95 ms': round(percentile(times, 0.95)),
    goal,
  })
  return {
    title: 'Time of an answer: nine sentences of an article; a topic over ten articles without key points',
    goal: 'p95 20 ms and 50 ms',
    rows: [row('an article', article, 20), row('a topic of ten', topic, 50)],
  }
}

function millisecondsOf(run: () => unknown): number {
  const begun = performance.now()
  run()
  return performance.now() - begun
}

function corpusOf(items: readonly Item[]): Corpus {
  const articles = items.map(({ docs, lang }, index): Article => {
    const body = docs.flatMap(({ text }) => text.split(/\n{2,}/).map(part => paragraph(part)))
    return {
      id: `a-${index}`,
      language: lang,
      title: docs[0]?.title || `Article ${index}`,
      publisher: 'The Paper',
      publisherNote: '',
      published: { year: 2020 },
      verbatim: true,
      people: [],
      places: [],
      tags: [],
      keyPoints: [],
      figures: [],
      body,
      paragraphs: paragraphsOf(body, lang),
    }
  })
  return {
    about: { name: { en: '' }, zone: 'UTC', time: '07:00', sources: [], cautions: [] },
    articles,
    anniversaries: [],
    subjects: [],
    events: [],
    names: [],
    synonyms: [],
  }
}
