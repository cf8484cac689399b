// Checks our ROUGE against ROUGE-1.5.5: the numbers are those that the Perl program printed for these texts.

import { describe, expect, it } from 'vitest'
import { rouge } from '../../bench/summaries/rouge.ts'

describe('ROUGE', () => {
  it('clips repeated words and takes the union of the common words of every sentence', () => {
    const score = rouge(['a b c d e', 'c d x y'], [['c d a b', 'x e y c d c d']], 'en')
    expect(rounded(score)).toEqual({ r1: 90, r2: 33.333, rLsum: 60 })
  })

  it('pools several references, and ignores marks, hyphens and case', () => {
    const score = rouge(
      ['The ferry left at 6.30 a.m. - two hours late.', 'Nobody was hurt, the captain said.'],
      [
        ['Two hours late, the ferry left.', 'The captain said nobody was hurt and nobody was missing.'],
        ['A late ferry: the captain said all were well.'],
      ],
      'en',
    )
    expect(rounded(score)).toEqual({ r1: 61.017, r2: 36.364, rLsum: 40.678 })
  })

  it('counts Vietnamese syllables with their marks', () => {
    const score = rouge(['Trời mưa to.'], [['Trời mua to']], 'vi')
    expect(rounded(score)).toEqual({ r1: 66.667, r2: 0, rLsum: 66.667 })
  })

  it('gives nothing for nothing', () => {
    expect(rouge([], [['a']], 'en')).toEqual({ r1: 0, r2: 0, rLsum: 0 })
  })
})

const rounded = (score: ReturnType<typeof rouge>) =>
  Object.fromEntries(Object.entries(score).map(([name, value]) => [name, Math.round(value * 1000) / 1000]))
