// Checks that those whom a server lets use a command, under Integrations, can do what the command does.

import { describe, expect, test } from 'vitest'
import type { Person } from '../../fakes/discord/people.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startTown, subscribe, type Town } from './scene.ts'

const refusal = 'Only the admins'
const labelLike = ({ buttons }: Posted, like: RegExp) =>
  buttons.find(each => like.test(each)) ?? `one like ${like} of ${buttons}`

/** A town whose server has editors, Lan among them. */
async function startNewsroom() {
  const town = await startTown()
  const editors = town.server.role('Editors')
  town.server.give(town.lan, editors)
  return { ...town, editors }
}

/** Presses the button to subscribe under the coming dates. */
async function pressSubscribe(
  { lan, admin }: Pick<Town, 'lan' | 'admin'>,
  by: Person = lan,
): Promise<string> {
  const coming = await admin.runs('/upcoming').answer()
  return (await coming.press(labelLike(coming, /subscribe/i), { by }).answer()).text
}

const reads = ({ requests }: Town['discord']) => requests.filter(({ path }) => path.endsWith('/permissions'))

describe('a role that the server lets use /subscribe', () => {
  test('subscribes with the command, at once', async () => {
    const { server, editors, lan, admin, general, store } = await startNewsroom()
    // The bot now knows what the server had set before.
    expect(await pressSubscribe({ lan, admin })).toContain(refusal)
    server.lets(editors, 'subscribe')
    expect((await lan.runs('/subscribe', { anniversary: 'january-7' }).answer()).text).toContain('Subscribed')
    const chat = { platform: 'discord', chat: server.id, thread: general.id }
    expect(await store.subscriptionsOf(chat)).toHaveLength(1)
  })

  test('subscribes with the command though Discord does not say whom the server lets in', async () => {
    const { server, editors, lan, discord } = await startNewsroom()
    server.lets(editors, 'subscribe')
    discord.next('GET', /permissions$/, { status: 403, code: 50001, message: 'Missing Access' })
    expect((await lan.runs('/subscribe', { anniversary: 'january-7' }).answer()).text).toContain('Subscribed')
  })

  test('subscribes with a button', async () => {
    const { server, editors, ...town } = await startNewsroom()
    expect(await pressSubscribe(town)).toContain(refusal)
    server.lets(editors, 'subscribe')
    town.now('2026-11-21T12:01:01Z')
    expect(await pressSubscribe(town)).toContain('Subscribed')
  })

  test('changes no settings, which it was not let use', async () => {
    const { server, editors, lan, admin, general } = await startNewsroom()
    await subscribe(admin, general)
    server.lets(editors, 'subscribe')
    expect((await lan.runs('/settings', { time: '09:00' }).answer()).text).toContain(refusal)
    expect((await lan.runs('/language', { language: 'vi' }).answer()).text).toContain(refusal)
  })
})

describe('a button for admins', () => {
  test('works for a person whom the server lets in, or for everyone if it lets in everyone', async () => {
    const one = await startNewsroom()
    one.server.lets(one.lan, 'subscribe')
    expect(await pressSubscribe(one)).toContain('Subscribed')
    const other = await startNewsroom()
    other.server.lets('everyone', 'subscribe')
    expect(await pressSubscribe(other)).toContain('Subscribed')
  })

  test('does not work for a person whom the server keeps out, whatever their roles', async () => {
    const { server, editors, ...town } = await startNewsroom()
    server.lets(editors, 'subscribe')
    server.lets(town.lan, 'subscribe', false)
    expect(await pressSubscribe(town)).toContain(refusal)
  })

  test('does not work for a role that is kept out of what everyone is let use', async () => {
    const { server, editors, ...town } = await startNewsroom()
    server.lets('everyone', 'subscribe')
    server.lets(editors, 'subscribe', false)
    expect(await pressSubscribe(town)).toContain(refusal)
  })

  test('does not work in a channel where the command is switched off', async () => {
    const { server, editors, ...town } = await startNewsroom()
    server.lets(editors, 'subscribe')
    server.lets('all channels', 'subscribe', false)
    expect(await pressSubscribe(town)).toContain(refusal)
    server.lets(town.general, 'subscribe')
    town.now('2026-11-21T12:01:01Z')
    expect(await pressSubscribe(town)).toContain('Subscribed')
  })

  test('does not work for those who are only let use the app, since the command asks for more', async () => {
    const { server, editors, ...town } = await startNewsroom()
    server.lets(editors, 'app')
    expect(await pressSubscribe(town)).toContain(refusal)
  })

  test('works for those who manage the server, without a question to Discord', async () => {
    const { discord, ...town } = await startNewsroom()
    expect(await pressSubscribe(town, town.admin)).toContain('Subscribed')
    expect(reads(discord)).toEqual([])
  })

  test('asks Discord once a minute in a server', async () => {
    const { discord, ...town } = await startNewsroom()
    await pressSubscribe(town)
    await pressSubscribe(town)
    expect(reads(discord)).toHaveLength(1)
    town.now('2026-11-21T12:01:01Z')
    await pressSubscribe(town)
    expect(reads(discord)).toHaveLength(2)
  })

  test('is refused if Discord does not say whom the server lets in', async () => {
    const { discord, server, editors, log, ...town } = await startNewsroom()
    server.lets(editors, 'subscribe')
    discord.next('GET', /permissions$/, { status: 403, code: 50001, message: 'Missing Access' })
    expect(await pressSubscribe(town)).toContain(refusal)
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })
})

describe('a command that everybody may run', () => {
  test('changes something for a role that the server lets use it', async () => {
    const { server, editors, lan, admin, general } = await startNewsroom()
    await subscribe(admin, general)
    server.lets(editors, 'settings')
    const answer = await lan.runs('/settings', { time: '09:00' }).answer()
    expect(answer.text).toContain('09:00')
  })

  test('changes nothing for everyone, whom it is open to anyway', async () => {
    const { server, lan, admin, general } = await startNewsroom()
    await subscribe(admin, general)
    server.lets('everyone', 'settings')
    expect((await lan.runs('/settings', { time: '09:00' }).answer()).text).toContain(refusal)
  })
})
