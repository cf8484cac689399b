// Proves the forms in which words are typed, and the search from a message's menu.
import { describe, expect, test } from 'vitest'
import { startTown, subscribe, type Town } from './scene.ts'

/** The form behind a button of the settings, and the settings. */
async function settingsForm({ admin, general }: Town, question: RegExp, button: string) {
  await subscribe(admin, general)
  const overview = await admin.runs('/settings', { anniversary: 'january-7' }).answer()
  const label = overview.buttons.find(each => question.test(each)) ?? ''
  const asked = await overview.press(label, { by: admin }).answer()
  return asked.press(button, { by: admin }).modal()
}

describe('a form', () => {
  test('for the words of a search has a label, and searches', async () => {
    const { lan } = await startTown()
    const asking = await lan.runs('/search').answer()
    const modal = await asking.press('Write words', { by: lan }).modal()
    expect(modal.components.map(({ type, label }) => [type, label])).toEqual([[18, 'Write words']])
    const answer = await lan.submits(modal, { words: 'Pol Pot' }).answer()
    expect(answer.text).toContain('“Pol Pot”')
    expect(answer.onlyFor).toBeUndefined()
  })

  test('for the hour sets it where the settings stand', async () => {
    const town = await startTown()
    const modal = await settingsForm(town, /00:00/, 'Write a time')
    const answer = await town.admin.submits(modal, { words: '18:45' }).answer()
    expect(answer.text).toContain('18:45')
    expect(answer.onlyFor).toBe(town.admin.user)
  })

  test('for the hour asks again about what is none', async () => {
    const town = await startTown()
    const modal = await settingsForm(town, /00:00/, 'Write a time')
    const answer = await town.admin.submits(modal, { words: 'noonish' }).answer()
    expect(answer.text).toContain('noonish')
    expect(answer.buttons).toContain('Write a time')
  })

  test('for the zone takes a place by its name', async () => {
    const town = await startTown()
    const modal = await settingsForm(town, /UTC/, 'Write a place')
    const answer = await town.admin.submits(modal, { words: 'Hanoi' }).answer()
    expect(answer.buttons.join()).toContain('Asia/Ho_Chi_Minh')
  })

  test('changed on its way is answered', async () => {
    const { lan } = await startTown()
    const modal = await (await lan.runs('/search').answer()).press('Write words', { by: lan }).modal()
    for (const id of ['?', 'x', '?search', '+search', '?search\nnone', '?search\nwords\nx']) {
      const answer = await lan.submits(Object.assign(modal, { custom_id: id }), { words: 'y' }).answer()
      expect(answer.text).toMatch(/too old|has no option/)
    }
  })
})

describe('“Search the archive” on a message', () => {
  test('searches for its words, for who chose it alone, and can be shown to all', async () => {
    const { lan } = await startTown()
    const answer = await lan.applies('Search the archive', lan.says('Pol Pot')).answer()
    expect(answer.text).toContain('“Pol Pot”')
    expect(answer.onlyFor).toBe(lan.user)
    const shown = await answer.press('Show to all', { by: lan }).answer()
    expect(shown.onlyFor).toBeUndefined()
    expect(shown.text).toBe(answer.text)
  })

  test('takes any message, one without words too', async () => {
    const { lan } = await startTown()
    for (const words of ['', ' ', 'x'.repeat(2000), '🇰🇭'.repeat(500), '@everyone <@1> **'])
      expect((await lan.applies('Search the archive', lan.says(words)).answer()).onlyFor).toBe(lan.user)
  })

  test('is named in Vietnamese for who speaks it', async () => {
    const { discord, server } = await startTown()
    const menu = discord.commands().find(({ type }) => type === 3)
    const mai = server.member('Mai', { locale: 'vi' })
    const name = String(menu?.name_localizations?.vi)
    expect((await mai.applies(name, mai.says('Pol Pot')).answer()).text).toContain('Pol Pot')
  })
})
