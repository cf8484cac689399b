// Reads a whole message as talk: a command in words, a short reply, a greeting, words of sorrow, or a wish for a language.

import { type Language, languageNamed } from '../../languages/language.ts'
import { lossWords } from '../../languages/talk-words.ts'
import { fold } from '../../text/fold.ts'
import { needsDictionary } from '../../text/words.ts'
import { questionIn } from './follow-ups.ts'
import {
  isUnspaced,
  type TalkMeaning,
  type TalkPhrases,
  talkKeyOf,
  talkVocabulary,
} from './talk-vocabulary.ts'

/** Longer messages say more than these words do. */
const MAX_TALK_UNITS = 80
const MAX_SORROW_WORDS = 14
const MAX_LOSS_UNITS = 120

/**
 * Everything that the message may mean if all of it is talk, in the order in which it is tried; empty for any other. A
 * message of signs alone, such as emoji, is a greeting.
 */
export function talkIn(typed: string): TalkMeaning[] {
  const text = talkKeyOf(typed)
  if (text === '') return /[^\s"'“”«»]/.test(typed) ? [{ type: 'small talk', kind: 'hello' }] : []
  if (text.length <= MAX_TALK_UNITS) {
    const meanings = meaningsOf(text, phrasesFor(text))
    if (meanings.length > 0) return meanings
    const language = languageWished(text)
    if (language) return [{ type: 'language', language }]
  }
  if (lossLanguage(text) && !/[?？]\s*$/.test(typed) && !questionIn(typed)) return [{ type: 'loss' }]
  return isSorrow(text) && !/[?？]\s*$/.test(typed) ? [{ type: 'sorrow' }] : []
}

/**
 * The language in which somebody talks, if it is certain. It never is English, which people use who speak another: "help",
 * "ok".
 */
export function languageOfTalk(typed: string): Language | undefined {
  const text = talkKeyOf(typed)
  const ofLoss = lossLanguage(text)
  if (ofLoss) return ofLoss === 'en' ? undefined : ofLoss
  if (text.length > MAX_TALK_UNITS) return undefined
  const phrases = phrasesFor(text)
  const parts = (phrasesOf(text, phrases) ?? []).map(
    part => phrases.get(part)?.languages ?? new Set<string>(),
  )
  const [first] = parts
  const [language, ...others] = [...(first ?? [])].filter(each => parts.every(part => part.has(each)))
  return others.length === 0 && language !== 'en' ? language : undefined
}

/** Somebody who types no diacritics means words that have some. */
const phrasesFor = (text: string): TalkPhrases =>
  fold(text) === text ? talkVocabulary().folded : talkVocabulary().written

/**
 * The meanings of the phrases that the text consists of, or of the one phrase that is more than small talk. None if that
 * leaves a doubt.
 */
function meaningsOf(text: string, phrases: TalkPhrases): TalkMeaning[] {
  const whole = phrases.get(text)
  if (whole) return whole.meanings
  const all = phrasesOf(text, phrases)?.map(phrase => phrases.get(phrase)?.meanings ?? []) ?? []
  const [first, ...others] = all.filter(each => each.length > 0)
  const [business, ...more] = all.filter(each => each.some(({ type }) => type !== 'small talk'))
  if (!first || more.length > 0) return []
  return [...(business ?? others.at(-1) ?? first)]
}

/** The phrases that the text consists of, from the longest that begin it; undefined if some of it is none. */
function phrasesOf(text: string, phrases: TalkPhrases): string[] | undefined {
  const dead = new Set<number>()
  const from = (start: number): string[] | undefined => {
    if (start >= text.length) return []
    if (dead.has(start)) return undefined
    for (let end = text.length; end > start; end--) {
      if (!isBoundary(text, end)) continue
      const phrase = text.slice(start, end)
      const rest = phrases.has(phrase) ? from(text[end] === ' ' ? end + 1 : end) : undefined
      if (rest) return [phrase, ...rest]
    }
    dead.add(start)
    return undefined
  }
  return from(0)
}

const isBoundary = (text: string, at: number) =>
  at === text.length || text[at] === ' ' || (isUnspaced(text, at - 1) && isUnspaced(text, at))

function languageWished(text: string): Language | undefined {
  const bare = withoutAround(text)
  for (const opening of talkVocabulary().openings) {
    if (!bare.startsWith(opening) || !isBoundary(bare, opening.length)) continue
    const name = bare.slice(opening.length).trim()
    const language = (name && languageNamed(name)) || (opening !== bare && languageNamed(bare)) || undefined
    if (language) return language
  }
  return undefined
}

/** The text without words at its end that change nothing, as long as something is left. */
function withoutAround(text: string): string {
  for (const word of talkVocabulary().around) {
    const rest = text.endsWith(word) ? text.slice(0, -word.length) : ''
    if (rest.endsWith(' ') || isUnspaced(rest, rest.length - 1)) return withoutAround(rest.trim())
  }
  return text
}

const isSorrow = (text: string): boolean =>
  text.split(' ').length <= MAX_SORROW_WORDS && hasPhrase(text, talkVocabulary().sorrow)

/** The language in which somebody speaks of their own dead; undefined if they do not. */
const lossLanguage = (text: string): Language | undefined =>
  text.length > MAX_LOSS_UNITS
    ? undefined
    : talkVocabulary().losses.find(loss => lossWords.every(each => hasPhrase(text, loss[each])))?.language

const hasPhrase = (text: string, phrases: ReadonlySet<string>): boolean => {
  for (const phrase of phrases)
    if (needsDictionary(phrase) ? text.includes(phrase) : ` ${text} `.includes(` ${phrase} `)) return true
  return false
}
