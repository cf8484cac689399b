// Finds the word that is meant by one with a slip, in scripts with spaces between words.

import type { Language } from '../../languages/language.ts'
import { packs } from '../../languages/packs.ts'
import { editCost } from '../../text/edit-cost.ts'
import { memoByObject } from '../../text/memo.ts'
import { isConcept } from '../index/concepts.ts'
import { lexiconOf } from '../index/lexicon.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { accentedFormsOf, articleCount, hasPlainForm, knownWord } from '../index/segment.ts'
import { marksOf, marksOfTelex, withoutTelex } from '../query/inflections.ts'
import { isLikelySlip, misspellingsOf } from '../query/misspellings.ts'
import { type Query, type QueryWord, readQuery } from '../query/query.ts'
import { isStopWord } from '../query/stop-words.ts'
import { synonymsWith } from '../query/synonyms.ts'
import { standTogether } from '../rank/phrases.ts'
import { isOfArchive, isUnknownWord, type KnownWords } from './known-words.ts'
import { packWordsOf } from './pack-words.ts'
import { type Replacement, replacedIn } from './replacement.ts'

interface Candidate {
  form: string
  word: string
  /** How dear it is to take it for the typed word; about 1 for an edit. */
  cost: number
  isName: boolean
}

interface CandidateInContext extends Candidate {
  /** It asks with its neighbours, is part of a name with them, or stands beside them in an article. */
  isInContext: boolean
  asks: boolean
  /** With it, something else is asked. */
  changesKind: boolean
}

/** The likeliest word for one that is typed, or undefined if none is likely. */
export function wordMeantBy(
  typed: QueryWord,
  query: Query,
  known: KnownWords,
  { mayBeCommon }: { mayBeCommon: boolean },
): Replacement | undefined {
  const isAccented = query.words.some(({ form, word }) => form !== word)
  const candidates = byForm(wordsAlike(typed, known, isAccented), !isAccented)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MAX_CANDIDATES)
    .map(each => inContext(each, typed, query, known))
    .filter(each => isLikely(each, typed, query, { ...known, mayBeCommon, isAccented }))
    .sort((a, b) => a.cost - b.cost)
  const [best] = candidates
  if (!best) return undefined
  if (!mayBeCommon && !best.isInContext && costOfCommonWord(typed.word, known) < best.cost) return undefined
  return { start: typed.start, end: typed.end, form: best.form, isName: best.isName }
}

/** Each form once. In a question without accents they are left out, because those between accents are meant as written. */
function byForm(candidates: Iterable<Candidate>, isBare: boolean): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const form = isBare ? candidate.word : candidate.form
    const known = best.get(form)
    if (!known || candidate.cost < known.cost) best.set(form, { ...candidate, form })
  }
  return [...best.values()]
}

const MAX_CANDIDATES = 16

function* wordsAlike(typed: QueryWord, known: KnownWords, isAccented: boolean): Iterable<Candidate> {
  const { index, language, statements } = known
  const { segment, concepts } = index
  const { lexicon, formsOf, isAsking } = packWordsOf(language)
  const hasAccents = typed.form !== typed.word
  const maxEdits = typed.word.length >= MIN_UNITS_OF_TWO_SLIPS ? 2 : 1
  const candidate = (word: string, form: string, ease: number): Candidate => ({
    ...{ word, form, isName: isOfProperName(word, index) && !isAsking(word) },
    cost:
      editCost(typed.word, word, maxEdits) -
      ease +
      (isOfProperName(word, index) ? NAME_COST : 0) +
      (hasAccents ? ACCENT_COST * Math.min(2, Math.max(0, editCost(typed.form, form, 4) - 1)) : 0),
  })
  const options = { maxEdits, limit: MAX_CANDIDATES * 3 }
  for (const { word } of misspellingsOf(lexicon, typed.word, options)) {
    const meant = lexicon.words[word] as string
    for (const form of formsOf(meant)) yield candidate(meant, form, isAsking(meant) ? ASKING_EASE : 0)
  }
  const accentedForms = accentedFormsOf(segment)
  const isOfLanguage = (word: string) =>
    hasDiacritics(language) || !accentedForms.has(word) || hasPlainForm(segment, word)
  const mayBeMeant = (number: number) => {
    const word = segment.lexicon.words[number] as string
    if (isConcept(word) || !/^[a-z]/.test(word) || !isOfLanguage(word)) return false
    return articleCount(segment, number) > 0 || concepts.isNameWord(word)
  }
  for (const { word } of misspellingsOf(segment.lexicon, typed.word, { ...options, mayBeMeant })) {
    const meant = segment.lexicon.words[word] as string
    const ease = FREQUENCY_EASE * Math.log2(1 + articleCount(segment, word))
    const forms = isAccented ? (accentedForms.get(meant) ?? [meant]) : [meant]
    for (const form of forms) yield candidate(meant, form, ease)
  }
  for (const others of [statements, wordsOfSynonyms(index.synonyms)]) {
    const isLatin = (number: number) => /^[a-z]+$/.test(others.words[number] as string)
    for (const { word } of misspellingsOf(others, typed.word, { ...options, mayBeMeant: isLatin })) {
      const meant = others.words[word] as string
      if (knownWord(segment, meant) < 0) yield candidate(meant, meant, 0)
    }
  }
  const bare = hasDiacritics(language) ? withoutTelex(typed.word) : undefined
  if (bare === undefined) return
  const forms = [...formsOf(bare), ...(accentedForms.get(bare) ?? [])]
  for (const form of forms)
    if (marksOf(form) === marksOfTelex(typed.word))
      yield { form, word: bare, cost: TELEX_COST, isName: isOfProperName(bare, index) }
}

const wordsOfSynonyms = memoByObject((classes: SearchIndex['synonyms']) =>
  lexiconOf([...new Set(classes.flat(2))].sort()),
)

const hasDiacritics = (language: Language) => packs.get(language)?.hasSpacedSyllables === true

const MIN_UNITS_OF_TWO_SLIPS = 8
/** Words of nearly every question, and words of many articles, are meant more often. */
const ASKING_EASE = 0.2
const FREQUENCY_EASE = 0.02
/** For each character with other accents. */
const ACCENT_COST = 0.3
const TELEX_COST = 0.3
const NAME_COST = 0.05

/** Names are written with a capital; common words may have an entry too. */
const isOfProperName = (word: string, { concepts }: SearchIndex): boolean =>
  concepts.spellingsFrom(word)?.some(({ concept }) => /^\p{Lu}/u.test(concepts.nameOf(concept, 'en'))) ===
  true

/** A word that asks together with its neighbours, or is part of a name with them, is likelier. */
function inContext(
  candidate: Candidate,
  typed: QueryWord,
  query: Query,
  { index, language }: KnownWords,
): CandidateInContext {
  const text = replacedIn(query.text, [{ ...typed, form: candidate.form, isName: false }])
  const read = readQuery(text)
  const at = read.words.findIndex(({ start }) => start === typed.start)
  const isPartOf = (from: number, to: number) => {
    const word = read.words[at]
    return word !== undefined && from <= word.start && to >= word.end
  }
  const asks = read.question?.language === language && read.words[at]?.isAsking === true
  const names = index.concepts.annotate(read.words).filter(({ word }) => isConcept(word))
  const isOfName = names.some(
    ({ start, end }) => isPartOf(start, end) && (start < typed.start || read.words[at]?.end !== end),
  )
  const isProper = names.some(
    ({ word, start, end }) => isPartOf(start, end) && /^\p{Lu}/u.test(index.concepts.nameOf(word, 'en')),
  )
  const isInContext = asks || isOfName || isOfPhrase(at, read, index) || isBesideOthers(at, read, index)
  return {
    ...candidate,
    cost: candidate.cost - (isInContext ? CONTEXT_EASE : 0),
    isName: !asks && (isProper || candidate.isName),
    ...{ isInContext, asks, changesKind: read.question?.kind !== query.question?.kind },
  }
}

const CONTEXT_EASE = 0.3

/** Whether the word is part of a phrase that has synonyms: "in power". */
function isOfPhrase(at: number, { words }: Query, { synonyms }: SearchIndex): boolean {
  const folded = words.map(({ word }) => word)
  return folded.some((_, from) =>
    synonymsWith(synonyms)
      .phrasesAt(folded, from)
      .some(({ length }) => from <= at && from + length > at),
  )
}

/** Whether an article has the word right beside the one before or after it, which is no small word. */
function isBesideOthers(at: number, { words }: Query, { segment }: SearchIndex): boolean {
  const [before, word, after] = [at - 1, at, at + 1].map(place => {
    const each = words[place]?.word ?? ''
    return isStopWord(each) ? -1 : knownWord(segment, each)
  })
  const standBeside = (one = -1, other = -1) => one >= 0 && other >= 0 && standTogether(segment, one, other)
  return standBeside(before, word) || standBeside(word, after)
}

/**
 * A name is read into a word only by a slip that is hardly another name. Short words resemble many others, so that they
 * must ask, or be part of a name.
 */
function isLikely(
  candidate: CandidateInContext,
  typed: QueryWord,
  query: Query,
  known: KnownWords & { mayBeCommon: boolean; isAccented: boolean },
): boolean {
  const { word, isName, isInContext, asks, changesKind } = candidate
  const { isAccented } = known
  const cost = editCost(typed.word, word, 2)
  const isCapital = /^\p{Lu}/u.test(typed.typed) && /\S/.test(query.text.slice(0, typed.start))
  const isOther = known.common.isName(typed.word) || isCapital
  const isLeftOut = word.length > typed.word.length
  if (isOther && !(isName ? isInContext && (cost < 1 || isLeftOut) : asks && !isCapital)) return false
  if (isName && hasOtherVowel(typed.word, word)) return false
  if (word.length < MIN_WORD_UNITS_MEANT && !hasDiacritics(known.language)) return false
  const isTelex = cost > 2 || (cost > 1 && candidate.cost <= TELEX_COST)
  if (isTelex) return true
  const isSwapped = typed.form === typed.word && cost < 1 && lettersOf(typed.word) === lettersOf(word)
  if (known.mayBeCommon && isSwapped && isInContext && !isName && hasDiacritics(known.language)) return true
  if (known.mayBeCommon && !isUnknownWord(typed, known)) {
    if (typed.form !== typed.word) return isInContext && editCost(typed.form, candidate.form, 1) <= 1
    if (isOfArchive(typed.word, known)) return false
    return asks || (cost < 1 && typed.word.length >= MIN_WORD_UNITS_MEANT && typed.word[0] === word[0])
  }
  if (known.mayBeCommon && isLeftOut && cost < 1) return true
  if (typed.word.length < MIN_WORD_UNITS_MEANT && !isLeftOut) return false
  if (typed.word.length < MIN_WORD_UNITS_MEANT && asks && !changesKind) return false
  if (typed.word.length < MIN_WORD_UNITS_MEANT)
    return isInContext || packWordsOf(known.language).isAsking(word)
  // A word without accents among others with accents is a foreign name.
  if (isAccented && typed.form === typed.word && candidate.form !== word && /[aeiouy]/.test(typed.word))
    return isInContext
  if (isName && typed.word.length < MIN_UNITS_OF_TWO_SLIPS)
    return (
      isLikelySlip(typed.word, word, cost) &&
      (isInContext ||
        typed.word.length > MIN_WORD_UNITS_MEANT ||
        (isLeftOut && !hasDiacritics(known.language)))
    )
  // Statements have words of all languages, and Vietnamese syllables resemble many of them.
  if (hasDiacritics(known.language) && !isOfArticles(word, known)) return isInContext
  return (
    isInContext ||
    isLikelySlip(typed.word, word, cost) ||
    (cost < 1 && typed.word.length >= MIN_WORD_UNITS_MEANT)
  )
}

const lettersOf = (word: string): string => [...word].sort().join('')

const isOfArticles = (word: string, { index, language }: KnownWords): boolean =>
  knownWord(index.segment, word) >= 0 ||
  index.concepts.isNameWord(word) ||
  packWordsOf(language).lexicon.find(word) >= 0

/** With one vowel in place of another it is another name: "Mana" is not "Mani". */
const hasOtherVowel = (typed: string, meant: string): boolean =>
  typed.length === meant.length &&
  [...typed].every((letter, at) => letter === meant[at] || /[aeiou]{2}/.test(letter + meant[at]))

const MIN_WORD_UNITS_MEANT = 4

/** The least cost of taking a word for a common one that the archive does not have. */
function costOfCommonWord(word: string, known: KnownWords): number {
  let least = Number.POSITIVE_INFINITY
  const consider = (meant: string) => {
    if (meant.length >= MIN_WORD_UNITS_MEANT && known.common.isWord(meant) && !isOfArchive(meant, known))
      least = Math.min(least, editCost(word, meant, 1))
  }
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    consider(before + after.slice(1))
    consider(before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2))
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      consider(before + letter + after)
      consider(before + letter + after.slice(1))
    }
  }
  return least
}
