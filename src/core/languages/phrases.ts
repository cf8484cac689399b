// The languages the bot speaks, each a set of phrases with the keys and arguments of the English one.

import { en } from './en/phrases.ts'
import type { Language } from './language.ts'

export type Phrases = typeof en

/** The phrases of a language, loaded when it is first spoken. */
export async function phrasesOf(language: Language): Promise<Phrases> {
  switch (language) {
    case 'en':
      return en
    case 'vi':
      return (await import('./vi/phrases.ts')).vi
    case 'km':
      return (await import('./km/phrases.ts')).km
    default:
      return language satisfies never
  }
}
