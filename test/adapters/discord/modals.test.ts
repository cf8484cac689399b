// Checks the modals in which values are typed, and the search from a message's menu.

import { describe, expect, test } from 'vitest'
import { startTown, subscribe, type Town } from './scene.ts'

/** Opens the modal behind a button of the settings. */
async function openSettingsModal({ admin, general }: Town, question: RegExp, button: string) {
  await subscribe(admin, general)
  const overview = await admin.runs('/settings', { anniversary: 'january-7' }).answer()
  const label = overview.buttons.find(each => question.test(each)) ?? ''
  const asked = await overview.press(label, { by: admin }).answer()
  return asked.press(button, { by: admin }).modal()
}

describe('a modal', () => {
  test('for the words of a search has a label and starts the search', async () => {
    const { lan } = await startTown()
    const asking = await lan.runs('/search').answer()
    const modal = await asking.press('Write words', { by: lan }).modal()
    expect(modal.components.map(({ type, label }) => [type, label])).toEqual([[18, 'Write words']])
    const answer = await lan.submits(modal, { words: 'Pol Pot' }).answer()
    expect(answer.text).toContain('“Pol Pot”')
    expect(answer.onlyFor).toBeUndefined()
  })

  test('for the hour sets it, and the settings are updated in place', async () => {
    const town = await startTown()
    const modal = await openSettingsModal(town, /00:00/, 'Write a time')
    const answer = await town.admin.submits(modal, { words: '18:45' }).answer()
    expect(answer.text).toContain('18:45')
    expect(answer.onlyFor).toBe(town.admin.user)
  })

  test('for the hour asks again if the text is no hour', async () => {
    const town = await startTown()
    const modal = await openSettingsModal(town, /00:00/, 'Write a time')
    const answer = await town.admin.submits(modal, { words: 'noonish' }).answer()
    expect(answer.text).toContain('noonish')
    expect(answer.buttons).toContain('Write a time')
  })

  test('for the time zone understands the name of a place', async () => {
    const town = await startTown()
    const modal = await openSettingsModal(town, /UTC/, 'Write a place')
    const answer = await town.admin.submits(modal, { words: 'Hanoi' }).answer()
    expect(answer.buttons.join()).toContain('Asia/Ho_Chi_Minh')
  })

  test('with a forged id is answered', async () => {
    const { lan } = await startTown()
    const modal = await (await lan.runs('/search').answer()).press('Write words', { by: lan }).modal()
    for (const id of ['?', 'x', '?search', '+search', '?search\nnone', '?search\nwords\nx']) {
      const answer = await lan.submits(Object.assign(modal, { custom_id: id }), { words: 'y' }).answer()
      expect(answer.text).toMatch(/too old|has no option/)
    }
  })
})

describe('“Search the archive” on a message', () => {
  test('searches for its words, answers privately, and can be shown to all', async () => {
    const { lan } = await startTown()
    const answer = await lan.applies('Search the archive', lan.says('Pol Pot')).answer()
    expect(answer.text).toContain('“Pol Pot”')
    expect(answer.onlyFor).toBe(lan.user)
    const publicAnswer = await answer.press('Show to all', { by: lan }).answer()
    expect(publicAnswer.onlyFor).toBeUndefined()
    expect(publicAnswer.text).toBe(answer.text)
  })

  test('takes any message, even one without words', async () => {
    const { lan } = await startTown()
    for (const words of ['', ' ', 'x'.repeat(2000), '🇰🇭'.repeat(500), '@everyone <@1> **'])
      expect((await lan.applies('Search the archive', lan.says(words)).answer()).onlyFor).toBe(lan.user)
  })

  test('has a Vietnamese name for those who speak it', async () => {
    const { discord, server } = await startTown()
    const menu = discord.commands().find(({ type }) => type === 3)
    const mai = server.member('Mai', { locale: 'vi' })
    const name = String(menu?.name_localizations?.vi)
    expect((await mai.applies(name, mai.says('Pol Pot')).answer()).text).toContain('Pol Pot')
  })
})
