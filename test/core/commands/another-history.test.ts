// Checks with another history, without archive.yaml, that no answer mentions the bundled corpus or its subject.
import { beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../src/core/commands/list.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { anniversaryFile, articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { type Chat, caller, choicesOf, createChat, textOf } from '../bundled.ts'

const harbour = () =>
  corpusOf(
    articleFile(
      { title: 'The lighthouse is lit', publisher: 'Northport Gazette', published: '1902-05-10' },
      { place: 'articles/gazette-1902.en.md', body: 'The lighthouse was lit on 3 May 1902, before a crowd.' },
    ),
    anniversaryFile({
      names: '{ en: The lighthouse }',
      recurrence: '{ yearly: "05-03" }',
      since: '1902-05-03',
      account: '[{ text: { en: It was lit before a crowd. }, articles: [gazette-1902] }]',
    }),
  )
const bundled =
  /cambod|kampu|campuchia|កម្ពុជា|vietnam(?!ese)|việt nam|វៀតណាម|rouge|khmer đỏ|phnom|phnôm|ភ្នំពេញ|ho_chi_minh|genocid|diệt chủng|pol pot|19(?:75|79|89)|១៩៧៩|7 january|january 7|7 tháng 1\b|៧ ខែមករា|state media|five articles|remembered differently|ghi nhớ khác nhau|យល់អត្ថន័យនៃថ្ងៃនេះខុសៗគ្នា/i

describe.each(languages)('in %s', locale => {
  let chat: Chat
  const who = { ...caller, locale }
  beforeAll(async () => {
    chat = await createChat('2027-03-01T12:00:00Z', undefined, harbour())
  })

  it.each([
    ...commands.map(({ name }) => `/${name}`),
    ...['lighthouse', 'xyzzy', '-x', 'lang:xx', 'x from:nobody', '/who nobody', '/facts nothing'],
    ...[
      '/summary gazette-1902',
      '/article gazette-1902',
      '/onthisday 3/5',
      '/onthisday soon',
      '/timeline soon',
    ],
    ...[
      '/subscribe 25:99',
      '/subscribe xx/yy',
      '/settings ask:hour',
      '/settings ask:zone',
      '/settings ask:late',
    ],
    ...['/preview the-day', '/search', '/nosuch', '/summary page:x'],
  ])('%s mentions only the corpus in use', async line => {
    const answer = await chat.say(line, who)
    const labels = choicesOf(answer).map(({ label }) => label)
    for (const words of [textOf(answer), ...labels]) expect(words).not.toMatch(bundled)
  })

  it.each(['/facts', '/facts ships'])('%s says that there are no figures, and asks nothing', async line => {
    const answer = await chat.say(line, who)
    const { nothingCompared } = (await phrasesOf(locale)).commands.facts
    expect([textOf(answer), choicesOf(answer)]).toEqual([nothingCompared, []])
  })
})

it('the bundled archive says that its day is disputed', async () => {
  for (const [locale, words] of [
    ['en', 'remembered differently'],
    ['vi', 'nhìn nhận khác nhau'],
    ['km', 'យល់អត្ថន័យនៃថ្ងៃនេះខុសៗគ្នា'],
  ] as const)
    for (const day of ['january-7', 'front-founding'])
      expect(textOf(await (await createChat()).say(`/preview ${day}`, { ...caller, locale }))).toContain(
        words,
      )
})
