// The languages the bot speaks, each a set of phrases with the keys and arguments of the English one.
import { type Language, languages } from '../corpus/corpus.ts'
import { en } from './en.ts'

export type Phrases = typeof en

/** The phrases of a language, loaded when it is first spoken. */
export async function phrasesOf(language: Language): Promise<Phrases> {
  switch (language) {
    case 'en':
      return en
    case 'vi':
      return (await import('./vi.ts')).vi
    case 'km':
      return (await import('./km.ts')).km
    default:
      return language satisfies never
  }
}

/** The language for a person whose client says this (BCP 47); English for every other. */
export function languageFor(locale: string): Language {
  const [spoken] = locale.toLowerCase().split(/[-_]/)
  return languages.find(each => each === spoken) ?? 'en'
}
