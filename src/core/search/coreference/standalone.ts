// Finds which sentences can stand alone. One that would lose its subject or speaker gets the name in brackets, or leans
// on the sentence before.
//
// A wrong name would be worse than a missing sentence. So a name is added only if the sentence before has one person
// and nothing else that might be one. Any other sentence that refers back is shown right after the one before it or not
// at all.

import type { Language } from '../../languages/language.ts'
import type { CoreferenceWords } from '../../languages/pack.ts'
import { partOf } from '../../languages/packs.ts'
import { type FindPeople, mayNamePerson } from './people.ts'

/** A sentence of an article. */
export interface SentenceSpan {
  text: string
  /** The paragraph it is in, and its place among all sentences of the article. */
  paragraph: number
  number: number
}

export type Standalone<S extends SentenceSpan> = S & {
  /** The number of the sentence right before, without which this one must not be shown. */
  leansOn?: number
  /** A name to show in brackets, and the UTF-16 unit of the text before which it goes. */
  added?: { at: number; name: string }
}

/** The spans, each with what it needs to be shown. */
export function standaloneSentences<S extends SentenceSpan>(
  spans: readonly S[],
  language: Language,
  people: FindPeople,
): Standalone<S>[] {
  const words = partOf(language, 'coreference')
  const { subjectPronoun, dependentOpening, sayingVerb } = words
  const quoted = openings(spans)
  return spans.map((span, index): Standalone<S> => {
    // The first sentence of an article leans on nothing.
    if (index === 0) return span
    const leaning = { ...span, leansOn: span.number - 1 }
    const opened = quoted[index]
    // Only speech: the sentence before need not be about the speaker.
    if (opened === undefined && onlySpeech.test(span.text)) return leaning
    if (opened !== undefined) {
      const opening = spans[opened]
      const speaker = opening && sayingVerb.test(opening.text) ? onlyPerson(opening, people) : undefined
      return speaker ? { ...span, added: { at: 0, name: `${speaker}:` } } : leaning
    }
    const pronoun = subjectPronoun.exec(span.text)
    if (pronoun === null || namedBefore(span.text.slice(0, pronoun.index), words, people))
      return dependentOpening.test(span.text) ? leaning : span
    const who = subjectBefore(spans.slice(0, index), words, people)
    return who ? { ...span, added: { at: pronoun.index + pronoun[0].length, name: who } } : leaning
  })
}

/** A sentence as shown: its own words, with the name of the person meant in brackets. */
export function withNameInBrackets({ text, added }: Standalone<SentenceSpan>): string {
  if (!added) return text
  return added.at === 0
    ? `[${added.name}] ${text}`
    : `${text.slice(0, added.at)} [${added.name}]${text.slice(added.at)}`
}

const onlySpeech = /^["“«][^"”»]*["”»]?[.!?]?$/u

/** For each span that begins inside a quotation, the span that opened the quotation. */
function openings(spans: readonly SentenceSpan[]): (number | undefined)[] {
  let opened: number | undefined
  let paragraph = -1
  return spans.map((span, index) => {
    if (span.paragraph !== paragraph) opened = undefined
    paragraph = span.paragraph
    const before = opened
    for (const [mark] of span.text.matchAll(/["“”]/g))
      opened = mark === '“' || (mark === '"' && opened === undefined) ? (opened ?? index) : undefined
    return before
  })
}

/** Whether the words before a pronoun name a person, or somebody who might be one. */
function namedBefore(words: string, { sayingVerb }: CoreferenceWords, people: FindPeople): boolean {
  if (namesIn(words, people).length > 0 || /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/u.test(words)) return true
  const [first = ''] = /^\p{Lu}\p{Ll}+ /u.exec(words) ?? []
  const rest = words.slice(first.length)
  return first !== '' && (/^\p{Lu}/u.test(rest) || sayingVerb.exec(rest)?.index === 0)
}

/** The only person in the nearest sentence before that names one; sentences about the same "he" are skipped. */
function subjectBefore(
  before: readonly SentenceSpan[],
  words: CoreferenceWords,
  people: FindPeople,
): string | undefined {
  for (const span of before.slice(-3).reverse()) {
    const pronoun = words.subjectPronoun.exec(span.text)
    // "He quoted Ly Sok." is about somebody else.
    if (pronoun && !namedBefore(span.text.slice(0, pronoun.index), words, people))
      if (namesIn(span.text, people).length > 0) return undefined
    const who = onlyPerson(span, people)
    if (who) return who
    // Another sentence's pronoun may mean somebody else, unless that sentence names nobody at all.
    if (!pronoun || mayNamePerson(people(span.text).rest)) return undefined
  }
  return undefined
}

function onlyPerson(span: SentenceSpan | undefined, people: FindPeople): string | undefined {
  if (!span) return undefined
  const [name, ...others] = namesIn(span.text, people)
  return others.length === 0 && !mayNamePerson(people(span.text).rest) ? name : undefined
}

/** The people named in a text, without duplicates. */
const namesIn = (text: string, people: FindPeople): string[] => [
  ...new Set(people(text).mentions.flatMap(({ name, isPossessive }) => (isPossessive ? [] : [name]))),
]
