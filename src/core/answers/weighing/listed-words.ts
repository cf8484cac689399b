// Knows classes of words that the language packs list: for a life, for now, for articles, for trust, for meaning.

import { fromAllPacks } from '../../languages/packs.ts'
import { tonesApart } from '../../text/alike/tone-marks.ts'
import { fold, surfaceForm } from '../../text/fold.ts'

/**
 * `life`: what only one person has or does, as "born". `present`: how it is now. `publishing`: an article and its
 * publication. `archive`: whatever holds articles, and where they come from. `trust`: whether to believe them. `meaning`: what a name means.
 * `or`: between two of which one is so.
 */
type WordClass = 'life' | 'present' | 'publishing' | 'archive' | 'trust' | 'meaning' | 'or'

/**
 * Whether a word, given by its index, is of a class, with the one beside it or alone. Typed with accents, it is no other
 * word: "ngày này" is not "ngày nay".
 */
export function isListed(
  part: WordClass,
  at: number,
  words: readonly { word: string; form?: string }[],
): boolean {
  classes[part] ??= formsByWord(part)
  const listed = classes[part]
  const isOf = (from: number, to: number) => {
    const typed = words.slice(Math.max(0, from), to)
    return listed
      .get(typed.map(({ word }) => word).join('_'))
      ?.some(forms => typed.every(({ word, form = word }, index) => isWrittenSo(word, form, forms[index])))
  }
  return isOf(at, at + 1) || (at > 0 && isOf(at - 1, at + 1)) || isOf(at, at + 2) || false
}

const isWrittenSo = (word: string, form: string, listed = '') =>
  form === word || !/[a-z]/.test(word) || tonesApart(form) === tonesApart(listed)

/** The forms of each listed word by syllables, by the folded word. */
function formsByWord(part: WordClass): Map<string, string[][]> {
  const forms = new Map<string, string[][]>()
  const words = fromAllPacks('questions').flatMap(each => (each[part] ?? '').split(/\s+/).filter(Boolean))
  for (const written of words) {
    const word = fold(written)
    forms.set(word, [...(forms.get(word) ?? []), surfaceForm(written).split('_')])
  }
  return forms
}

const classes: Partial<Record<WordClass, ReadonlyMap<string, string[][]>>> = {}
