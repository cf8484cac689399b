// Checks that everything a curator has not reviewed, or has left open, is marked wherever it is shown.
import { beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../../src/core/languages/language.ts'
import { type Phrases, phrasesOf } from '../../../src/core/languages/phrases.ts'
import { articleFile, corpusFile, corpusOf } from '../../fixtures/corpus.ts'
import { type Chat, caller, createChat, textOf } from '../bundled.ts'

const harbour = () =>
  corpusOf(
    articleFile(
      {
        title: 'The lighthouse is lit',
        publisher: 'Northport Gazette',
        published: '1902-05-10',
        inferred: 'From its address.',
        review: 'imported',
        keyPoints: '[{ text: No ship was lost. }, { text: The article is about a lighthouse. }]',
      },
      { place: 'articles/gazette-1902.en.md', body: 'The lighthouse was lit, and no ship was lost.' },
    ),
    corpusFile('events.yaml', '- { date: 1902, text: { en: It was lit. }, articles: [gazette-1902] }'),
  )

describe.each(languages)('in %s', locale => {
  let chat: Chat
  let say: Phrases
  const answer = async (line: string) => textOf(await chat.say(line, { ...caller, locale }))
  beforeAll(async () => {
    chat = await createChat('2027-03-01T12:00:00Z', undefined, harbour())
    say = await phrasesOf(locale)
  })

  it.each([
    '/summary gazette-1902',
    '/article gazette-1902',
    '/search lighthouse',
    '/timeline',
    '/sources only:gazette-1902',
    '/onthisday 10 May',
  ])('an unreviewed article is marked in the source line of %s', async line => {
    const date = say.date({ year: 1902, month: 5, day: 10 })
    const [short, full] = [say.inferredDate(date), say.dateInferred(date)].map(say.unreviewedDate)
    const text = await answer(line)
    const isMarked = [short, full].some(words => text.includes(`Northport Gazette, ${words}`))
    expect(isMarked, text).toBe(true)
  })

  it('a claim without a speaker says so, with its source; a description of the article needs none', async () => {
    const lines = (await answer('/summary gazette-1902')).split('\n').map(line => line.trim())
    const after = (words: string) => lines[lines.findIndex(line => line.includes(words)) + 1]
    expect(after('No ship was lost.')).toContain(`${say.noSpeaker} · Northport Gazette, `)
    expect(await answer('/summary gazette-1902')).toContain('The article is about a lighthouse.')
    expect(lines.filter(line => line.includes(say.noSpeaker))).toHaveLength(1)
  })
})
