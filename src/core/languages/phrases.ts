// Gives the phrases of a language, in English if its pack has none.

import { en } from './en/phrases.ts'
import type { Language } from './language.ts'
import type { PartialPhrases, Phrases } from './pack.ts'
import { packs } from './packs.ts'

export type { PartialPhrases, Phrases } from './pack.ts'

const merged = new Map<Language, Promise<Phrases>>()

/** Loaded when the language is first used. */
export function phrasesOf(language: Language): Promise<Phrases> {
  const known = merged.get(language) ?? load(language)
  merged.set(language, known)
  return known
}

async function load(language: Language): Promise<Phrases> {
  const own = await packs.get(language)?.phrases?.()
  return own && own !== en ? withEnglish(own) : en
}

/** The phrases of a pack, with the English ones for those it lacks. */
export const withEnglish = (own: PartialPhrases): Phrases => over(en, own) as Phrases

/** The keys of the phrases that a pack lacks: `commands.summary.ask`. */
export const missingPhrases = (own: PartialPhrases): string[] => missing(en, own)

type Tree = Readonly<Record<string, unknown>>

/** The phrases of `base`, overridden by those of `own` key by key. */
function over(base: Tree, own: Tree): Tree {
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => {
      const other = own[key]
      return [key, isTree(value) && isTree(other) ? over(value, other) : (other ?? value)]
    }),
  )
}

function missing(base: Tree, own: Tree, path = ''): string[] {
  return Object.entries(base).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`
    const other = own[key]
    if (isTree(value)) return missing(value, isTree(other) ? other : {}, place)
    return other === undefined ? [place] : []
  })
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
