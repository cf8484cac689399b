// Names the languages that there are packs for, and reads which one a person or a client asks for.

import { fold } from '../text/fold.ts'
import { nameOfLanguage } from './names.ts'
import { packs } from './packs.ts'

/** The tag of a language, which is the name of its folder (BCP 47). Whatever comes from outside is checked against `languages`. */
export type Language = string

export const languages: readonly Language[] = [...packs.keys()]

/** The language's name in itself; of one whose pack was removed, its tag. */
export const ownNameOf = (language: Language): string => packs.get(language)?.ownName ?? language

/** The language for a person whose client says this (BCP 47, RFC 4647 lookup); English for every other. */
export function languageFor(locale: string): Language {
  const parts = locale.toLowerCase().split(/[-_]/)
  for (let count = parts.length; count > 0; count--) {
    const wanted = parts.slice(0, count).join('-')
    const language = languages.find(each => each.toLowerCase() === wanted)
    if (language) return language
  }
  return 'en'
}

/** The language that is called so: by its tag, or by its name in itself or in another of the languages. */
export function languageNamed(typed: string): Language | undefined {
  const wanted = fold(typed.trim())
  const exact = languages.find(each => each.toLowerCase() === wanted)
  if (exact !== undefined || wanted === '') return exact
  return languages.find(language => namesOf(language).includes(wanted))
}

const namesOf = (language: Language): string[] =>
  [
    ownNameOf(language),
    ...(packs.get(language)?.alsoCalled ?? []),
    ...languages.map(each => nameOfLanguage(language, each)),
  ].map(fold)
