// Tests which words are said beside a question.

import { describe, expect, it } from 'vitest'
import { readQuery } from '../../../../src/core/search/query/query.ts'

const asideOf = (text: string): string => {
  const { words, question } = readQuery(text)
  return (question?.wordsAside ?? []).map(at => words[at]?.word).join(' ')
}

describe('words beside a question', () => {
  it.each([
    ['my grandson has homework, how many boats came to the fair', 'my grandson has homework'],
    ['how long did the flood last, need it for my essay lol', 'need it for my essay'],
    ['We argued at dinner. When did the bridge fall?', 'we argued at dinner'],
    ['i give a talk and i need to know when the bridge fell', 'i give a talk and'],
  ])('are those of clauses that do not ask: %s', (question, aside) => {
    expect(asideOf(question)).toBe(aside)
  })

  it.each([
    'There was a minister of transport. What was his name?',
    'My village was near Takeo. What happened there in January?',
    'The bridge fell, why',
    'how many boats came to the fair',
    'vì sao con số 3,3 triệu người bị nghi ngờ',
  ])('are none if the question points back to them, or has too few words without them: %s', question => {
    expect(asideOf(question)).toBe('')
  })

  it('may be before a question that points to nothing with "there"', () => {
    expect(asideOf('my grandson has homework, how many boats were there')).toBe('my grandson has homework')
  })
})
