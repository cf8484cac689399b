// Finds statements without evidence: claims without a speaker, and numbers that no article has.

import type { Language } from '../../languages/language.ts'
import { textOfBlocks } from '../../message/text.ts'
import { fold } from '../../text/fold.ts'
import type { Article, Statement } from '../model.ts'
import { describesTheArticle, selfReferenceIn } from '../self-reference.ts'
import { type Fault, faultAt, type Located } from './fault.ts'

/** Key points that do more than describe the article but name no speaker. */
export function unattributedClaims(article: Located<Article>): Fault[] {
  const { keyPoints, language } = article.value
  const beginning = selfReferenceIn(language)
  return keyPoints.flatMap(({ speaker, text }, index) => {
    if (speaker !== undefined || describesTheArticle(text, language)) return []
    const message = `is a claim without a speaker (a sentence about the article itself begins with ${beginning})`
    return [faultAt(article, ['keyPoints', index, 'text'], message)]
  })
}

/** Figures and key points whose numbers are not in the article's own text. */
export function unsupportedFigures(article: Located<Article>): Fault[] {
  const { language, figures, keyPoints, body } = article.value
  const present = numbersIn(textOfBlocks(body), language)
  const stated = [
    ...figures.map(({ number }, index) => ({ keys: ['figures', index, 'number'], text: number })),
    ...keyPoints.map(({ text }, index) => ({ keys: ['keyPoints', index, 'text'], text })),
  ]
  return stated.flatMap(({ keys, text }) =>
    missing(numbersIn(text, language), present).map(number =>
      faultAt(article, keys, `gives ${number}, which is not in the article's text`),
    ),
  )
}

/** Statements with a number that is in none of the articles they name and is not the year their file is about. */
export function unsupportedStatements(
  statements: Located<readonly Statement[]>,
  articles: readonly Article[],
  aboutYear?: number,
): Fault[] {
  return statements.value.flatMap(({ text, articles: named }, index) => {
    const texts = articles
      .filter(({ id }) => named.includes(id))
      .map(({ title, body, published }) => `${title}\n${textOfBlocks(body)}\n${published.year}`)
    const present = numbersIn(texts.join('\n'), 'en').add(String(aboutYear))
    return missing(numbersIn(text.en, 'en'), present).map(number =>
      faultAt(statements, [index, 'text'], `gives ${number}, which is in none of the articles it names`),
    )
  })
}

const missing = (numbers: ReadonlySet<string>, present: ReadonlySet<string>) =>
  [...numbers].filter(number => !present.has(number))

const SPELLED_NUMBERS = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/**
 * Numbers in one form, read from digits and, in English, from words: 3, 1979, 3314768, tens of thousands, one fourth.
 */
export function numbersIn(text: string, language: Language): Set<string> {
  const folded = fold(text)
  const digits = (folded.match(/\d+(?:[.,]\d+)*/g) ?? []).map(number =>
    number.replace(/,(?=\d{3})/g, '').replace(/^0+(?=\d)/, ''),
  )
  // In other languages the same characters can be other words: Vietnamese "tên" means name.
  if (language !== 'en') return new Set(digits)
  const spelled = [...folded.matchAll(/\b(three|four|five|six|seven|eight|nine|ten)\b/g)].map(([word]) =>
    String(SPELLED_NUMBERS.indexOf(word) + 3),
  )
  const vague =
    folded.match(/\b(?:tens|hundreds) of thousands\b|\bone (?:fourth|quarter|third|half)\b/g) ?? []
  return new Set([...digits, ...spelled, ...vague])
}
