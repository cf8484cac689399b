// Reads typed words as a question: what it asks for, and which of its words only ask.

import { languageOfWords } from '../../languages/detect.ts'
import type { Language } from '../../languages/language.ts'
import type { QuestionKind } from '../../languages/question-words.ts'
import { editCost } from '../../text/edit-cost.ts'
import { aroundWithin, withoutAround } from './around.ts'
import { wordsAside } from './asides.ts'
import { type AskingWords, askingWordsFor } from './asking-words.ts'
import { kindByDate } from './dates.ts'
import { withoutIntroduction } from './introductions.ts'
import { longestPhraseAt, type PhraseMatch, rangesCovered, sizeOf } from './phrase-patterns.ts'
import {
  type QuestionText,
  type QuestionToken,
  textOfCharacters,
  textOfWords,
  wordsCovered,
} from './question-texts.ts'

export interface Question {
  kind: QuestionKind
  /** The language whose words ask. */
  language: Language
  /** The indexes of the words that only ask: "when did", "can you tell me". */
  askingWords: readonly number[]
  /** The indexes of words that carry little of what is sought, so that an answer need not have them. */
  lightWords: readonly number[]
  /** The indexes of words that ask for a judgement: "justified". An answer need not have them if something is judged. */
  judgingWords?: readonly number[]
  /** The indexes of words in clauses that do not ask: "my grandson has homework". */
  wordsAside: readonly number[]
}

/**
 * Undefined if nothing in the words asks: key words. Words in quotation marks never ask. A date alone asks what happened
 * then.
 */
export function readQuestion(text: string, words: readonly QuestionToken[]): Question | undefined {
  if (words.length === 0) return undefined
  const readings = askingWordsFor(text).map(language => readIn(language, text, words))
  const best = readings.reduce((a, b) => (isBetter(b, a, text) ? b : a))
  if (best.isDoubtful && readings.some(each => each !== best && each.evidence >= best.evidence))
    return undefined
  const asking = new Set(best.kind ? best.asking : [])
  const rest = words.flatMap((_, at) => (asking.has(at) ? [] : [at]))
  // "Who?" alone may be the organisation. Only the days that are remembered need no other words.
  if (rest.length === 0 && best.kind !== 'next' && best.kind !== 'today') return undefined
  const isLight = lightTest(best.words, words)
  const judging = best.kind === 'whether' ? judgingIn(best.words, text, words) : []
  const lightWords = rest.filter(at => isLight(words[at] as QuestionToken))
  const kind = kindByDate(best.kind, text, words, {
    rest,
    isLight: at => lightWords.includes(at),
    topics: best.words.topics,
  })
  return (
    kind && {
      kind,
      language: best.words.language,
      askingWords: [...asking].sort((a, b) => a - b),
      lightWords,
      ...(judging.length > 0 && { judgingWords: judging.filter(at => !asking.has(at)) }),
      wordsAside: asideOf(best, text, words),
    }
  )
}

interface LanguageReading {
  words: AskingWords
  /** Undefined if nothing in this language asks. */
  kind?: QuestionKind
  asking: number[]
  /** Those of them that tell what is asked for; none if a topic or a date does. */
  telling: number[]
  /** Where a clause begins without a mark before it. */
  clauseStarts: readonly number[]
  /** How many of the words are in the language. */
  evidence: number
  /** Only a short word asks, which may be of another language: "ai". */
  isDoubtful: boolean
}

/** The words that ask for a judgement, which the archive leaves to others. */
function judgingIn(
  { isUnspaced, judging }: AskingWords,
  typed: string,
  words: readonly QuestionToken[],
): number[] {
  const text = isUnspaced ? textOfCharacters(words) : textOfWords(words, typed)
  return words.flatMap(({ isQuoted }, at) => {
    const match = isQuoted ? undefined : longestPhraseAt(judging, text, { at: text.placeOf(at) })
    return match ? wordsCovered(match, text) : []
  })
}

const asideOf = (
  { words: language, asking, telling, clauseStarts }: LanguageReading,
  text: string,
  words: readonly QuestionToken[],
): number[] =>
  wordsAside(text, words, {
    tellsKind: at => telling.includes(at),
    isAsking: at => asking.includes(at),
    pointsBack: at => {
      const match = language.isUnspaced
        ? undefined
        : longestPhraseAt(language.backward, textOfWords(words), { at })
      return match !== undefined && !asking.includes(match.end - 1)
    },
    beginsClause: at => clauseStarts.includes(at),
  })

function isBetter(one: LanguageReading, other: LanguageReading, text: string): boolean {
  if ((one.kind === undefined) !== (other.kind === undefined)) return one.kind !== undefined
  if (one.evidence !== other.evidence) return one.evidence > other.evidence
  return one.words.language === languageOfWords(text)
}

/**
 * Words typed with diacritics are meant as written, and so are those between them: "nay" is not "này". Where the owner
 * comes last, the word before "I" is one that only tells who says so: "my father".
 */
function lightTest(language: AskingWords, words: readonly QuestionToken[]): (word: QuestionToken) => boolean {
  const isAsWritten = language.hasDiacritics && words.some(({ form, word }) => form !== word)
  const isOurs = (word: QuestionToken) => {
    const next = words[words.indexOf(word) + 1]
    return language.isUnspaced && next?.start === word.end && language.isSelf(next.word)
  }
  return word => !word.isQuoted && (language.isLight(word, isAsWritten) || isOurs(word))
}

function readIn(language: AskingWords, typed: string, words: readonly QuestionToken[]): LanguageReading {
  const whole = language.isUnspaced ? textOfCharacters(words) : textOfWords(words, typed)
  const asked = withoutIntroduction(language, withoutRemark(language, whole, { typed, words }), {
    typed,
    words,
  })
  const { text: bare, around } = withoutAround(language, asked, words)
  const middle = aroundWithin(language, bare)
  const text: QuestionText = {
    ...bare,
    beginsClause: at => bare.beginsClause(at) || middle.some(({ end }) => end === at),
  }
  const asTyped = matchesIn(language, text, { typed, words })
  const matches = asTyped.length > 0 ? asTyped : matchesOfSlip(language, text, { typed, words })
  const primary = primaryOf(matches, text)
  const topic = topicOf(language, text, primary)
  // "không" at the end only asks, whatever else is asked.
  const used = matches.filter(match => match === primary || match.kind !== 'whether' || match.end === text.to)
  const remark = [...whole.wordsBetween(whole.from, asked.from), ...whole.wordsBetween(asked.to, whole.to)]
  const opened = middle.filter(({ end }) => used.some(({ covered }) => covered[0]?.[0] === end))
  const telling = used.flatMap(match => wordsCovered(match, text))
  const asking = [...around, ...opened.flatMap(each => wordsCovered(each, text)), ...remark, ...telling]
  const isLight = lightTest(language, words)
  const small = words.filter((word, at) => !asking.includes(at) && isLight(word)).length
  const kind = topic ?? primary?.kind
  return {
    ...{ words: language, asking, telling, clauseStarts: opened.map(({ covered }) => covered[0]?.[0] ?? 0) },
    ...{ evidence: asking.length + small, ...(kind && { kind }) },
    isDoubtful:
      language.hasDiacritics &&
      languageOfWords(typed) !== language.language &&
      primary?.literals.length === 1,
  }
}

/** Leaves out what is said after the question: "when did it fall? I read other dates". */
function withoutRemark(
  language: AskingWords,
  whole: QuestionText,
  { typed, words }: { typed: string; words: readonly QuestionToken[] },
): QuestionText {
  const mark = typed.lastIndexOf('?')
  const first = mark < 0 ? -1 : words.findIndex(({ start }) => start > mark)
  if (first <= 0) return whole
  const to = whole.placeOf(first)
  const isAskedAfter = matchesIn(language, { ...whole, from: to }, { typed, words }).length > 0
  return isAskedAfter ? whole : { ...whole, to }
}

/** The phrases that ask, in order, none within another. */
function matchesIn(
  language: AskingWords,
  text: QuestionText,
  { typed, words }: { typed: string; words: readonly QuestionToken[] },
): PhraseMatch<QuestionKind>[] {
  const isOwnText = !language.hasDiacritics || languageOfWords(typed) === language.language
  /**
   * "gì" alone is typed without its accent only where that is listed, and a word such as "ai" may be of another
   * language unless it begins or ends several words.
   */
  const isCertain = ({ literals, covered }: PhraseMatch<unknown>): boolean => {
    const [literal] = literals
    if (literals.length > 1 || !literal || !language.hasDiacritics) return true
    const [from, to] = covered[0] as readonly [number, number]
    const isAsListed = words[from]?.form === literal.form
    return (
      isAsListed &&
      (isOwnText || ((from === text.from || to === text.to) && text.to - text.from >= MIN_WORDS_AROUND_DOUBT))
    )
  }
  const isAsListed = (match: PhraseMatch<unknown>) =>
    !language.hasDiacritics ||
    wordsCovered(match, text).every((at, index) => words[at]?.form === match.literals[index]?.form)
  /** "Việt Nam mấy năm": of two phrases that overlap, the one with its diacritics is meant. */
  const hasExactWithin = (match: PhraseMatch<unknown>) => {
    const [from, to] = rangesCovered(match)[0] as readonly [number, number]
    const isExact = (other: PhraseMatch<unknown>) =>
      isAsListed(other) && other.end > to && other.literals.some(({ form, word }) => form !== word)
    return Array.from({ length: to - from - 1 }, (_, index) => from + 1 + index).some(at =>
      longestPhraseAt(language.asking, text, { at, isValid: isExact }),
    )
  }
  const matches: PhraseMatch<QuestionKind>[] = []
  for (let at = text.from; at < text.to; ) {
    const match = longestPhraseAt(language.asking, text, { at, isValid: isCertain })
    const isMeant = match !== undefined && (isAsListed(match) || !hasExactWithin(match))
    if (isMeant && isAsking(match)) matches.push(match)
    at = isMeant ? (rangesCovered(match)[0]?.[1] ?? match.end) : at + 1
  }
  return matches
}

/**
 * The phrase at the beginning with its first word misspelt: "wich day did". It needs a second word, because "wheat" is no
 * slip for "what". Where words are typed without diacritics, too many resemble one another.
 */
function matchesOfSlip(
  language: AskingWords,
  text: QuestionText,
  { typed, words }: { typed: string; words: readonly QuestionToken[] },
): PhraseMatch<QuestionKind>[] {
  const first = words[text.from]
  if (!first || first.isQuoted || language.isUnspaced || language.hasDiacritics) return []
  for (const word of language.asking.keys()) {
    if (Math.min(word.length, first.word.length) < MIN_SLIP_UNITS || editCost(first.word, word, 1) > 1)
      continue
    const corrected = words.with(text.from, { ...first, form: word, word })
    const matches = matchesIn(
      language,
      { ...textOfWords(corrected, typed), from: text.from, to: text.to },
      { typed, words },
    )
    const [opening] = matches
    if (opening && opening.covered[0]?.[0] === text.from && opening.literals.length > 1) return matches
  }
  return []
}

const MIN_SLIP_UNITS = 3

const isAsking = (match: PhraseMatch<QuestionKind | 'idle'>): match is PhraseMatch<QuestionKind> =>
  match.kind !== 'idle'

const MIN_WORDS_AROUND_DOUBT = 3

/**
 * The phrase at the beginning, unless it says less than another: "is it known how many died" asks how many. Otherwise the
 * longest.
 */
function primaryOf(
  matches: readonly PhraseMatch<QuestionKind>[],
  text: QuestionText,
): PhraseMatch<QuestionKind> | undefined {
  const bySize = matches.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const isLong = ({ literals }: PhraseMatch<unknown>) => literals.length > 1
  const first = matches.find(({ covered }) => covered[0]?.[0] === text.from)
  // "When it rains, what is done" asks in its second clause.
  const clause = matches.find(match => isLong(match) && text.beginsClause(match.covered[0]?.[0] ?? 0))
  const isCondition = first !== undefined && clause !== undefined && !isLong(first)
  const opening = isCondition ? clause : (first ?? clause)
  if (opening && !generalKinds.has(opening.kind)) return opening
  return (
    bySize.find(match => !generalKinds.has(match.kind) && !(isCondition && match === first)) ??
    opening ??
    bySize[0]
  )
}

const generalKinds: ReadonlySet<QuestionKind> = new Set(['what', 'whether', 'happened'])

/** The kind of question that words ask which are sought too: "what was the death toll", "death toll of the flood". */
function topicOf(
  language: AskingWords,
  text: QuestionText,
  primary: PhraseMatch<QuestionKind> | undefined,
): QuestionKind | undefined {
  if (!primary) return longestPhraseAt(language.topicsAlone, text, { at: text.from })?.kind
  if (primary.kind !== 'what') return undefined
  for (let at = primary.end, count = 0; at < text.to && count < MAX_WORDS_BEFORE_TOPIC; count++) {
    const topic = longestPhraseAt(language.topics, text, { at })
    if (topic && topic.kind !== 'today') return topic.kind
    at = text.gapEnds(at)[0] ?? text.to
  }
  return undefined
}

/** "What was the estimated total". */
const MAX_WORDS_BEFORE_TOPIC = 3
