// Lists the languages that have packs, and reads which one a person or a client asks for.

import { fold } from '../text/fold.ts'
import { nameOfLanguage } from './names.ts'
import { packs } from './packs.ts'

/**
 * The tag of a language (BCP 47), which is the name of its folder. Tags from outside are checked against `languages`.
 */
export type Language = string

export const languages: readonly Language[] = [...packs.keys()]

/** The language's name in the language itself; its tag if its pack was removed. */
export const ownNameOf = (language: Language): string => packs.get(language)?.ownName ?? language

/** The language for a client's locale (BCP 47, RFC 4647 lookup); English for any other locale. */
export const languageFor = (locale: string): Language => lookUp(locale) ?? 'en'

function lookUp(locale: string): Language | undefined {
  const parts = locale.toLowerCase().split(/[-_]/)
  for (let count = parts.length; count > 0; count--) {
    const wanted = parts.slice(0, count).join('-')
    const language = languages.find(each => each.toLowerCase() === wanted)
    if (language) return language
  }
  return undefined
}

/** The language with this tag or locale, or with this name in itself or in another of the languages. */
export function languageNamed(typed: string): Language | undefined {
  const wanted = fold(typed.trim())
  const exact = languages.find(each => each.toLowerCase() === wanted)
  if (exact !== undefined || wanted === '') return exact
  return languages.find(language => namesOf(language).includes(wanted)) ?? lookUp(wanted)
}

/** All that people call a language, folded. */
export const namesOf = (language: Language): string[] =>
  [
    ownNameOf(language),
    ...(packs.get(language)?.alsoCalled ?? []),
    ...languages.map(each => nameOfLanguage(language, each)),
  ].map(fold)
