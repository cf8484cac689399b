// Reads from a question of how many which people or things are counted, and tells whether a statement is on them.

import { fromAllPacks, packs } from '../../languages/packs.ts'
import { isStopWord } from '../../search/query/stop-words.ts'
import { memoByObject } from '../../text/memo.ts'
import { needsDictionary, type TextWord, tokens } from '../../text/words.ts'
import type { Asked } from '../finding.ts'
import type { ArchiveStatement } from '../statement.ts'
import { soughtWordsOf } from './sought.ts'
import { ownTextsOf } from './statement-text.ts'

/** The words that a question of how many counts, by their indexes in the query. */
export interface Counted {
  /** The word beside those that ask, and the rest of a name that it is part of. Empty if it says little, as "people" does. */
  noun: readonly number[]
  /** The other words that tell which are counted, and what befell them: "soldiers" and "killed". */
  more: readonly number[]
  /** Those of all these that are of names: whoever is named is counted, and is not the doer. */
  named: readonly number[]
}

/** "How many Vietnamese soldiers were killed" is answered only by a number of Vietnamese, of soldiers and of killed. */
export const countedIn = memoByObject((asked: Asked): Counted => {
  const { query, question } = asked
  const { words } = query
  const { units, sharesOfWords, unknown } = soughtWordsOf(asked)
  const isAsking = (at: number) => words[at]?.isAsking === true
  const isLight = (at: number) => question.lightWords.includes(at)
  const [start, end] = askingRun(asked)
  // Where words have no spaces, what is counted stands before the words that ask.
  const isUnspaced = needsDictionary(words[start - 1]?.word ?? '')
  const first = end < words.length && !(isUnspaced && isLight(end)) ? end : start - 1
  const unit = units.find(each => each.includes(first)) ?? []
  const noun = unit.length === 1 && unit.every(isLight) ? [] : unit
  if (start === end) return { noun, more: [], named: [] }
  // "The volunteers helped some years, how many": a comma leaves open what is counted.
  const isApart = end >= words.length && query.text[words[start - 1]?.end ?? 0] === ','
  if (isApart) return { noun: [], more: [], named: [] }
  const saying = packs.get(question.language)?.coreference?.sayingVerb
  const isEnd = (at: number) => {
    const word = words[at]
    if (!word || isAsking(at) || isStopWord(word.word) || standsBeforeDoer(word)) return true
    // "He wrote that" is not counted.
    return saying?.test(word.form) === true
  }
  const isName = (at: number) => sharesOfWords[at] === 0 && !isLight(at)
  const whole = stretch(end, 1, isEnd)
  const fall = whole.findIndex(at => isBefalling(words[at]))
  const after = fall < 0 ? whole : whole.slice(0, fall + 1)
  // "Soldiers died how many people": the word after those that ask says little, and who died stands before.
  const isAfterVerb = isUnspaced || (noun.length === 0 && isBefalling(words[start - 1]))
  const before = isAfterVerb || end >= words.length ? stretch(start - 1, -1, isEnd) : []
  // "Killed" after "were", but not who killed after "did".
  const between = stretch(
    (after.at(-1) ?? end) + 1,
    1,
    at => !words[at] || isAsking(at) || !(isLight(at) || isStopWord(words[at].word)),
  )
  const next = (after.at(-1) ?? end) + between.length + 1
  // Where syllables have spaces, as in Vietnamese, only a passive surely has its verb there.
  const isVerbMarked =
    !packs.get(question.language)?.hasSpacedSyllables || between.some(at => standsBeforeDoer(words[at]))
  const hasVerb =
    isVerbMarked && after.length > 0 && fall < 0 && between.length > 0 && between.length <= MAX_WORDS_TO_VERB
  const verb =
    hasVerb && !unknown.includes(next) && words[next] && !isAsking(next) && !isName(next) ? [next] : []
  const phrase = [...before, ...after]
  const isCountedName = (at: number) => {
    const own = units.find(each => each.includes(at)) ?? [at]
    const following = Math.max(...own) + 1
    // "Under the regime of" may be part of the name.
    const isDoer = [Math.min(...own) - 1, ...own].some(each => standsBeforeDoer(words[each]))
    const isBefallen = isBefalling(words[following]) && !isDoer
    const isBeside = isUnspaced && following === start && !isLight(Math.min(...own) - 1)
    return isBefallen || isBeside || (after.includes(at) && isEnd(following) && own.includes(end))
  }
  const named = phrase.filter(at => isName(at) && isCountedName(at))
  const isMore = (at: number) =>
    !isLight(at) && !unknown.includes(at) && !noun.includes(at) && !isName(at) && !isBefalling(words[at])
  /** Only a name stands between the words and the place, or is there: "soldiers of Vietnam". */
  const joinsName = (unit: readonly number[], place: number) => {
    const between = phrase.filter(at => at > Math.max(...unit) && at <= place)
    return between.length > 0 && Math.max(...unit) < place && between.every(isName)
  }
  const others = units
    .map(each => each.filter(at => phrase.includes(at) && isMore(at)))
    .filter(each => each.length > 0)
  // "Soldiers died in Cambodia how many": where verbs follow who does, who is counted stands right before what befell them.
  const befallen = isAfterVerb ? Math.min(...before.filter(at => isBefalling(words[at]))) : Infinity
  const whoBefell = others.filter(unit => Math.max(...unit) === befallen - 1 || joinsName(unit, befallen - 1))
  // Further words are as likely on something else: no language tells where a phrase ends.
  const [nearest] = others.toSorted((a, b) => distanceTo(noun, a) - distanceTo(noun, b))
  const isBeside = (unit: readonly number[]) => phrase.every(at => isName(at) || !isBetween(at, noun, unit))
  return {
    noun,
    more: [
      ...whoBefell.flat(),
      ...(nearest && isBeside(nearest) ? nearest : []),
      ...[...phrase.filter(at => isBefalling(words[at])), ...verb].filter(at => !noun.includes(at)),
    ],
    named,
  }
})

const distanceTo = (noun: readonly number[], unit: readonly number[]) =>
  Math.abs((noun[0] ?? 0) - (unit[0] ?? 0))

const isBetween = (at: number, one: readonly number[], other: readonly number[]) => {
  const [from, to] = [Math.max(...one), Math.max(...other)]
  return !one.includes(at) && !other.includes(at) && at > Math.min(from, to) && at < Math.max(from, to)
}

/** "Have been", and "được" before it. */
const MAX_WORDS_TO_VERB = 2

/** The indexes from one on, in steps, before the first that is an end. */
function stretch(from: number, step: 1 | -1, isEnd: (at: number) => boolean): number[] {
  const list: number[] = []
  for (let at = from; !isEnd(at); at += step) list.push(at)
  return list
}

/** Of the words that ask, those beside what is counted; as long as nothing if no words only ask. */
function askingRun({ query: { words } }: Asked): readonly [start: number, end: number] {
  const isAsking = (at: number) => words[at]?.isAsking === true
  const starts = words.flatMap((_, at) => (isAsking(at) && !isAsking(at - 1) ? [at] : []))
  const runs = starts.map(start => {
    const length = words.slice(start).findIndex(word => !word.isAsking)
    return [start, length < 0 ? words.length : start + length] as const
  })
  // "Tell me" and "please" stand at the ends, and are shorter.
  const inner = runs.find(([from, to]) => from > 0 && to < words.length)
  const [longest] = runs.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))
  return inner ?? longest ?? [0, 0]
}

interface Weighed {
  statement: ArchiveStatement
  qualities: Float64Array
  ownQualities: Float64Array
}

/** Whether a statement is on all that is counted; its own words tell more of a sentence than the paragraph around it. */
export function isOnCounted({ statement, qualities, ownQualities }: Weighed, asked: Asked): boolean {
  const { more, named } = countedIn(asked)
  const isSentence = statement.kind === 'sentence' || statement.kind === 'point'
  const has = isSentence ? ownQualities : qualities
  return (
    more.every(at => (has[at] as number) >= MIN_COUNTED_QUALITY) &&
    (named.length === 0 || ownTextsOf(statement).some(text => namesNoDoer(text, named, asked))) &&
    doersIn(asked).every(at => !ownTextsOf(statement).some(text => namesVictim(text, at, asked)))
  )
}

/** The names after "by" in a question, by their indexes. */
function doersIn(asked: Asked): number[] {
  const { words } = asked.query
  const { sharesOfWords } = soughtWordsOf(asked)
  const from = words.findIndex(standsBeforeDoer)
  return from < 0
    ? []
    : words.flatMap(({ isAsking }, at) => (at > from && !isAsking && sharesOfWords[at] === 0 ? [at] : []))
}

/** Whether the text has the name only before whoever did it: "Vietnamese killed by the regime". */
function namesVictim(text: string, name: number, asked: Asked): boolean {
  const { match } = soughtWordsOf(asked)
  const doer = tokens(text).find(standsBeforeDoer)?.start
  if (doer === undefined) return false
  const places = asked.index.concepts
    .annotate(tokens(text))
    .filter(({ word }) => match(word).some(({ term }) => term === name))
  return places.length > 0 && places.every(({ start }) => start < doer)
}

/** Whether the text has the names somewhere where they are not the doers: "killed by the regime of Sok Dara". */
function namesNoDoer(text: string, named: readonly number[], asked: Asked): boolean {
  const { match } = soughtWordsOf(asked)
  const doer = tokens(text).find(standsBeforeDoer)?.start ?? Infinity
  const words = asked.index.concepts.annotate(tokens(text))
  return named.every(at =>
    words.some(({ word, start }) => start < doer && match(word).some(({ term }) => term === at)),
  )
}

const standsBeforeDoer = (word: TextWord | undefined) =>
  word !== undefined && listedForms('beforeDoers').has(word.form)
/** "Died": it befalls those who are counted. */
export const isBefalling = (word: TextWord | undefined) =>
  word !== undefined && listedForms('befalling').has(word.form)

const listedForms = (part: 'beforeDoers' | 'befalling'): ReadonlySet<string> => {
  forms[part] ??= new Set(
    fromAllPacks('questions').flatMap(words => (words[part] ?? '').split(' ').filter(Boolean)),
  )
  return forms[part]
}
const forms: Partial<Record<'beforeDoers' | 'befalling', ReadonlySet<string>>> = {}

/** More than standing somewhere in the same article. */
export const MIN_COUNTED_QUALITY = 0.5
