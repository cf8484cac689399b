// Checks answers to interactions: the type of the callback, its limits, its flags, and who sees them.

import { type Interaction, REST } from 'discord.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { connect, startFake, token } from './client.ts'
import type { Discord } from './index.ts'
import type { Run } from './interaction.ts'
import type { Person } from './people.ts'
import type { Place, Server } from './places.ts'

let discord: Discord
let guild: Server
let general: Place
let lan: Person
/** The interactions that the client received, in order. The tests answer them by hand. */
let started: Interaction[]

beforeEach(async () => {
  discord = await startFake()
  guild = discord.guild('Archive')
  general = guild.channel('general')
  lan = guild.member('Lan')
  started = []
  const { client } = await connect(discord, each => started.push(each))
  const option = { type: 3, name: 'words', description: 'b', autocomplete: true }
  const pages = { type: 4, name: 'page', description: 'b', autocomplete: true }
  await client.application.commands.set([
    { name: 'find', description: 'b', integrationTypes: [0, 1], options: [option, pages] },
  ])
})

const rest = () => new REST({ api: discord.api, retries: 0 })
/** Sends a callback and returns its error code, undefined if it passed. */
async function answer(run: Run, type: number, data?: unknown): Promise<number | undefined> {
  const sent = rest().post(`/interactions/${run.id}/${run.token}/callback`, {
    body: { type, data },
    auth: false,
  })
  return sent.then(
    () => undefined,
    error => error.code,
  )
}
const paths = () => discord.refused.at(-1)?.faults.map(fault => fault.split(':')[0])

const button = { type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'n' }] }
const field = (id = 'f') => ({ type: 18, label: 'x', component: { type: 4, custom_id: id, style: 1 } })
const modal = (more: object = {}) => ({ custom_id: 'm', title: 'x', components: [field()], ...more })

describe('a callback', () => {
  it('has a type that fits the interaction', async () => {
    const command = () => lan.runs('/find')
    for (const type of [6, 7, 8]) expect(await answer(command(), type, { choices: [] })).toBe(50035)
    const typed = () => lan.types('/find', { option: 'words', text: 'x' })
    for (const type of [4, 5, 6, 7, 9]) expect(await answer(typed(), type, { content: 'x' })).toBe(50035)
    expect(await answer(typed(), 8, { choices: [] })).toBeUndefined()
    const run = command()
    expect(await answer(run, 4, { content: 'x', components: [button] })).toBeUndefined()
    const pressed = (await run.answer()).press('Next', { by: lan })
    expect(await answer(pressed, 8, { choices: [] })).toBe(50035)
    expect(await answer(pressed, 9, modal())).toBeUndefined()
    const filled = lan.submits(await pressed.modal(), { f: 'y' })
    expect(await answer(filled, 9, modal())).toBe(50035)
    expect(await answer(filled, 7, { content: 'y' })).toBeUndefined()
  })

  it('has at most 25 choices of 100 characters, of the type of the option', async () => {
    const choices = (count: number, value: unknown = 'x', name = 'x') => ({
      choices: Array.from({ length: count }, () => ({ name, value })),
    })
    const typed = () => lan.types('/find', { option: 'words', text: 'x' })
    expect(await answer(typed(), 8, choices(25, 'x'.repeat(100), 'x'.repeat(100)))).toBeUndefined()
    expect(await answer(typed(), 8, choices(26))).toBe(50035)
    expect(await answer(typed(), 8, choices(1, 'x', 'x'.repeat(101)))).toBe(50035)
    expect(await answer(typed(), 8, choices(1, 'x'.repeat(101)))).toBe(50035)
    expect(await answer(typed(), 8, choices(1, 7))).toBe(50035)
    expect(await answer(lan.types('/find', { option: 'page', text: '7' }), 8, choices(1, 7))).toBeUndefined()
    expect(await answer(lan.types('/find', { option: 'page', text: '7' }), 8, choices(1, '7'))).toBe(50035)
  })

  it('opens a modal of one to five Labels', async () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map(field)
    expect(
      await answer(lan.runs('/find'), 9, modal({ title: 'x'.repeat(45), components: five })),
    ).toBeUndefined()
    const broken: [object, string][] = [
      [{ title: 'x'.repeat(46) }, 'data.title'],
      [{ components: [...five, field()] }, 'data.components'],
      [{ components: [] }, 'data.components'],
      [{ components: [field(), field()] }, 'data.components.1.component.custom_id'],
      [
        { components: [{ type: 1, components: [{ type: 4, custom_id: 'f', style: 1, label: 'x' }] }] },
        'data.components.0',
      ],
      [{ components: [{ ...field(), label: 'x'.repeat(46) }] }, 'data.components.0.label'],
    ]
    for (const [more, path] of broken) {
      expect(await answer(lan.runs('/find'), 9, modal(more))).toBe(50035)
      expect(paths()).toContain(path)
    }
  })

  it('defers with no flag but ephemeral', async () => {
    expect(await answer(lan.runs('/find'), 5, { flags: 32768 })).toBe(50035)
    expect(await answer(lan.runs('/find'), 5, { flags: 32832 })).toBe(50035)
    const run = lan.runs('/find')
    expect(await answer(run, 5, { flags: 64 })).toBeUndefined()
    const edit = (body: object) =>
      rest().patch(`/webhooks/${discord.bot.id}/${run.token}/messages/@original`, { body, auth: false })
    await expect(edit({ content: 'x', flags: 64 })).rejects.toMatchObject({ code: 50035 })
    await edit({ components: [{ type: 10, content: 'x' }], flags: 32768 })
    expect(await run.answer()).toMatchObject({ text: 'x', onlyFor: lan.user })
  })

  it('must come first, for an interaction that exists', async () => {
    const run = lan.runs('/find')
    const path = `/webhooks/${discord.bot.id}/${run.token}` as const
    const early = rest().post(path, { body: { content: 'x' }, auth: false })
    await expect(early).rejects.toMatchObject({ code: 10015 })
    const original = rest().get(`${path}/messages/%40original`, { auth: false })
    await expect(original).rejects.toMatchObject({ code: 10015 })
    expect(await answer({ ...run, token: 'other' }, 4, { content: 'x' })).toBe(10062)
    expect(await answer({ ...run, id: lan.id }, 4, { content: 'x' })).toBe(10062)
    expect(await answer(run, 4, { content: 'x' })).toBeUndefined()
    await expect(rest().get(`${path}/messages/%40original`, { auth: false })).resolves.toMatchObject({
      content: 'x',
    })
  })
})

describe('an ephemeral message', () => {
  it('is in no channel, and nobody else can press its buttons', async () => {
    const run = lan.runs('/find')
    await answer(run, 4, { content: 'x', flags: 64, components: [button] })
    const message = await run.answer()
    expect(general.posts).toEqual([])
    expect(() => message.press('Next', { by: guild.member('Nam') })).toThrow('does not see')
    await answer(message.press('Next', { by: lan }), 7, { content: 'y', components: [] })
    expect([message.text, message.buttons, message.onlyFor]).toEqual(['y', [], lan.user])
  })

  it('is every answer of a user-installed app if members may not use external apps', async () => {
    const elsewhere = discord.guild('Elsewhere', { bot: false })
    const talk = elsewhere.channel('talk')
    const nam = elsewhere.member('Nam', { installed: true })
    const runAndAnswer = async () => {
      const run = nam.runs('/find')
      await answer(run, 4, { content: 'x' })
      return run
    }
    expect((await (await runAndAnswer()).answer()).onlyFor).toBeUndefined()
    talk.deny(['UseExternalApps'])
    const run = await runAndAnswer()
    expect((await run.answer()).onlyFor).toBe(nam.user)
    const more = () =>
      rest().post(`/webhooks/${discord.bot.id}/${run.token}`, { body: { content: 'more' }, auth: false })
    for (let left = 5; left > 0; left--) await more()
    await expect(more()).rejects.toMatchObject({ code: 40094 })
  })
})

it('other routes take only the bot’s token', async () => {
  const foreign = new REST({ api: discord.api, retries: 0 }).setToken(`${token}x`)
  await expect(foreign.get('/users/@me')).rejects.toMatchObject({ status: 401 })
})
