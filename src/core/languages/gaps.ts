// Lists what a language pack leaves out, and so is said or done in English or not at all.

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

/** Every optional part but the phrases, with what its lack means to readers; a new part does not compile without. */
export const parts: Record<Exclude<keyof LanguagePack, 'ownName' | 'phrases'>, string> = {
  alsoCalled: 'it is known by its names in CLDR alone',
  sentences: 'sentences are cut by the English abbreviations',
  coreference: 'nobody is told who "he" is',
  selfReference: 'a key point on the article itself has to begin in English',
  terms: 'summaries leave out the English stop words',
  summaryWeights: 'short summaries follow English leads',
  typography: 'lines of pictures stand as far apart as English ones',
  calendar: 'its days and months are not understood when typed',
  printed: 'the importer finds no date or byline in its words',
  stopWords: 'its words of questions count as much as others',
  letters: 'a text is known by its stop words alone',
  homeZone: 'no time zone is offered for it',
  zoneNames: 'zones have no names in it but those of CLDR',
  countryNames: 'countries have no names in it but those of CLDR',
}
