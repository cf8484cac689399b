// Checks that a sentence without its subject or speaker gets the only possible name, or leans on the sentence before.

import { describe, expect, it } from 'vitest'
import type { Language } from '../../../../src/core/languages/language.ts'
import { partOf } from '../../../../src/core/languages/packs.ts'
import type { FindPeople } from '../../../../src/core/search/coreference/people.ts'
import {
  standaloneSentences,
  withNameInBrackets,
} from '../../../../src/core/search/coreference/standalone.ts'
import { spansOf } from '../../../../src/core/summary/clean.ts'
import { sentenceStarts } from '../../../../src/core/text/sentences.ts'

const known = ['Ly Sok', 'Tran An']
const people: FindPeople = text => ({
  mentions: known.flatMap(name =>
    text.includes(name) ? [{ name, start: text.indexOf(name), end: 0, isPossessive: false }] : [],
  ),
  rest: known.reduce((rest, name) => rest.replaceAll(name, '·'), text),
})
const alone = (texts: string[], language: Language = 'en') =>
  standaloneSentences(
    spansOf(texts.map(text => ({ text, sentences: sentenceStarts(text, partOf(language, 'sentences')) }))),
    language,
    people,
  )

describe('a sentence', () => {
  it.each([
    ['Minister Ly Sok spoke. He thanked all.', 'He [Ly Sok] thanked all.'],
    ['Minister Ly Sok spoke. Later he left the hall.', 'Later he [Ly Sok] left the hall.'],
    ['Minister Ly Sok spoke. It can be done, he stressed.', 'It can be done, he [Ly Sok] stressed.'],
    ['Ly Sok said: “We came late. We left early.”', '[Ly Sok:] We left early.”'],
    ['Ly Sok spoke first. He was tired. He sat down.', 'He [Ly Sok] sat down.'],
  ])('gets the only possible name: %s', (text, last) => {
    const sentence = alone([text]).at(-1)
    expect(sentence && withNameInBrackets(sentence)).toBe(last)
    expect(sentence?.leansOn).toBeUndefined()
  })

  it.each([
    ['two people', 'Ly Sok quoted Tran An at length. He praised the hall.'],
    ['somebody who is only quoted', 'Tran An spoke. He quoted Ly Sok. He praised the hall.'],
    ['somebody unknown too', 'Ly Sok met Bopha Chan there. He praised the hall.'],
    ['nobody known', 'The minister spoke. He praised the hall.'],
    ['many', 'The ministers spoke. They praised the hall.'],
    ['a thing', 'The hall was built. It has a roof.'],
    ['what was said before', 'The hall was built. This pleased all.'],
    ['somebody who may not be the speaker', 'Ly Sok left the hall. “We came late.”'],
    ['a title in quotation marks', 'Ly Sok likes the song “We came. We left.”'],
    ['a speaker nobody knows', 'The guest said: “We came late. We left early.”'],
  ])('leans on the one before if that has %s', (_, text) => {
    const sentences = alone([text])
    expect(sentences.at(-1)).toMatchObject({ leansOn: sentences.length - 1 })
    expect(sentences.at(-1)?.added).toBeUndefined()
  })

  it.each([
    'The hall was built. Ly Sok said he liked it.',
    'The hall was built. The roof is new.',
    'The hall was built. Chan said that he came.',
  ])('stands alone if it names its subject: %s', text => {
    expect(alone([text]).at(-1)).not.toHaveProperty('leansOn')
    expect(alone([text]).at(-1)).not.toHaveProperty('added')
  })

  it('at the start of an article leans on nothing', () => {
    expect(alone(['It rained.'])[0]).not.toHaveProperty('leansOn')
  })

  it('leans in Vietnamese and Khmer too', () => {
    expect(alone(['Hội nghị đã họp. Họ rất vui.'], 'vi').at(-1)?.leansOn).toBe(1)
    expect(alone(['Hội nghị đã họp. Ông Hà rất vui.'], 'vi').at(-1)?.leansOn).toBeUndefined()
    expect(alone(['គេមក។គាត់ទៅ។'], 'km').at(-1)?.leansOn).toBe(1)
  })
})
