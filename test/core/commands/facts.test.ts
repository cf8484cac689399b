// Checks /facts: figures side by side, never averaged, each with its noun, its speaker and its source.
import { beforeAll, describe, expect, it } from 'vitest'
import { blocksOf, type Chat, callsOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})

describe('/facts', () => {
  it('reads every word as a word: filters and -words are for searches', async () => {
    expect(textOf(await chat.say('/facts year:2024'))).toBe(textOf(await chat.say('/facts 2024 year')))
  })

  it('offers all subjects if none is given', async () => {
    expect(callsOf(await chat.say('/facts'))).toEqual(chat.corpus.subjects.map(({ id }) => `/facts ${id}`))
  })

  it.each([
    'death-toll',
    'death toll',
    'how many died',
    'killed',
    'số người chết',
    'អ្នកស្លាប់',
    'How many were killed',
  ])('finds the figures of the dead by %j', async words => {
    expect(textOf(await chat.say(`/facts ${words}`))).toMatch(/^How many were killed/)
  })

  it('shows every figure with its noun and speaker beside the others, and averages nothing', async () => {
    const lines = textOf(await chat.say('/facts death-toll')).split('\n')
    for (const line of [
      'Le Minh Khai (then Deputy Prime Minister of Vietnam): more than 3 million Cambodians killed by the Pol Pot regime',
      'Le Minh Khai (then Deputy Prime Minister of Vietnam): tens of thousands of Vietnamese killed by the Pol Pot regime',
      "AKP (Cambodia's state news agency): more than 3 million innocent people killed by the regime led by Pol Pot",
      'VOVworld: close to 2 million people killed by the Khmer Rouge',
    ])
      expect(lines).toContain(line)
  })

  it('gives every line a source', async () => {
    for (const { id } of chat.corpus.subjects) {
      const lines = blocksOf(await chat.say(`/facts ${id}`), 'list').flatMap(list => list.children)
      expect(lines, id).not.toEqual([])
      for (const { children } of lines) expect(children.at(-1)?.type).toBe('attribution')
    }
  })

  it('says once, beside the figures, how the sources depend on one another', async () => {
    const text = textOf(await chat.say('/facts death-toll'))
    expect(text.split('that is no confirmation')).toHaveLength(2)
  })

  it('says so if only one article gives a figure', async () => {
    expect(textOf(await chat.say('/facts rescued'))).toContain('Only one article in this archive gives this.')
  })

  it('keeps the wider record under its own heading, after the articles', async () => {
    const text = textOf(await chat.say('/facts death-toll'))
    expect(text.indexOf('About 1.7 million')).toBeGreaterThan(text.indexOf('From outside this archive'))
    expect(text.indexOf('From outside this archive')).toBeGreaterThan(text.indexOf('close to 2 million'))
  })

  it('asks if the words mean several subjects or none', async () => {
    expect(callsOf(await chat.say('/facts zzz'))).toHaveLength(chat.corpus.subjects.length)
  })

  it('is offered to people who search for figures', async () => {
    expect(callsOf(await chat.say('how many people were killed?'))).toContain('/facts death-toll')
  })

  it('shows differing claims without figures side by side, each with its speaker and source', async () => {
    const text = textOf(await chat.say('/facts grounds'))
    for (const speaker of ['Sophal Tuon', 'Sai Gon Giai Phong: Vietnam', 'VOVworld: Vietnam', 'AKP'])
      expect(text).toContain(speaker)
    expect(text.split('that is no confirmation')).toHaveLength(2)
  })

  it('says so if the figures of a subject count different things', async () => {
    expect(textOf(await chat.say('/facts anniversaries'))).toContain(
      'equal numbers need not mean the same event',
    )
    expect(textOf(await chat.say('/facts death-toll'))).not.toContain('the same number need not')
  })

  it('takes the only subject that is near a misspelt name, and says so', async () => {
    expect(textOf(await chat.say('/facts rescud'))).toMatch(/^.+, for “rescud”\./)
  })

  it('has a subject for every figure of the articles', () => {
    const ids = new Set(chat.corpus.subjects.map(({ id }) => id))
    for (const { figures } of chat.corpus.articles)
      for (const { subject } of figures) expect(ids.has(subject ?? '')).toBe(true)
  })
})
