// Words the remarks on a search: what narrows it, what was not understood, and what to search for instead.

import { languages, ownNameOf } from '../../languages/language.ts'
import { paragraph, run } from '../../message/build.ts'
import type { Block, Choice } from '../../message/message.ts'
import { isAlike } from '../../search/lookup/alike.ts'
import type { QueryProblem } from '../../search/query/query.ts'
import type { SearchResult } from '../../search/search.ts'
import { asciiDigits } from '../../text/digits.ts'
import type { Context } from '../command.ts'

/** Says which filters and excluded words apply, what was not understood, and how much of the index is built. */
export function remarks(
  { filters, excludedWords, problems, indexedShare }: SearchResult,
  context: Context,
): Block[] {
  const phrases = context.say.commands.search
  // A filter that no article passes is reported as a problem; once is enough.
  const holds = (filter: QueryProblem['filter']) =>
    !problems.some(each => each.filter === filter && (each.why === 'none' || each.why === 'alone'))
  const only = [
    ...(filters.from !== undefined && holds('from') ? [phrases.from(filters.from)] : []),
    ...(filters.year !== undefined && holds('year') ? [phrases.year(filters.year)] : []),
    ...(filters.language === undefined ? [] : [phrases.inLanguage(filters.language)]),
    ...(excludedWords.length > 0 && holds('without') ? [phrases.without(excludedWords.join(', '))] : []),
  ]
  return [
    ...(only.length > 0 ? [paragraph(phrases.only(only.join(', ')))] : []),
    ...problems.map(each => paragraph(problemText(each, context))),
    ...(indexedShare === undefined ? [] : [paragraph(phrases.building(Math.floor(indexedShare * 100)))]),
  ]
}

function problemText({ filter, typed, value, why }: QueryProblem, context: Context): string {
  const phrases = context.say.commands.search.unread
  const quoted = typed.slice(0, 60)
  if (why === 'second') return phrases.second(quoted)
  switch (filter) {
    case 'language':
      return phrases.language(quoted, languages.map(each => `lang:${each}`).join(', '))
    case 'year': {
      const years = yearsNear(value, context).map(context.say.digits).join(', ')
      return why === 'none' ? phrases.noneOf(quoted, years) : phrases.year(quoted, years)
    }
    case 'from':
      return phrases.noneFrom(value.slice(0, 60), publishersNear(value, context).join(', '))
    case 'without':
      return phrases.alone(quoted)
    default:
      return filter satisfies never
  }
}

/** The same search with a possible value in place of an impossible one. */
export function correctionChoices({ problems }: SearchResult, words: string, context: Context): Choice[][] {
  const phrases = context.say.commands.search
  return problems.flatMap(({ filter, typed, value, why }): Choice[][] => {
    if (why === 'second' || why === 'alone') return []
    const choice = (label: string, value: string) =>
      run(label, 'search', { words: replaced(words, typed, value) })
    switch (filter) {
      case 'language':
        return [languages.map(each => choice(ownNameOf(each), `lang:${each}`))]
      case 'year':
        return [yearsNear(value, context).map(year => choice(phrases.year(year), `year:${year}`))]
      case 'from':
        return publishersNear(value, context).map(name => [
          choice(phrases.from(name), `from:"${name.replaceAll('"', '')}"`),
        ])
      case 'without':
        return []
      default:
        return filter satisfies never
    }
  })
}

/** As many as fit in a row of buttons or a sentence. */
const MAX_VALUES = 5

/** The years with articles that are nearest to the one asked for, or the latest; in order. */
function yearsNear(typed: string, { corpus }: Context): number[] {
  const wanted = Number(asciiDigits(typed)) || Number.POSITIVE_INFINITY
  const years = [...new Set(corpus.articles.map(({ published }) => published.year))].sort((a, b) => b - a)
  const near = Number.isFinite(wanted)
    ? years.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    : years
  return near.slice(0, MAX_VALUES).sort((a, b) => b - a)
}

/** All of a few publishers; of many, those that resemble the one asked for. */
function publishersNear(typed: string, { corpus }: Context): string[] {
  const all = [...new Set(corpus.articles.map(({ publisher }) => publisher))]
  const near = all.length <= MAX_VALUES ? all : all.filter(each => isAlike(typed, [each]))
  return near.slice(0, MAX_VALUES)
}

/** Replaces a filter in the words. Its value may be quoted, and a year may be typed in other digits. */
function replaced(words: string, typed: string, value: string): string {
  const filters = words.match(/[a-z]+:(?:"[^"]*"|[^\s"]+)/gi) ?? []
  const [name = ''] = typed.split(':')
  const given =
    filters.find(each => each === typed) ??
    filters.find(each => each.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return given === undefined ? `${words} ${value}` : words.replace(given, () => value)
}
