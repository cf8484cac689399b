// The words of a sentence that carry its subject: without stop words, English ones cut to their stems.
import { stemmer } from 'stemmer'
import { eng, vie } from 'stopword'
import type { Language } from '../languages/language.ts'
import { tokens } from '../text/words.ts'

/** How often each term stands in a text. A Vietnamese word is often two syllables, so that pairs count as terms too. */
export type Terms = Map<string, number>

export function termsOf(text: string, language: Language): Terms {
  const found: Terms = new Map()
  const count = (term: string) => found.set(term, (found.get(term) ?? 0) + 1)
  const words = wordsOf(text, language)
  if (language === 'vi') {
    for (const [at, word] of words.entries()) {
      const next = words[at + 1]
      if (stops.vi.has(word)) continue
      count(word)
      if (next !== undefined && !stops.vi.has(next)) count(`${word} ${next}`)
    }
  } else
    for (const word of words) if (!stops[language].has(word)) count(language === 'en' ? stemmer(word) : word)
  return found
}

function wordsOf(text: string, language: Language): string[] {
  if (language === 'km') return tokens(text).map(token => token.word)
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

// Neither package knows Khmer, whose words have no endings; what stands everywhere weighs little there by itself.
const stops: Record<Language, ReadonlySet<string>> = { en: new Set(eng), vi: new Set(vie), km: new Set() }
