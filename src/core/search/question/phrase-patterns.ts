// Reads the phrases that a language pack lists, and finds the longest one at a place in a text.

import type { PhraseList } from '../../languages/question-words.ts'
import { fold, surfaceForm } from '../../text/fold.ts'
import { memoByText } from '../../text/memo.ts'
import { needsDictionary } from '../../text/words.ts'

export interface Literal {
  /** In lowercase, with its diacritics. */
  form: string
  /** Folded. */
  word: string
}

type Part = Literal | { oneOf: Part[][] } | typeof GAP

const GAP = '…'

interface Pattern<K> {
  kind: K
  parts: Part[]
  opens: boolean
  closes: boolean
}

/** A text in which phrases are sought; its places are words, or characters if the script has no spaces. */
export interface PhraseText {
  /** The first and the last place of the question. */
  from: number
  to: number
  /** Where the text goes on if it has the literal at a place, or -1. */
  after(literal: Literal, at: number): number
  /** Whether a question may begin here too: after a comma. */
  beginsClause(at: number): boolean
  /** Whether a phrase may stand between two places: it is no part of another word. */
  mayStand(from: number, to: number): boolean
  /** Whether a word may be cut at a place: it is the end of a syllable, and the dictionary does not know the word. */
  mayCut(place: number): boolean
  /** The literals that may stand at a place, by what `tableKeyOf` makes of them. */
  keyAt(at: number): string
  /** The places that a few words from a place on may end at. */
  gapEnds(at: number): readonly number[]
}

export interface PhraseMatch<K> {
  kind: K
  /** Its places in the text without the gaps. */
  covered: (readonly [from: number, to: number])[]
  end: number
  /** How many words of the phrase were found; a longer phrase says more. */
  literals: Literal[]
}

/** The phrases by the beginning of their first words. */
export type PhraseTable<K> = ReadonlyMap<string, readonly Pattern<K>[]>

export function phraseTable<K extends string>(
  lists: Readonly<Partial<Record<K, PhraseList>>>,
): PhraseTable<K> {
  const table = new Map<string, Pattern<K>[]>()
  for (const [kind, list] of Object.entries(lists) as [K, PhraseList][])
    for (const phrase of list.split(',')) {
      const pattern = patternOf(kind, phrase.trim())
      if (pattern.parts.length === 0) continue
      for (const first of new Set(firstLiterals(pattern.parts).literals.map(tableKeyOf))) {
        const known = table.get(first)
        if (known) known.push(pattern)
        else table.set(first, [pattern])
      }
    }
  return table
}

/** Khmer phrases are sought by characters. */
const tableKeyOf = ({ word }: Literal): string => (needsDictionary(word) ? (word[0] as string) : word)

function patternOf<K>(kind: K, phrase: string): Pattern<K> {
  const bare = phrase.replace(/^\^|\$$/g, '')
  const tokens = bare.match(/\[|\]|\||…|[^\s[\]|…]+/g) ?? []
  let at = 0
  const sequence = (): Part[] => {
    const parts: Part[] = []
    for (let token = tokens[at]; token !== undefined && token !== ']' && token !== '|'; token = tokens[at]) {
      at++
      parts.push(token === '[' ? choice() : token === GAP ? GAP : literalOf(token))
    }
    return parts
  }
  const choice = (): Part => {
    const oneOf = [sequence()]
    while (tokens[at++] === '|') oneOf.push(sequence())
    return { oneOf }
  }
  return { kind, parts: sequence(), opens: phrase.startsWith('^'), closes: phrase.endsWith('$') }
}

/** The same few words stand in hundreds of phrases. */
const literalOf = memoByText((token: string): Literal => {
  const form = surfaceForm(token)
  return { form, word: fold(form) }
}, 2000)

/** The literals with which a phrase may begin, and whether it may also be nothing. */
function firstLiterals(parts: readonly Part[]): { literals: Literal[]; mayBeEmpty: boolean } {
  const literals: Literal[] = []
  for (const part of parts) {
    if (part === GAP) return { literals, mayBeEmpty: false }
    if (!('oneOf' in part)) return { literals: [...literals, part], mayBeEmpty: false }
    const firsts = part.oneOf.map(firstLiterals)
    literals.push(...firsts.flatMap(first => first.literals))
    if (!firsts.some(first => first.mayBeEmpty)) return { literals, mayBeEmpty: false }
  }
  return { literals, mayBeEmpty: true }
}

/** The phrase at a place that says the most; `isValid` may refuse some. */
export function longestPhraseAt<K>(
  table: PhraseTable<K>,
  text: PhraseText,
  { at, isValid = () => true }: { at: number; isValid?: (match: PhraseMatch<K>) => boolean },
): PhraseMatch<K> | undefined {
  let best: PhraseMatch<K> | undefined
  for (const { kind, parts, opens, closes } of table.get(text.keyAt(at)) ?? []) {
    if (opens && at !== text.from && !text.beginsClause(at)) continue
    for (const path of pathsThrough(parts, text, at)) {
      if (path.literals.length === 0 || (closes && path.end !== text.to)) continue
      const match = { kind, ...path }
      if (best && sizeOf(match) <= sizeOf(best)) continue
      const mayStand = ([from, to]: readonly [number, number]) =>
        text.mayStand(from, to) || (opens && from === text.from && text.mayCut(to))
      if (rangesCovered(match).every(mayStand) && isValid(match)) best = match
    }
  }
  return best
}

/** How much of the text a phrase covers without its gaps. */
export const sizeOf = ({ covered }: PhraseMatch<unknown>) =>
  covered.reduce((sum, [from, to]) => sum + to - from, 0)

/** The covered places, those that follow one another as one. */
export function rangesCovered({ covered }: PhraseMatch<unknown>): [from: number, to: number][] {
  const runs: [number, number][] = []
  for (const [from, to] of covered) {
    const last = runs.at(-1)
    if (last?.[1] === from) last[1] = to
    else runs.push([from, to])
  }
  return runs
}

type Path = Omit<PhraseMatch<unknown>, 'kind'>

function pathsThrough(parts: readonly Part[], text: PhraseText, at: number): Path[] {
  let paths: Path[] = [{ covered: [], literals: [], end: at }]
  for (const part of parts) {
    if (paths.length === 0) break
    paths = paths.flatMap((path): Path[] => {
      if (part === GAP) return text.gapEnds(path.end).map(end => ({ ...path, end }))
      if ('oneOf' in part)
        return part.oneOf.flatMap(each =>
          mayBegin(each, text, path.end)
            ? pathsThrough(each, text, path.end).map(next => ({
                covered: [...path.covered, ...next.covered],
                literals: [...path.literals, ...next.literals],
                end: next.end,
              }))
            : [],
        )
      const end = text.after(part, path.end)
      if (end < 0) return []
      return [{ covered: [...path.covered, [path.end, end]], literals: [...path.literals, part], end }]
    })
  }
  return paths
}

/** Most of the words that a phrase may go on with do not stand there. */
const mayBegin = ([first]: readonly Part[], text: PhraseText, at: number): boolean =>
  first === undefined || first === GAP || 'oneOf' in first || text.after(first, at) >= 0
