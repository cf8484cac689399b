// Reads a question with slips as it was meant: "wen did pol pot fal".

import { type CommonWords, commonWordsOf } from '../../languages/common-words.ts'
import { languageOfText, languageOfWords } from '../../languages/detect.ts'
import type { Language } from '../../languages/language.ts'
import { packs } from '../../languages/packs.ts'
import { needsDictionary } from '../../text/words.ts'
import { type Lexicon, lexiconOf } from '../index/lexicon.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { type Query, type QueryWord, readQuery } from '../query/query.ts'
import { isUnknownWord, type KnownWords, mayBeSlip } from './known-words.ts'
import { numbersInFull } from './numbers.ts'
import { isLikeAsking, isWrittenUnspaced } from './pack-words.ts'
import { type Replacement, replacedIn } from './replacement.ts'
import { inFull } from './short-forms.ts'
import { wordMeantBy } from './spaced.ts'
import { isUnknownUnspaced, wordMeantAround } from './unspaced.ts'

export interface Respelling {
  /** As it was meant. */
  query: Query
  /** The words that were read as names, to be told to the reader. */
  names: { typed: string; used: string }[]
}

export interface RespellingOptions {
  index: SearchIndex
  /** Of the reader, if the words do not tell theirs. */
  language: Language
  /** The words of statements that stand in no article. */
  statementWords: () => Promise<Lexicon>
  /** Nothing was found, so that even a common word that the archive lacks may be a slip. */
  mayBeCommon?: boolean
}

/** The query with its slips corrected. A word in quotation marks is meant as it stands. */
export async function respelled(
  typed: Query,
  { index, language, statementWords, mayBeCommon = false }: RespellingOptions,
): Promise<Respelling> {
  let query = numbersInFull(inFull(typed, index, { mayBeWords: mayBeCommon }), index)
  const ofQuestion = languageOf(query, language)
  const names: Respelling['names'] = []
  let isRead = false
  let known: KnownWords = { index, language: ofQuestion, common: noCommonWords, statements: noWords }
  let from = 0
  for (let count = 0; count < MAX_SLIPS; ) {
    const isSuspect = (word: QueryWord, at: number) => {
      if (word.start < from || isQuoted(at, query)) return false
      if (isUnknownWord(word, known) || isUnknownUnspaced(word, known)) return true
      if (mayBeCommon) return mayBeSlip(word, known)
      return query.question === undefined && needsDictionary(word.word)
    }
    const at = query.words.findIndex(isSuspect)
    if (at < 0) break
    if (!isRead) {
      // They take a while to read, and most questions have no slip.
      const common = await commonWordsOf(ofQuestion)
      known = { ...known, common, statements: await statementWords() }
      isRead = true
      continue
    }
    const word = query.words[at] as QueryWord
    const meant: Replacement | undefined = needsDictionary(word.word)
      ? wordMeantAround(at, query, known)
      : wordMeantBy(word, query, known, { mayBeCommon })
    from = word.end
    if (!meant) continue
    count++
    if (meant.isName) names.push({ typed: query.text.slice(meant.start, meant.end), used: meant.form })
    from = meant.start + meant.form.length
    query = readQuery(replacedIn(query.text, [meant]))
  }
  return { query, names }
}

const MAX_SLIPS = 6

/** Whether key words may be a question with a slip in a word that asks. */
export function mayAsk(
  query: Query,
  { index, language }: Pick<RespellingOptions, 'index' | 'language'>,
): boolean {
  if (inFull(query, index, { mayBeWords: false }) !== query) return true
  const known = { index, language: languageOf(query, language), common: noCommonWords, statements: noWords }
  return query.words.some(word =>
    needsDictionary(word.word)
      ? isUnknownUnspaced(word, known)
      : isUnknownWord(word, known) && isLikeAsking(word, known.language),
  )
}

const noWords = lexiconOf([])
const noCommonWords: CommonWords = { isWord: () => false, isName: () => false }

const isQuoted = (at: number, { phrases }: Query) => phrases.some(([from, to]) => at >= from && at < to)

function languageOf({ text, question }: Query, ofReader: Language): Language {
  const told = question?.language ?? languageOfWords(text) ?? languageOfText(text)
  if (told) return told
  const fits = (language: Language) => isWrittenUnspaced(language) === needsDictionary(text)
  return fits(ofReader) ? ofReader : (([...packs.keys()].find(fits) as Language | undefined) ?? ofReader)
}
