// Prepares the question words of each language pack when the first question is read.

import type { Language } from '../../languages/language.ts'
import type { LanguagePack } from '../../languages/pack.ts'
import { packs } from '../../languages/packs.ts'
import type { PhraseList, QuestionKind, QuestionWords } from '../../languages/question-words.ts'
import { fold, surfaceForm } from '../../text/fold.ts'
import { needsDictionary } from '../../text/words.ts'
import { type PhraseTable, phraseTable } from './phrase-patterns.ts'

export interface AskingWords {
  language: Language
  /** Words have no spaces between them, so that phrases are sought by characters. */
  isUnspaced: boolean
  /** Words have diacritics, and are often typed without them. */
  hasDiacritics: boolean
  /** Phrases that ask, and those that only seem to. */
  asking: PhraseTable<QuestionKind | 'idle'>
  /** Phrases that tell what is asked for and are sought too: those that ask alone, and all. */
  topicsAlone: PhraseTable<QuestionKind>
  topics: PhraseTable<QuestionKind>
  around: PhraseTable<'around'>
  /** Folded words that stand before names, the longest first: "លោក". */
  titles: readonly string[]
  /** Phrases that ask for a judgement. */
  judging: PhraseTable<'judging'>
  /** Whether a folded word is one for the speaker: "I". */
  isSelf(word: string): boolean
  /** Whether a word carries little of what is sought; `isAsWritten`: with its own diacritics and no others. */
  isLight(word: { form: string; word: string }, isAsWritten: boolean): boolean
  /** Phrases that end with a word for something said before. */
  backward: PhraseTable<'backward'>
}

const prepared = new Map<Language, AskingWords>()

/** Those of the languages in whose script some of the text is. */
export function askingWordsFor(text: string): AskingWords[] {
  const hasUnspaced = needsDictionary(text)
  return [...packs].flatMap(([language, pack]) => {
    if (!pack.questions || (isUnspaced(pack.questions) && !hasUnspaced)) return []
    const words = prepared.get(language) ?? askingWordsOf(language, pack, pack.questions)
    prepared.set(language, words)
    return [words]
  })
}

const isUnspaced = ({ around = '', light = '' }: QuestionWords) => needsDictionary(light + around)

function askingWordsOf(language: Language, pack: LanguagePack, words: QuestionWords): AskingWords {
  const {
    asking,
    idle = '',
    topics = {},
    around = '',
    light = '',
    self = '',
    backward = '',
    judging = '',
  } = words
  const selves = new Set(self.split(' ').filter(Boolean).map(fold))
  const lightForms = new Set(light.split(/\s+/).map(surfaceForm))
  const lightWords = new Set([
    ...[...lightForms].map(fold),
    ...(pack.stopWords ?? '').split(/\s+/).filter(Boolean),
  ])
  return {
    language,
    isUnspaced: isUnspaced(words),
    hasDiacritics: pack.letters !== undefined && !isUnspaced(words),
    asking: phraseTable({ ...asking, idle }),
    topicsAlone: phraseTable(mapLists(topics, phrase => (phrase.startsWith('^') ? phrase : ''))),
    topics: phraseTable(mapLists(topics, phrase => phrase.replace(/^\^/, ''))),
    around: phraseTable({ around }),
    titles: (pack.coreference?.titles ?? []).map(fold).sort((a, b) => b.length - a.length),
    judging: phraseTable({ judging }),
    isSelf: word => selves.has(word),
    backward: phraseTable({ backward }),
    isLight: ({ form, word }, isAsWritten) =>
      lightForms.has(form) || (!isAsWritten && form === word && lightWords.has(word)),
  }
}

/** Whether a word, as written, carries little in the language of its own. */
export const isLightForm = (form: string): boolean => {
  lightForms ??= new Set(
    [...packs.values()].flatMap(({ questions }) => (questions?.light ?? '').split(/\s+/).map(surfaceForm)),
  )
  return lightForms.has(form)
}

let lightForms: ReadonlySet<string> | undefined

const mapLists = (
  lists: Readonly<Partial<Record<QuestionKind, PhraseList>>>,
  change: (phrase: string) => string,
): Partial<Record<QuestionKind, PhraseList>> =>
  Object.fromEntries(
    Object.entries(lists).map(([kind, list]) => [
      kind,
      list
        .split(',')
        .map(phrase => change(phrase.trim()))
        .join(','),
    ]),
  )
