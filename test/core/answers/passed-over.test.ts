// Checks which words an answer may lack: common ones said by the way, never a name, a number or what is asked for.

import { describe, expect, it } from 'vitest'
import { isListed } from '../../../src/core/answers/weighing/listed-words.ts'
import { mayBePassedOver } from '../../../src/core/answers/weighing/passed-over.ts'
import { commonWordsOf } from '../../../src/core/languages/common-words.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { readQuery } from '../../../src/core/search/query/query.ts'
import { fold } from '../../../src/core/text/fold.ts'
import { askedOf } from './asked.ts'

async function isPassedOver(marked: string, word: string, language: Language = 'en'): Promise<boolean> {
  const asked = await askedOf('when', marked, { language })
  const at = asked.query.words.findIndex(each => each.word === fold(word))
  expect(at).toBeGreaterThanOrEqual(0)
  return mayBePassedOver(at, asked, await asked.commonWords())
}

describe('a word that the archive lacks', () => {
  it.each([
    ['<when> did it fall for my homework', 'homework'],
    ['<when> did it realy fall', 'realy'],
    ['<when> did it fall btw', 'btw'],
  ])('is passed over if it is common, or a slip of a common word: %s', async (question, word) => {
    expect(await isPassedOver(question, word)).toBe(true)
  })

  it.each([
    ['<when> did angkor fall', 'angkor'],
    ['<when> did it fall in Vinland', 'Vinland'],
    ['<when> did it fall in france', 'france'],
    ['<when> did hitler speak', 'hitler'],
    ['<when> did it fall in 1431', '1431'],
    ['<when> did the khmer empire fall', 'empire'],
  ])('is needed if it is a name or a number: %s', async (question, word) => {
    expect(await isPassedOver(question, word)).toBe(false)
  })

  it.each([
    ['<when> was he born', 'born'],
    ['<when> is he minister currently', 'currently'],
  ])('is needed if only the life of one person, or the present, has it: %s', async (question, word) => {
    expect(await isPassedOver(question, word)).toBe(false)
  })

  it('is needed if it asks of the present only with the word beside it', async () => {
    const asked = await askedOf('who', '<ai> làm vua hiện nay', { language: 'vi' })
    const at = asked.query.words.findIndex(({ word }) => word === 'hien')
    expect(isListed('present', at, asked.query.words)).toBe(true)
    expect(isListed('present', at, asked.query.words.slice(0, at + 1))).toBe(false)
  })

  it('is needed if it names what is asked for', async () => {
    const asked = await askedOf('who', '<who was the> king then', {})
    const at = asked.query.words.findIndex(({ word }) => word === 'king')
    expect(mayBePassedOver(at, asked, await asked.commonWords())).toBe(false)
  })

  it('is needed if it stands in a phrase for what is asked for', async () => {
    const asked = await askedOf('what', '<nước nào> bỏ phiếu cho nghị quyết', { language: 'vi' })
    const at = asked.query.words.findIndex(({ word }) => word === 'phieu')
    expect(mayBePassedOver(at, asked, await asked.commonWords())).toBe(false)
  })

  it('is needed if it names what is asked for in Khmer, where it stands before', async () => {
    const asked = await askedOf('how many', 'ខ្មែរក្រហមសម្លាប់ គ្រូពេទ្យ <ប៉ុន្មាន>', { language: 'km' })
    const at = asked.query.words.findLastIndex(({ isAsking }) => !isAsking)
    expect(mayBePassedOver(at, asked, await asked.commonWords())).toBe(false)
  })
})

describe('common words', () => {
  it('are those of the language, without names', async () => {
    const [english, vietnamese, khmer] = await Promise.all(['en', 'vi', 'km'].map(commonWordsOf))
    expect(['homework', 'kindly', 'henry', 'kissinger'].map(word => english?.isWord(word))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(['trường', 'học', 'henry'].map(word => vietnamese?.isWord(fold(word)))).toEqual([
      true,
      true,
      false,
    ])
    expect([readQuery('សាលា').words[0]?.word ?? '', 'កខគឃ'].map(word => khmer?.isWord(word))).toEqual([
      true,
      false,
    ])
  })
})
