// Tests that questions with slips are read as they were meant, and that names and other words are left alone.

import { beforeAll, describe, expect, it } from 'vitest'
import { archiveStatementsOf } from '../../../src/core/answers/weighing/archive-statements.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { readQuery } from '../../../src/core/search/query/query.ts'
import { mayAsk, respelled } from '../../../src/core/search/respelling/respelled.ts'
import { bundledCorpus, type Chat, createChat, indexOf, textOf } from '../bundled.ts'

async function readAs(typed: string, language: Language, mayBeCommon = false) {
  const corpus = await bundledCorpus()
  const index = indexOf(corpus)
  const statementWords = async () => (await archiveStatementsOf({ corpus, index })).lexicon
  return respelled(readQuery(typed), { index, language, statementWords, mayBeCommon })
}

describe('a question with slips', () => {
  it.each<[Language, string, string]>([
    ['en', 'how mny peple died', 'how many people died'],
    ['en', 'wich yaer did pol pot fall', 'which year did pol pot fall'],
    ['en', 'did the goverment ask for help', 'did the government ask for help'],
    ['en', 'when will the frnot be remembered', 'when will the front be remembered'],
    ['vi', 'khi nafo khmer đỏ sụp đổ', 'khi nào khmer đỏ sụp đổ'],
    ['vi', 'pol pot cầm qyền bao lâu', 'pol pot cầm quyền bao lâu'],
    ['vi', 'bao nhiieu nguoi chet', 'bao nhieu nguoi chet'],
    ['km', 'មនុស្សប៉ុនមាននាក់បានស្លាប់', 'មនុស្សប៉ុន្មាននាក់បានស្លាប់'],
    ['km', 'ខ្ែរក្រហមដួលរលំនៅពេលណា', 'ខ្មែរក្រហមដួលរលំនៅពេលណា'],
    ['km', 'អ្កណាជាមេដឹកនាំ', 'អ្នកណាជាមេដឹកនាំ'],
  ])('%s: “%s” is “%s”', async (language, typed, meant) => {
    expect((await readAs(typed, language)).query.text).toBe(meant)
  })

  it.each<[Language, string, string]>([
    ['en', 'hw many ppl died', 'how many people died'],
    ['en', 'y did vietnam invade', 'why did vietnam invade'],
    ['vi', 'bn người chết', 'bao nhiêu người chết'],
    ['vi', 'bao nhieu ng chet', 'bao nhieu người chet'],
    ['vi', 'năm 78 có chuyện gì', 'năm 1978 có chuyện gì'],
    ['vi', 'nam 78 co chuyen gi', 'nam 1978 co chuyen gi'],
    ['vi', 'ai nói 100 ngàn quân', 'ai nói 100000 quân'],
    ['vi', 'việt nam 78 có chuyện gì', 'việt nam 78 có chuyện gì'],
  ])('%s: “%s” has short forms for “%s”', async (language, typed, meant) => {
    expect((await readAs(typed, language)).query.text).toBe(meant)
  })

  it('has words that ask and are no content, however they are spelled', async () => {
    const { query } = await readAs('hw mny peple died', 'en')
    expect(query.words.filter(({ isAsking }) => isAsking).map(({ word }) => word)).toEqual(['how', 'many'])
  })
})

describe('a word that is meant as it stands', () => {
  it.each<[Language, string]>([
    ['en', 'when was angkor wat built'],
    ['en', 'who is hun mary'],
    ['en', 'who is Hun Mana'],
    ['en', 'was the wheat "goverment" property'],
    ['en', 'when did they form the front'],
    ['vi', 'nha tu tuol sleng o dau'],
    ['vi', 'duch trại trưởng S-21 bị toà kết án mấy năm tù'],
    ['vi', 'có bao nhiêu thương binh bên chiến trường K'],
    ['km', 'តុលាការកាត់ទោសអ្នកណាពីបទប្រល័យពូជសាសន៍'],
    ['km', 'ស្រុកខ្មែររួចផុតពីអាពតថ្ងៃណា'],
    ['km', 'ខ្ញុំចង់ទិញទូរស័ព្ទថ្មីគួរទិញម៉ាកអី'],
    ['km', 'ហេតុអ្វីបានជាចិនគាំទ្រខ្មែរក្រហម'],
    ['km', 'អ្នកណាសរសេរភ្លេងជាតិកម្ពុជា'],
  ])('%s: “%s”', async (language, typed) => {
    expect((await readAs(typed, language)).query.text).toBe(typed)
  })
})

it('reads a common word as another only where nothing answers', async () => {
  const typed = 'when did the khmer rouge loose power'
  expect((await readAs(typed, 'en')).query.text).toBe(typed)
  expect((await readAs(typed, 'en', true)).query.text).toBe('when did the khmer rouge lose power')
})

it.each<[Language, string, boolean]>([
  ['en', 'whre is it', true],
  ['vi', 'khi nafo', true],
  ['en', 'hun sen visti', false],
  ['en', 'phnom penh', false],
])('%s: knows whether the key words “%s” may ask', async (language, typed, expected) => {
  expect(mayAsk(readQuery(typed), { index: indexOf(await bundledCorpus()), language })).toBe(expected)
})

describe('an answer', () => {
  let chat: Chat
  beforeAll(async () => {
    chat = await createChat()
  })

  it('says so if a name was read with a slip', async () => {
    expect(textOf(await chat.say('who is hun msny'))).toContain('Read with “many” instead of “msny”.')
  })

  it('says nothing of other slips', async () => {
    expect(textOf(await chat.say('how many peple died'))).not.toContain('instead of')
  })

  it('is still a no if the archive does not say', async () => {
    expect(textOf(await chat.say('when was Pol Pott born'))).toContain('The archive does not say.')
  })
})
