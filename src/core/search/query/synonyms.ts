// Looks up words and phrases that people use for one another, from the language packs and from the archive.

import type { SynonymClass } from '../../corpus/model.ts'
import { fromAllPacks } from '../../languages/packs.ts'
import { memoByObject } from '../../text/memo.ts'
import { needsDictionary, tokens } from '../../text/words.ts'
import { inflections } from './inflections.ts'

/** A word or a phrase: its folded words with single spaces between them, or with none if their script has none. */
export type Phrase = string

const phraseOf = (words: readonly string[]): Phrase => words.join(words.every(needsDictionary) ? '' : ' ')

export interface Synonym {
  phrase: Phrase
  /** A single word of a pack as it is written, with its accents: "lính" is not "Linh". */
  form?: string
  /** It tells that a statement answers, and ranks no passages. */
  isLoose?: true
}

export interface Synonyms {
  /**
   * The phrases of the classes that a phrase is in, in any form, without the phrase itself. With the form of a single word, of the
   * classes that have it with the same accents.
   */
  of(phrase: Phrase, form?: string): readonly Synonym[]
  /** Whether a phrase may begin with the word, so that others need not be asked about. */
  mayBegin(word: string): boolean
  /** The phrases of two words or more that begin at one of the words, the longest first. */
  phrasesAt(words: readonly string[], at: number): readonly { phrase: Phrase; length: number }[]
}

/**
 * The synonyms of all languages, and those of an archive. Those of scripts without spaces are read when first needed,
 * because they need the dictionary.
 */
export const synonymsWith = memoByObject((own: readonly SynonymClass[]): Synonyms => {
  const tables = new Map<boolean, Synonyms>()
  const tableFor = (text: string): Synonyms => {
    const withDictionary = needsDictionary(text)
    const table = tables.get(withDictionary) ?? tableOf(own, withDictionary)
    tables.set(withDictionary, table)
    return table
  }
  return {
    of: (phrase, form) => tableFor(phrase).of(phrase, form),
    mayBegin: word => tableFor(word).mayBegin(word),
    phrasesAt: (words, at) => tableFor(words[at] ?? '').phrasesAt(words, at),
  }
})

function tableOf(own: readonly SynonymClass[], withDictionary: boolean): Synonyms {
  const ofArchive = own
    .map(phrases => phrases.map((words): Synonym => ({ phrase: phraseOf(words) })))
    .filter(([first]) => needsDictionary(first?.phrase ?? '') === withDictionary)
  const classes = [...packClasses(withDictionary), ...ofArchive]
  const classesOf = new Map<Phrase, { number: number; form: string | undefined }[]>()
  const phrasesByFirst = new Map<string, Phrase[]>()
  for (const [number, synonyms] of classes.entries())
    for (const { phrase: base, form } of synonyms)
      for (const phrase of formsOfPhrase(base)) {
        const entry = { number, form: form === undefined || phrase === base ? form : phrase }
        const known = classesOf.get(phrase)
        if (known) {
          known.push(entry)
          continue
        }
        classesOf.set(phrase, [entry])
        const [first = '', ...others] = phrase.split(' ')
        if (others.length === 0 && !withDictionary) continue
        const key = tableKey(first)
        const list = phrasesByFirst.get(key)
        if (list) list.push(phrase)
        else phrasesByFirst.set(key, [phrase])
      }
  for (const phrases of phrasesByFirst.values()) phrases.sort((a, b) => b.length - a.length)
  return {
    of(phrase, form) {
      const entries = (classesOf.get(phrase) ?? []).filter(
        each => form === undefined || each.form === undefined || each.form === form,
      )
      const alike = new Set(
        [...new Set(entries.map(({ number }) => number))].flatMap(at => classes[at] as Synonym[]),
      )
      return [...alike].filter(each => each.phrase !== phrase)
    },
    mayBegin: word => phrasesByFirst.has(tableKey(word)),
    phrasesAt(words, at) {
      const begun = phrasesByFirst.get(tableKey(words[at] as string))
      // Nearly no word begins one, and all words of all statements are asked about.
      if (!begun) return none
      return begun.flatMap(phrase => {
        const length = wordsOfPhrase(phrase, words, at)
        return length > 1 ? [{ phrase, length }] : []
      })
    },
  }
}

const none: readonly never[] = []

/** A phrase without spaces may begin with a part of its first word. */
const tableKey = (first: string) => (needsDictionary(first) ? (first[0] as string) : first)

/** How many words from `at` on are the phrase, or 0. Words without spaces may be cut in another way than the phrase. */
function wordsOfPhrase(phrase: Phrase, words: readonly string[], at: number): number {
  const separator = phrase.includes(' ') ? ' ' : ''
  let rest = phrase
  for (let next = at; next < words.length; next++) {
    const word = words[next] as string
    if (word === '' || !rest.startsWith(word)) return 0
    rest = rest.slice(word.length)
    if (rest === '') return next - at + 1
    if (!rest.startsWith(separator)) return 0
    rest = rest.slice(separator.length)
  }
  return 0
}

/** "pull out", "pulled out". */
export function formsOfPhrase(phrase: Phrase): Phrase[] {
  const space = phrase.indexOf(' ')
  const [first, others] = space < 0 ? [phrase, ''] : [phrase.slice(0, space), phrase.slice(space)]
  return [phrase, ...inflections(first).map(form => form + others)]
}

const packClasses = (withDictionary: boolean): Synonym[][] =>
  fromAllPacks('questions').flatMap(({ synonyms = '', looseSynonyms = '' }) => [
    ...classesIn(synonyms, withDictionary),
    ...classesIn(looseSynonyms, withDictionary).map(synonyms =>
      synonyms.map((each): Synonym => ({ ...each, isLoose: true })),
    ),
  ])

const classesIn = (list: string, withDictionary: boolean): Synonym[][] =>
  list
    .split(/[\n;]/)
    .filter(line => line.trim() && needsDictionary(line) === withDictionary)
    .map(line => line.split(',').map(synonymOf))

function synonymOf(written: string): Synonym {
  const words = Array.from(tokens(written))
  const phrase = phraseOf(words.map(({ word }) => word))
  const [only, ...others] = words
  return only && others.length === 0 && !needsDictionary(phrase) ? { phrase, form: only.form } : { phrase }
}
