// Checks hostile use of Discord: floods, forged presses, commands that were not offered, replays, odd events.

import { describe, expect, it, onTestFinished } from 'vitest'
import { limited } from '../../../src/adapters/host/limits.ts'
import { failedIn } from '../../contracts/store.ts'
import { startDiscord } from '../../fakes/discord/index.ts'
import { walk } from '../../fakes/discord/limits/message.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { start } from '../../terminal.ts'
import { type Scene, startScene, token } from './scene.ts'

async function startServer() {
  const scene = await startScene({ guard: limited })
  const server = scene.discord.guild('Server')
  const general = server.channel('general')
  const admin = server.member('Admin', { permissions: ['ManageGuild'] })
  const member = server.member('Member')
  await scene.discord.until('the commands', () => scene.discord.commands().length || undefined)
  return { ...scene, server, general, admin, member, here: { in: general } }
}

const subscribed = async ({ store }: Scene, guild: string, thread: string) =>
  (await store.subscriptionsOf({ platform: 'discord', chat: guild, thread })).filter(
    ({ status }) => status.type === 'active',
  ).length

/** Expects that the bot made no wrong request, pinged nobody, and still answers. */
async function expectWell({ discord, log }: Scene): Promise<void> {
  const server = discord.guild('Elsewhere')
  const general = server.channel('general')
  const answer = await server.member('Other').runs('/help', {}, { in: general }).answer()
  expect(answer.text).toContain('Commands')
  expect(discord.refused).toEqual([])
  expect(discord.pings).toEqual([])
  const all = JSON.stringify([discord.requests, log])
  expect(all).not.toContain(token.split('.')[2])
  expect(all).not.toMatch(/node_modules|SQLITE/)
}

/** Gives the first button of a message other data than the bot wrote. */
function forge(message: Posted, data: string): string {
  const [button] = walk(message.body.components, [])
    .map(([each]) => each)
    .filter(each => each.type === 2 && each.custom_id)
  if (!button) throw new Error('there is no button to forge')
  button.custom_id = data
  return data
}

describe('a flood', () => {
  it('of commands is answered for a while, then once politely, then with a line that nobody else sees', async () => {
    const { member, here, ...scene } = await startServer()
    const runs = Array.from({ length: 40 }, () => member.runs('/sources', {}, here))
    await Promise.all(runs.map(run => run.answer()))
    await expectWell(scene)
    const texts = runs.flatMap(({ received }) =>
      received.flatMap(each => ('message' in each ? [each.message] : [])),
    )
    const polite = texts.filter(({ text }) => text.includes('That was a lot at once'))
    expect(polite).toHaveLength(1)
    expect(polite[0]?.onlyFor).toBe(member.user)
    const later = texts.filter(({ text }) => text.includes('still too much'))
    expect(later.map(({ onlyFor }) => onlyFor)).toEqual(Array(19).fill(member.user))
  })

  it('of completions gets empty ones, and no fault', async () => {
    const { member, here, ...scene } = await startServer()
    const typed = Array.from({ length: 70 }, () =>
      member.types('/article', { option: 'name', text: 'a' }, here),
    )
    const choices = await Promise.all(typed.map(run => run.choices()))
    expect(choices.filter(list => list.length === 0)).toHaveLength(10)
    await expectWell(scene)
  })
})

describe('a command that was not offered', () => {
  it.each<[string, Record<string, string>]>([
    ['subscribe', { time: '03:00' }],
    ['unsubscribe', {}],
    ['forget', { sure: 'yes' }],
    ['export', {}],
  ])('is still refused: /%s', async (name, values) => {
    const { member, admin, here, server, general, ...scene } = await startServer()
    await admin.runs('/subscribe', {}, here).answer()
    const hidden = scene.discord.commands().find(each => each.name === name)
    const options = (hidden?.options ?? []).map(each => each.name)
    const known = Object.fromEntries(Object.entries(values).filter(([key]) => options.includes(key)))
    const answer = await member.runs(`/${name}`, known, { ...here, evenIfHidden: true }).answer()
    expect(answer.text).toContain('Only the admins')
    expect(answer.onlyFor).toBe(member.user)
    expect(await subscribed(scene, server.id, general.id)).toBe(1)
    await expectWell(scene)
  })
})

describe('a forged press', () => {
  it.each([
    '+forget\nsure\nyes',
    '=settings\ntime\n03:00',
    '!export',
    '+unsubscribe\nanniversary\njanuary-7',
  ])('by somebody without permission changes nothing: %j', async data => {
    const { member, admin, here, server, general, ...scene } = await startServer()
    await admin.runs('/subscribe', {}, here).answer()
    const rows = await scene.store.rowsOf({ platform: 'discord', chat: server.id })
    const asked = await member.runs('/summary', {}, here).answer()
    const answer = await asked.press(forge(asked, data), { by: member }).answer()
    expect(answer.text).toContain('Only the admins')
    expect(await scene.store.rowsOf({ platform: 'discord', chat: server.id })).toEqual(rows)
    expect(await subscribed(scene, server.id, general.id)).toBe(1)
    await expectWell(scene)
  })

  it.each(['', '+', '#unknown', '?', '+__proto__\nx', 'article', '{"a":1}', '\0', `+${'a'.repeat(99)}`])(
    'with data of no button is answered: %j',
    async data => {
      const { member, here, ...scene } = await startServer()
      const asked = await member.runs('/summary', {}, here).answer()
      const answer = await asked.press(forge(asked, data || ' '), { by: member }).answer()
      expect(answer.text).toMatch(/too old to be understood|no command/)
      await expectWell(scene)
    },
  )
})

describe('words', () => {
  it.each([
    ['of 6,000 characters', 'x'.repeat(6000)],
    ['that would ping everyone', '@everyone @here <@1> <@&2>'],
    ['that look like Markdown', '**`||<https://example.org>||`**'],
    ['that change the direction of text', '\u202egnihton\u2066'],
  ])('%s are answered normally', async (_, words) => {
    const { member, here, ...scene } = await startServer()
    const answer = await member.runs('/search', { words }, here).answer()
    expect(answer.text.length).toBeLessThan(4000)
    await expectWell(scene)
  })
})

/** Changes the data of the next interaction before it reaches the bot. */
function forgeNext({ discord }: Scene, change: (payload: Payload) => void): void {
  const { send } = discord.gateway
  discord.gateway.send = (event, payload, options) => {
    if (event !== 'INTERACTION_CREATE') return send(event, payload, options)
    discord.gateway.send = send
    const forged = structuredClone(payload) as Payload
    change(forged)
    send(event, forged, options)
  }
}
type Payload = { data: { name: string; custom_id: string; options?: object[] } }

describe('options that no client sends', () => {
  const words = (value: unknown, type = 3) => [{ name: 'words', type, value }]
  it.each<[string, object[]]>([
    ['a number', words(7)],
    ['no value', words(undefined)],
    ['null', words(null)],
    ['an object', words({ toString: 'x' })],
    ['a list', words(['a', 'b'])],
    ['100,000 characters', words('x'.repeat(100_000))],
    ['half surrogate pairs', words('\ud83d\udc00\ud83d')],
    ['invisible characters', words('\u200b\u2060\ufeff\u3164')],
    ['an unknown type', words('x', 99)],
    ['the same twice', [...words('Pol Pot'), ...words('7 January')]],
    ['a name from Object', [{ name: '__proto__', type: 3, value: 'x' }]],
    ['a subcommand', [{ name: 'words', type: 1, options: words('x') }]],
  ])('are answered normally: %s', async (_, options) => {
    const { member, here, ...scene } = await startServer()
    forgeNext(scene, ({ data }) => {
      data.options = options
    })
    const answer = await member.runs('/search', { words: 'x' }, here).answer()
    expect(answer.text).not.toMatch(/went wrong|\[object|undefined/)
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
    await expectWell(scene)
  })

  it('may name a command that does not exist, and are answered', async () => {
    const { member, here, ...scene } = await startServer()
    for (const name of ['__proto__', 'constructor', 'x'.repeat(10_000)]) {
      forgeNext(scene, ({ data }) => {
        data.name = name
      })
      expect((await member.runs('/help', {}, here).answer()).text).toMatch(/no command/)
    }
    await expectWell(scene)
  })
})

describe('a forged form', () => {
  it.each(['?settings\ntime', '?forget\nsure', '+forget\nsure\nyes', '?unsubscribe\nanniversary'])(
    'by somebody without permission changes nothing: %j',
    async data => {
      const { member, admin, here, server, ...scene } = await startServer()
      await admin.runs('/subscribe', {}, here).answer()
      const rows = await scene.store.rowsOf({ platform: 'discord', chat: server.id })
      const modal = await (await member.runs('/search', {}, here).answer())
        .press('Write words', { by: member })
        .modal()
      forgeNext(scene, payload => {
        payload.data.custom_id = data
      })
      const answer = await member.submits(modal, { words: 'yes' }).answer()
      expect(answer.text).toMatch(/Only the admins|too old to be understood/)
      expect(await scene.store.rowsOf({ platform: 'discord', chat: server.id })).toEqual(rows)
      await expectWell(scene)
    },
  )
})

describe('a press for another server', () => {
  it('sends nothing again there, even by an admin here', async () => {
    const { admin, here, server, general, ...scene } = await startServer()
    const other = { platform: 'discord', chat: '42', thread: '43' }
    const id = await failedIn(scene.store, other)
    const asked = await admin.runs('/summary', {}, here).answer()
    await asked.press(forge(asked, `+why\nresend\n${id}`), { by: admin }).answer()
    expect(await scene.store.findDelivery(id)).toMatchObject({ state: 'failed' })
    await expectWell(scene)
  })
})

describe('an event that Discord would not send', () => {
  it.each<[string, object]>([
    ['INTERACTION_CREATE', { id: '1', token: 'x', type: 99, application_id: '1', version: 1 }],
    ['GUILD_DELETE', { id: 'x; DROP TABLE' }],
    ['NO_SUCH_EVENT', { a: 1 }],
  ])('is ignored: %s', async (event, data) => {
    const { ...scene } = await startServer()
    scene.discord.gateway.send(event, data)
    await expectWell(scene)
  })

  it('is answered once if it comes twice', async () => {
    const { member, here, server, ...scene } = await startServer()
    let first: object | undefined
    forgeNext(scene, payload => {
      first = payload
    })
    const run = member.runs('/help', {}, here)
    await run.answer()
    scene.discord.gateway.send('INTERACTION_CREATE', first, { guild: server.id })
    await expectWell(scene)
    expect(run.received.filter(({ kind }) => kind === 'message')).toHaveLength(1)
  })

  it('does not end the program, even if the library throws', async () => {
    const discord = await startDiscord({ token })
    onTestFinished(() => discord.close())
    const server = discord.guild('Server')
    const general = server.channel('general')
    const program = start({ env: { DISCORD_TOKEN: token, DISCORD_API: discord.api } })
    await program.warns('discord connected')
    const half = { id: '1', token: 'x', type: 2, version: 1, data: { id: '1', name: 'help', type: 1 } }
    discord.gateway.send('INTERACTION_CREATE', { ...half, user: { id: '1', username: 'x' }, channel_id: '1' })
    await program.warns('unhandled rejection')
    const answer = await server.member('Mai').runs('/help', {}, { in: general }).answer()
    expect(answer.text).toContain('Commands')
    program.child.kill('SIGTERM')
    expect((await program.gone).code).toBe(0)
  })
})
