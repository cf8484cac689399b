// What a corpus must show for what it states: a speaker for every claim, an article for every figure.

import type { Language } from '../../languages/language.ts'
import { textOfBlocks } from '../../message/text.ts'
import { fold } from '../../text/fold.ts'
import type { Article, Statement } from '../model.ts'
import { describesTheArticle, selfReferences } from '../self-reference.ts'
import type { Located } from './references.ts'
import { type Fault, fieldName } from './yaml.ts'

/** Key points that say more than what the article is, and do not say whose words that is. */
export function unattributedClaims(path: string, { value: article, lineOf }: Located<Article>): Fault[] {
  return article.keyPoints.flatMap(({ speaker, text }, index) => {
    if (speaker !== undefined || describesTheArticle(text, article.language)) return []
    const field = ['keyPoints', index, 'text']
    return [
      {
        path,
        line: lineOf(field),
        message: `"${fieldName(field)}" is a claim without a speaker (what the article itself is begins with ${selfReferences[article.language]})`,
      },
    ]
  })
}

/** Figures and key points with numbers that the article's own text does not have. */
export function unsupportedFigures(path: string, { value: article, lineOf }: Located<Article>): Fault[] {
  const { language } = article
  const there = numbersIn(textOfBlocks(article.body), language)
  const stated = [
    ...article.figures.map(({ number }, index) => ({ field: ['figures', index, 'number'], text: number })),
    ...article.keyPoints.map(({ text }, index) => ({ field: ['keyPoints', index, 'text'], text })),
  ]
  return stated.flatMap(({ field, text }) =>
    missing(text, language, there).map(number => ({
      path,
      line: lineOf(field),
      message: `"${fieldName(field)}" gives ${number}, which the article's text does not have`,
    })),
  )
}

/**
 * Statements with numbers that none of the articles they name has; the statements stand at `place` in their file, which
 * itself may be about the year `about`.
 */
export function unsupportedStatements(
  path: string,
  { value, lineOf }: Located<readonly Statement[]>,
  articles: readonly Article[],
  place: readonly PropertyKey[] = [],
  about?: number,
): Fault[] {
  return value.flatMap(({ text, articles: named }, index) => {
    const there = numbersIn(
      articles
        .filter(({ id }) => named.includes(id))
        .map(({ title, body, published }) => `${title}\n${textOfBlocks(body)}\n${published.year}`)
        .join('\n'),
      'en',
    ).add(String(about))
    const field = [...place, index, 'text']
    return missing(text.en, 'en', there).map(number => ({
      path,
      line: lineOf(field),
      message: `"${fieldName(field)}" gives ${number}, which no article named there has`,
    }))
  })
}

const missing = (text: string, language: Language, there: ReadonlySet<string>) =>
  [...numbersIn(text, language)].filter(number => !there.has(number))

/** Numbers in one form, in figures, and in English in words: 3, 1979, 3314768, tens of thousands, one fourth. */
export function numbersIn(text: string, language: Language): Set<string> {
  const plain = fold(text)
  const found = (plain.match(/\d+(?:[.,]\d+)*/g) ?? []).map(number =>
    number.replace(/,(?=\d{3})/g, '').replace(/^0+(?=\d)/, ''),
  )
  // In other languages these are other words: Vietnamese "tên" is a name.
  if (language !== 'en') return new Set(found)
  const spelt = [...plain.matchAll(/\b(three|four|five|six|seven|eight|nine|ten)\b/g)].map(([word]) =>
    String(['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].indexOf(word) + 3),
  )
  const vague = plain.match(/\b(?:tens|hundreds) of thousands\b|\bone (?:fourth|quarter|third|half)\b/g) ?? []
  return new Set([...found, ...spelt, ...vague])
}
