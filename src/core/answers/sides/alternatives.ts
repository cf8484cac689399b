// Finds the two things of which a question asks which is so: "liberation or invasion".

import { isConcept } from '../../search/index/concepts.ts'
import { memoByObject } from '../../text/memo.ts'
import type { Asked } from '../finding.ts'
import { isListed } from '../weighing/listed-words.ts'
import { isProperName } from '../weighing/text-words.ts'

/** The indexes of the words of each, without names; undefined if the question names no two things. */
export const alternativesOf = memoByObject(
  ({ query: { words }, question, index: { concepts } }: Asked): [number[], number[]] | undefined => {
    if (question.kind !== 'whether') return undefined
    const names = concepts
      .annotate(words)
      .filter(({ word }) => isConcept(word) && isProperName(concepts, word))
    const isSought = (at: number) => {
      const word = words[at]
      if (!word || word.isAsking || question.lightWords.includes(at)) return false
      return !names.some(({ start, end }) => start <= word.start && end >= word.end)
    }
    const stretchFrom = (start: number, step: 1 | -1) => {
      let at = start
      while (words[at] && !isSought(at)) at += step
      const stretch: number[] = []
      for (; isSought(at); at += step) stretch.push(at)
      return stretch
    }
    const or = words.findIndex((_, at) => at > 0 && at < words.length - 1 && isListed('or', at, words))
    if (or < 0) return undefined
    const [before, after] = [stretchFrom(or - 1, -1), stretchFrom(or + 1, 1)]
    return before.length > 0 && after.length > 0 ? [before, after] : undefined
  },
)
