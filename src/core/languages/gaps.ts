// Lists what a language pack leaves out, which is therefore in English or missing.

import type { LanguagePack } from './pack.ts'
import { packs } from './packs.ts'
import { missingPhrases } from './phrases.ts'

export interface Gaps {
  /** Keys of phrases: `commands.summary.ask`. */
  phrases: string[]
  parts: (keyof LanguagePack)[]
}

export async function gapsIn(pack: LanguagePack): Promise<Gaps> {
  return {
    phrases: missingPhrases((await pack.phrases?.()) ?? {}),
    parts: (Object.keys(parts) as (keyof typeof parts)[]).filter(part => pack[part] === undefined),
  }
}

export const allGaps = async (): Promise<[tag: string, gaps: Gaps][]> =>
  Promise.all([...packs].map(async ([tag, pack]) => [tag, await gapsIn(pack)] as [string, Gaps]))

/**
 * Every optional part except the phrases, with what its absence means to readers. A new part does not compile without
 * an entry.
 */
export const parts: Record<
  Exclude<keyof LanguagePack, 'ownName' | 'phrases' | 'hasSpacedSyllables'>,
  string
> = {
  alsoCalled: 'it is known only by its names in CLDR',
  sentences: 'sentences are cut with English abbreviations',
  coreference: 'readers are not told who "he" is',
  selfReference: 'a key point about the article itself must begin in English',
  terms: 'summaries leave out English stop words',
  summaryWeights: 'short summaries use the English weights',
  optionNames: 'options of commands are named in English',
  typography: 'lines in pictures are spaced as in English',
  calendar: 'days and months typed in it are not understood',
  printed: 'the importer finds no dates or bylines in it',
  stopWords: 'its question words count as much as other words',
  placeWords: 'a place in a sentence is found only by a known name',
  zoneWords: 'places given as time zones are not understood with words around them',
  commonWords: 'a word that the archive lacks is taken for a name, unless a dictionary has it',
  questions: 'questions in it are searched for as key words',
  talk: 'commands in words, greetings, yes and no are not understood in it',
  letters: 'a text is recognised only by its stop words',
  homeZone: 'no time zone is offered for it',
  zoneNames: 'zones have only their CLDR names in it',
  countryNames: 'countries have only their CLDR names in it',
}
