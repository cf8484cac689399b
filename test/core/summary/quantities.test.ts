// Checks when two statements on the same subject contradict each other by their numbers.

import { describe, expect, it } from 'vitest'
import { contradict } from '../../../src/core/summary/quantities.ts'

describe('statements', () => {
  it.each([
    ['close to 2 million people', 'more than 3 million people'],
    ['a rule of 4 years', '3 years, 8 months and 20 days'],
    ['more than three million', 'about 2 million'],
    ['hơn 3 triệu người', 'gần 2 triệu người'],
  ])('contradict each other: %s, %s', (a, b) => {
    expect(contradict(a, b)).toBe(true)
    expect(contradict(b, a)).toBe(true)
  })

  it.each([
    ['more than 3 million people', '3 million in 4 years'],
    ['more than three million', '3 million'],
    ['in 1979', 'in 1989'],
    ['on 7 January 1979', 'on 2 December 1978'],
    ['tens of thousands of experts', '10 years'],
    ['no numbers', '3 million'],
  ])('do not contradict each other: %s, %s', (a, b) => {
    expect(contradict(a, b)).toBe(false)
  })
})
