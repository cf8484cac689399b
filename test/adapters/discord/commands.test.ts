// Checks the answer to each command, with and without its options, and who sees it.

import { describe, expect, test } from 'vitest'
import { startTown } from './scene.ts'

/** Words of the answer without options, the options, and words of the answer with them. */
const expectedAnswers: Record<string, [string, Record<string, string | number>?, string?]> = {
  summary: ['Which article', { article: 'sggp-2024', length: 'long' }, 'Sai Gon Giai Phong'],
  search: ['search', { words: 'Pol Pot' }, 'Pol Pot'],
  article: ['Which article', { name: 'vovworld-2014' }, 'VOV'],
  facts: ['figures', { subject: 'death-toll' }, 'killed'],
  who: ['Who', { name: 'Hun Sen' }, 'Hun Sen'],
  timeline: ['1979', { from: '1979', to: '1989' }, '1979'],
  onthisday: ['21 November', { date: '7 January' }, '1979'],
  upcoming: ['7 January'],
  subscribe: [
    'Subscribed',
    { anniversary: 'january-7', time: '08:00', zone: 'Asia/Ho_Chi_Minh' },
    'Next post',
  ],
  unsubscribe: ['not subscribed', { anniversary: 'january-7' }, 'not subscribed'],
  settings: ['Settings', { time: '09:00' }, 'Nothing was changed'],
  language: ['English', { language: 'vi' }, 'Tiếng Việt'],
  preview: ['7 January', { anniversary: 'january-7' }, '1979'],
  why: ['not subscribed'],
  sources: ['sources'],
  start: ['archive'],
  help: ['Commands'],
}

describe.each(Object.entries(expectedAnswers))('/%s', (name, [words, values, fullWords = words]) => {
  test('answers without options and with them', async () => {
    const { admin, discord, log } = await startTown()
    expect(discord.commands().map(command => command.name)).toContain(name)
    const without = await admin.runs(`/${name}`).answer()
    expect.soft(without.text.toLowerCase()).toContain(words.toLowerCase())
    const answer = values ? await admin.runs(`/${name}`, values).answer() : without
    expect.soft(answer.text.toLowerCase()).toContain(fullWords.toLowerCase())
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
    const isPrivate = ['subscribe', 'unsubscribe', 'settings', 'language', 'preview', 'why'].includes(name)
    expect(answer.onlyFor).toBe(isPrivate ? admin.user : undefined)
  })
})
