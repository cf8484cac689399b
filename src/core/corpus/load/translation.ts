// Compares a translation with its original: date and address, claims and figures, their speakers and numbers.

import { formatLooseDate } from '../../calendar/date.ts'
import type { Language } from '../../languages/language.ts'
import type { Article } from '../model.ts'
import { numbersIn } from './evidence.ts'
import { type Fault, faultAt, type Located } from './fault.ts'

/** A translation with another date or address belongs to another article, so this keeps a corpus from loading. */
export function translationMismatches(article: Located<Article>, original: Article): Fault[] {
  const { published, url, urlIsCopy } = article.value
  const fields = [
    { field: 'published', own: formatLooseDate(published), other: formatLooseDate(original.published) },
    { field: 'url', own: url, other: original.url },
    { field: 'urlIsCopy', own: written(urlIsCopy), other: written(original.urlIsCopy) },
  ]
  return fields
    .filter(({ own, other }) => own !== other)
    .map(({ field, own = 'missing', other = 'none' }) =>
      faultAt(article, [field], `is ${own}, but ${fileOf(original)} has ${other}`),
    )
}

/** Claims and figures that differ from the original's, compared in order: how many, by whom, with which numbers. */
export function translationDoubts(article: Located<Article>, original: Article): Fault[] {
  const { value } = article
  const file = fileOf(original)
  const lists = [
    { list: 'keyPoints', text: 'text', own: value.keyPoints, others: original.keyPoints },
    { list: 'figures', text: 'number', own: statedFigures(value), others: statedFigures(original) },
  ]
  const doubts = lists.flatMap(({ list, text, own, others }) => {
    if (own.length !== others.length)
      return [faultAt(article, [list], `has ${own.length}, but ${file} has ${others.length}`)]
    return own.flatMap((stated, index) => {
      const other = others[index]
      if (!other) return []
      const present = digitsIn(stated.text, value.language)
      const lost = digitsIn(other.text).filter(number => !present.includes(number))
      const names = (['speaker', 'via'] as const).filter(
        field => !isSameName({ name: stated[field], in: value }, { name: other[field], in: original }),
      )
      return [
        ...names.map(field =>
          faultAt(article, [list, index, field], `should be ${other[field] ?? 'left out'}, as in ${file}`),
        ),
        ...lost.map(number =>
          faultAt(article, [list, index, text], `does not give ${number}, as ${file} does`),
        ),
      ]
    })
  })
  const isSilent = original.inferred !== undefined && value.inferred === undefined
  return isSilent
    ? [faultAt(article, ['inferred'], `is missing: ${file} infers its date`), ...doubts]
    : doubts
}

/** Versions of one article, if more than one claims to be the original. */
export function duplicateOriginals(articles: readonly Located<Article>[]): Fault[] {
  const originals = new Map<string, Article>()
  return articles.flatMap(({ path, value }) => {
    if (value.translatedFrom !== undefined) return []
    const other = originals.get(value.id)
    if (!other) originals.set(value.id, value)
    return other
      ? [{ path, line: 1, message: `has no "translatedFrom", and neither has ${fileOf(other)}` }]
      : []
  })
}

const written = (value: boolean | undefined) => (value === undefined ? undefined : String(value))

const fileOf = ({ id, language }: Article) => `articles/${id}.${language}.md`

const statedFigures = ({ figures }: Article) =>
  figures.map(({ number, speaker }) => ({ text: number, speaker, via: undefined }))

/**
 * Digits only, because 3,314,768 is 3.314.768 elsewhere. English number words are read only if `language` is English.
 */
const digitsIn = (text: string, language: Language = 'vi'): string[] =>
  [...numbersIn(text, language)].map(number => number.replace(/[.,]/g, ''))

interface NameInArticle {
  name: string | undefined
  in: Article
}

/** Compares roles in the article, because names are spelled differently in other scripts. */
function isSameName(own: NameInArticle, other: NameInArticle): boolean {
  if (own.name === undefined || other.name === undefined) return own.name === other.name
  const roles = rolesOf(other.name, other.in)
  return rolesOf(own.name, own.in).some(role => roles.includes(role))
}

function rolesOf(name: string, { publisher, author, retells, people }: Article): string[] {
  const named = { publisher, author, retold: retells?.name, 'retold author': retells?.author }
  return [
    ...Object.entries(named).flatMap(([role, each]) => (each === name ? [role] : [])),
    ...people.flatMap((person, index) => (person.name === name ? [`person ${index}`] : [])),
  ]
}
