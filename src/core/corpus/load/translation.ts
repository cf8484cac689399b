// What a translation shares with the article it translates: its date and address, its claims, their speakers and numbers.
import { formatLooseDate } from '../../calendar/date.ts'
import type { Language } from '../../languages/language.ts'
import type { Article } from '../model.ts'
import { numbersIn } from './evidence.ts'
import type { Located } from './references.ts'
import { type Fault, fieldName } from './yaml.ts'

/** Another date or address is another article, and keeps a corpus from loading. */
export function translationMismatches(
  path: string,
  { value, lineOf }: Located<Article>,
  original: Article,
): Fault[] {
  return [
    { field: 'published', own: formatLooseDate(value.published), its: formatLooseDate(original.published) },
    { field: 'url', own: value.url, its: original.url },
  ].flatMap(({ field, own, its }) =>
    own === its
      ? []
      : [
          {
            path,
            line: lineOf([field]),
            message: `"${field}" is ${own ?? 'missing'}, but ${fileOf(original)} has ${its ?? 'none'}`,
          },
        ],
  )
}

/** Claims and figures that are not those of the original, by their order: how many, whose, and with which numbers. */
export function translationDoubts(
  path: string,
  { value, lineOf }: Located<Article>,
  original: Article,
): Fault[] {
  const doubt = (field: readonly PropertyKey[], what: string) => ({
    path,
    line: lineOf(field),
    message: `"${fieldName(field)}" ${what} ${fileOf(original)}`,
  })
  const lists = [
    { list: 'keyPoints', text: 'text', own: statedPoints(value), its: statedPoints(original) },
    { list: 'figures', text: 'number', own: statedFigures(value), its: statedFigures(original) },
  ]
  const doubts = lists.flatMap(({ list, text, own, its }) => {
    if (own.length !== its.length) return [doubt([list], `are ${own.length}, but there are ${its.length} in`)]
    return own.flatMap((stated, index) => {
      const other = its[index]
      if (!other) return []
      const there = digitsIn(stated.text, value.language)
      const lost = digitsIn(other.text).filter(number => !there.includes(number))
      return [
        ...(isSame(stated.speaker, value, other.speaker, original)
          ? []
          : [doubt([list, index, 'speaker'], `is not ${other.speaker ?? 'left out'}, as in`)]),
        ...(isSame(stated.via, value, other.via, original)
          ? []
          : [doubt([list, index, 'via'], `is not ${other.via ?? 'left out'}, as in`)]),
        ...lost.map(number => doubt([list, index, text], `does not give ${number}, as it stands in`)),
      ]
    })
  })
  const isSilent = original.inferred !== undefined && value.inferred === undefined
  return isSilent ? [doubt(['inferred'], 'is missing: the date is inferred in'), ...doubts] : doubts
}

/** Versions of one article of which more than one claims to be the original; `files` are all of them. */
export function duplicateOriginals(files: readonly { path: string; value: Article }[]): Fault[] {
  const first = new Map<string, Article>()
  return files.flatMap(({ path, value }) => {
    if (value.translatedFrom !== undefined) return []
    const other = first.get(value.id)
    if (!other) first.set(value.id, value)
    return other
      ? [{ path, line: 1, message: `has no "translatedFrom", and neither has ${fileOf(other)}` }]
      : []
  })
}

const fileOf = ({ id, language }: Article) => `articles/${id}.${language}.md`

const statedPoints = ({ keyPoints }: Article) => keyPoints

const statedFigures = ({ figures }: Article) =>
  figures.map(({ number, speaker }) => ({ text: number, speaker, via: undefined }))

/** Digits alone: 3,314,768 is 3.314.768 elsewhere. English numbers in words are only read where `language` says so. */
const digitsIn = (text: string, language: Language = 'vi'): string[] =>
  [...numbersIn(text, language)].map(number => number.replace(/[.,]/g, ''))

/** Names are spelt otherwise in other scripts, so that it is their place in the article that must be the same. */
function isSame(own: string | undefined, article: Article, its: string | undefined, original: Article) {
  if (own === undefined || its === undefined) return own === its
  const places = placesOf(its, original)
  return placesOf(own, article).some(place => places.includes(place))
}

function placesOf(name: string, { publisher, author, retells, people }: Article): string[] {
  const named = { publisher, author, retold: retells?.name, 'retold author': retells?.author }
  return [
    ...Object.entries(named).flatMap(([place, each]) => (each === name ? [place] : [])),
    ...people.flatMap((person, index) => (person.name === name ? [`person ${index}`] : [])),
  ]
}
