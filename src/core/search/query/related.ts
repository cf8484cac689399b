// Adds the words that mean the same as a typed one: derived by an ending, or synonyms.

import { tokens } from '../../text/words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { hasSurfaceForm, knownWord, type Segment } from '../index/segment.ts'
import { derivedLikeness } from './derivations.ts'
import { inflections } from './inflections.ts'
import { formsOfPhrase, type Phrase, synonymsWith } from './synonyms.ts'
import { qualities, type Variant } from './variants.ts'

/** A typed word with the known words that it may mean. */
interface ExpandedWord {
  typed: { word: string; form: string }
  variants: Variant[]
}

export interface RelatedOptions {
  /** In key words only where a word itself finds nothing. */
  isSentence: boolean
  disabled: ReadonlySet<string>
  /** Whether a word is sought at all. */
  isSought(term: number): boolean
}

/** Adds variants to the terms. A term that is undefined is meant as typed. */
export function addRelatedWords(
  index: SearchIndex,
  terms: readonly (ExpandedWord | undefined)[],
  { isSentence, disabled, isSought }: RelatedOptions,
): void {
  const { segment } = index
  const synonyms = synonymsWith(index.synonyms)
  const words = terms.map(term => term?.typed.word ?? '')
  // Typed with accents, a word without them is meant so.
  const isAccented = terms.some(term => term && term.typed.form !== term.typed.word)
  for (const [at, term] of terms.entries()) {
    if (!term) continue
    const isNeeded = isSentence || !term.variants.some(({ isCorrection }) => !isCorrection)
    if (!isNeeded || !isSought(at)) continue
    if (!disabled.has('derived'))
      for (const { word, quality } of derivedWords(segment, term.typed.word))
        add(term, word, 'derived', quality)
    if (disabled.has('synonym')) continue
    for (const each of synonyms.of(term.typed.word, isAccented ? term.typed.form : undefined))
      if (!each.isLoose && (each.form === undefined || hasSurfaceForm(segment, each.form)))
        addPhrase(segment, [term], each.phrase)
    for (const { phrase, length } of synonyms.phrasesAt(words, at)) {
      const typed = terms.slice(at, at + length).filter(each => each !== undefined)
      if (typed.length === length)
        for (const other of synonyms.of(phrase)) if (!other.isLoose) addPhrase(segment, typed, other.phrase)
    }
  }
}

/** A word is added once, with its likeliest kind; what is derived is no correction. */
function add({ variants }: ExpandedWord, word: number, kind: Variant['kind'], quality: number): void {
  const known = variants.findIndex(variant => variant.word === word && variant.nextWord === undefined)
  const variant: Variant = { word, kind, isCorrection: false, quality, qualityInContext: quality }
  if (known < 0) variants.push(variant)
  else if ((variants[known] as Variant).isCorrection && variants[known]?.kind !== 'exact')
    variants[known] = variant
}

/** Every form of a synonym that some article has; of a phrase its first two words, one after the other. */
function addPhrase(segment: Segment, terms: readonly ExpandedWord[], synonym: Phrase): void {
  for (const form of formsOfPhrase(synonym)) {
    const parts = form.includes(' ') ? form.split(' ') : tokens(form).map(({ word }) => word)
    const [word, nextWord] = parts.map(each => knownWord(segment, each)) as [number, number?]
    if (word < 0 || (nextWord !== undefined && nextWord < 0)) continue
    const quality = qualities.synonym
    for (const term of terms)
      if (nextWord === undefined) add(term, word, 'synonym', quality)
      else if (!term.variants.some(variant => variant.word === word && variant.nextWord === nextWord))
        term.variants.push({
          word,
          nextWord,
          kind: 'synonym',
          isCorrection: false,
          quality,
          qualityInContext: quality,
        })
  }
}

/** The known words that come from the same word by their endings. */
function derivedWords(segment: Segment, typed: string): { word: number; quality: number }[] {
  if (!/^[a-z]{5,}$/.test(typed)) return []
  const { words, withPrefix } = segment.lexicon
  const isKnown = (word: string) => knownWord(segment, word) >= 0
  const isKnownInAnyForm = (word: string) => isKnown(word) || inflections(word).some(isKnown)
  const forms = new Set(inflections(typed))
  const [from, to] = withPrefix(typed.slice(0, Math.max(4, Math.floor(typed.length * 0.4))))
  const found: { word: number; quality: number }[] = []
  for (let word = from; word < to; word++) {
    const other = words[word] as string
    if (other.length < 4 || other === typed || forms.has(other) || !isKnown(other)) continue
    const likeness = derivedLikeness(typed, other, isKnownInAnyForm)
    if (likeness > 0) found.push({ word, quality: likeness * qualities.derived })
  }
  return found.sort((a, b) => b.quality - a.quality).slice(0, MAX_DERIVED)
}

const MAX_DERIVED = 24
