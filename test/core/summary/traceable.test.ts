// Checks that every sentence shown is in its article, at the stated place and under the stated number.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/core/corpus/model.ts'
import { viewIn } from '../../../src/core/corpus/view.ts'
import { peopleOf } from '../../../src/core/search/coreference/people.ts'
import { withNameInBrackets } from '../../../src/core/search/coreference/standalone.ts'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { excerptOf } from '../../../src/core/summary/excerpt.ts'
import { lengths } from '../../../src/core/summary/points.ts'
import { topicOf } from '../../../src/core/summary/topic.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { data as everything } from '../../fixtures/data.ts'
import { indexOf } from '../bundled.ts'

const data = viewIn(everything, 'en')

const sentence = fc.constantFrom(
  'Minister Ly Sok spoke in the hall.',
  'He thanked the 3 million people who came.',
  'HUE (ABC) – It rained on the town for ten years.',
  'Tran An of the town said: “We came late. We left early.”',
  'They praised the hall and the rain.',
  'A picture of the hall',
  'The rain in the town was heavy. — ABC/DEF',
  'Mr. Chan et al. met Dr. Ly at 7 p.m. in the U.S. town.',
  'The hall was built by 2 million people, the article said./.',
  'This was the end (Photo: ABC)',
)
const articles = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })

/** A corpus of articles without key points, from lists of paragraphs of sentences. */
function corpusFrom(texts: string[][][]) {
  return corpusOf(
    ...texts.map((paragraphs, index) =>
      articleFile(
        { people: '[{ name: Ly Sok, role: minister }]', published: '2023-01-09' },
        { place: `articles/a-${index}.en.md`, body: paragraphs.map(each => each.join(' ')).join('\n\n') },
      ),
    ),
  )
}

describe('for any article', () => {
  it('the summary has sentences of the article, in order, without repeats, and not too many', () => {
    fc.assert(
      fc.property(articles, fc.constantFrom(...lengths), (text, length) => {
        const corpus = corpusFrom([text])
        const [article] = corpus.articles as [Article]
        const excerpt = excerptOf(article, length, peopleOf(corpus, buildIndex(corpus)))
        const numbers = excerpt.map(({ number }) => number)
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        expect(excerpt.length).toBeLessThanOrEqual({ short: 3, medium: 5, long: 9 }[length])
        for (const each of excerpt) {
          expectInArticle(each, article)
          expect(each.leansOn === undefined || numbers.includes(each.leansOn)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('every statement on a topic is in its article, and every group is of the right kind', () => {
    const words = fc.constantFrom('hall', 'the rain in the town', 'million people', 'Ly Sok')
    fc.assert(
      fc.property(fc.array(articles, { minLength: 1, maxLength: 4 }), words, (texts, topic) => {
        const corpus = corpusFrom(texts)
        const index = buildIndex(corpus)
        const groups = topicOf(corpus.articles, topic, { length: 'medium', corpus, index, language: 'en' })
        for (const { kind, statements } of groups) {
          const sources = new Set(statements.map(({ article }) => article.id))
          expect(sources.size).toBe(statements.length)
          expect(kind === 'single').toBe(sources.size === 1)
          for (const { sentence: each, article } of statements)
            expectInArticle(each ?? expect.fail('there are no key points here'), article)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('of the bundled corpus', () => {
  const index = indexOf(data)

  it.each(data.articles.map(article => [article.id, article] as const))(
    'the digest of %s can be summarised using only its sentences',
    (_, article) => {
      for (const length of lengths) {
        const excerpt = excerptOf(article, length, peopleOf(data, index))
        expect(excerpt.length).toBeGreaterThan(1)
        for (const each of excerpt) expectInArticle(each, article)
      }
    },
  )

  it('no topic shows a claim without its speaker', () => {
    for (const topic of ['killed', 'volunteer soldiers', 'salvation Front', 'help', 'border', 'Hun Sen'])
      for (const { statements } of topicOf(data.articles, topic, {
        length: 'long',
        corpus: data,
        index,
        language: 'en',
      }))
        for (const { sentence: own, speaker, text } of statements)
          expect(own ?? speaker ?? /^The article\b/.exec(text), text).toBeTruthy()
  })
})

function expectInArticle(sentence: ReturnType<typeof excerptOf>[number], article: Article): void {
  const { paragraph, start, end, number, text, added } = sentence
  expect(article.paragraphs[paragraph]?.text.slice(start, end)).toBe(text)
  const before = article.paragraphs.slice(0, paragraph).reduce((sum, each) => sum + each.sentences.length, 0)
  const within = article.paragraphs[paragraph]?.sentences.filter(each => each <= start).length ?? 0
  expect(number).toBe(before + within)
  // The text shown differs only by the name in brackets.
  expect(
    added
      ? withNameInBrackets(sentence).replace(/ ?\[Ly Sok:?\] ?|^\[[^\]]+\] | \[[^\]]+\]/u, match =>
          /^ .* $/.test(match) ? ' ' : '',
        )
      : withNameInBrackets(sentence),
  ).toBe(text)
}
