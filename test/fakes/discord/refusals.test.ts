// Checks that the fake refuses the messages that Discord refuses: each limit is reached exactly and then exceeded by one.

import { type DiscordAPIError, REST } from 'discord.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { connect, faultsOf, startFake, token } from './client.ts'
import type { Discord } from './index.ts'
import type { Run } from './interaction.ts'
import type { Component } from './limits/message.ts'
import type { Place } from './places.ts'

let discord: Discord
let rest: REST
let general: Place

beforeEach(async () => {
  discord = await startFake()
  rest = new REST({ api: discord.api, retries: 0 }).setToken(token)
  general = discord.guild('Archive').channel('general')
})

/** A server with a forum, and somebody who can run a command. */
async function startRoutes() {
  const server = discord.guild('Forums')
  server.channel('talk')
  const forum = server.channel('forum', { type: 'forum' })
  const { client } = await connect(discord)
  await client.application.commands.set([{ name: 'find', description: 'x' }])
  return { forum, lan: server.member('Lan') }
}

const message = (body: object) =>
  faultsOf(discord, { method: 'post', path: `/channels/${general.id}/messages` }, body)

const x = (length: number) => 'x'.repeat(length)
const text = (content: string) => ({ type: 10, content })
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'a', custom_id: 'a', ...more })
const row = (...components: object[]) => ({ type: 1, components })
const v2 = (...components: object[]) => ({ flags: 32768, components: components as Component[] })
const repeat = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

describe('a message is refused', () => {
  const cases: [why: string, fits: object, breaks: object, fault: string][] = [
    ['for a long content', { content: x(2000) }, { content: x(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['for half a character', { content: '😀' }, { content: '\ud83d' }, 'content STRING_TYPE_CONVERT'],
    ['for no content', { content: 'x' }, { content: ' ' }, '50006'],
    ['for an unknown field', { content: 'x' }, { content: 'x', color: 1 }, 'color UNKNOWN_FIELD'],
    ['for a wrong type', { content: 'x' }, { content: 1 }, 'content BASE_TYPE_BAD'],
    [
      'for a long nonce',
      { content: 'x', nonce: x(25) },
      { content: 'x', nonce: x(26) },
      'nonce BASE_TYPE_MAX_LENGTH',
    ],
    ['for its flags', { content: 'x', flags: 4096 }, { content: 'x', flags: 64 }, 'flags MESSAGE_FLAGS'],
    [
      'for content beside a layout',
      v2(text('x')),
      { ...v2(text('x')), content: 'x' },
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'for embeds beside a layout',
      { embeds: [{ title: 'x' }] },
      { ...v2(text('x')), embeds: [{ title: 'x' }] },
      'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'for a layout without its flag',
      v2(text('x')),
      { components: [text('x')] },
      'components.0.type UNION_TYPE_CHOICES',
    ],
    ['for an unknown component', v2(text('x')), v2({ type: 99 }), 'components.0.type UNION_TYPE_CHOICES'],
    [
      'for its 41st component',
      v2({ type: 17, components: repeat(39, () => text('x')) }),
      v2({ type: 17, components: repeat(40, () => text('x')) }),
      'components COMPONENT_MAX_TOTAL',
    ],
    [
      'for its 4001st character',
      v2(text(x(2000)), text(x(2000))),
      v2(text(x(2000)), text(x(2001))),
      'components COMPONENT_MAX_TOTAL_TEXT',
    ],
    [
      'for a container in a container',
      v2({ type: 17, components: [text('x')] }),
      v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
      'components.0.components.0.type UNION_TYPE_CHOICES',
    ],
    [
      'for a section without an accessory',
      v2({ type: 9, components: [text('x')], accessory: button() }),
      v2({ type: 9, components: [text('x')] }),
      'components.0.accessory BASE_TYPE_REQUIRED',
    ],
    [
      'for the sixth button of a row',
      v2(row(...repeat(5, at => button({ custom_id: `${at}` })))),
      v2(row(...repeat(6, at => button({ custom_id: `${at}` })))),
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'for a select beside a button',
      v2(row({ type: 8, custom_id: 's' })),
      v2(row({ type: 8, custom_id: 's' }, button())),
      'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'for a long label',
      v2(row(button({ label: x(80) }))),
      v2(row(button({ label: x(81) }))),
      'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'for a long custom_id',
      v2(row(button({ custom_id: x(100) }))),
      v2(row(button({ custom_id: x(101) }))),
      'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
    ],
    [
      'for the same custom_id twice',
      v2(row(button(), button({ custom_id: 'b' }))),
      v2(row(button()), row(button())),
      'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'for a button of nothing',
      v2(row(button({ style: 5, url: 'https://x.org', custom_id: undefined }))),
      v2(row(button({ custom_id: undefined }))),
      'components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
    ],
    [
      'for an address that is none',
      v2(row(button({ style: 5, url: 'https://x.org', custom_id: undefined }))),
      v2(row(button({ style: 5, url: 'x.org', custom_id: undefined }))),
      'components.0.components.0.url URL_TYPE_INVALID_URL',
    ],
    [
      'for the 26th option of a select',
      v2(row({ type: 3, custom_id: 's', options: repeat(25, at => ({ label: 'x', value: `${at}` })) })),
      v2(row({ type: 3, custom_id: 's', options: repeat(26, at => ({ label: 'x', value: `${at}` })) })),
      'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'for a picture that was not sent along',
      v2({ type: 12, items: [{ media: { url: 'https://x.org/a.png' } }] }),
      v2({ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }),
      'attachments REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'for 6001 characters in embeds',
      { embeds: [{ description: x(4096) }, { description: x(1904) }] },
      { embeds: [{ description: x(4096) }, { description: x(1905) }] },
      'embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
    [
      'for mentions that say two things',
      { content: 'x', allowed_mentions: { parse: [], users: ['1'] } },
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
  ]
  it.each(cases)('%s', async (_why, fits, breaks, fault) => {
    expect(await message(fits)).toEqual([])
    expect(await message(breaks)).toContain(fault)
    expect(general.posts).toHaveLength(1)
  })

  it('with the path of each fault, as on Discord', async () => {
    const sent = rest.post(`/channels/${general.id}/messages`, { body: v2(row(button({ label: x(81) }))) })
    const error = (await sent.catch((thrown: unknown) => thrown)) as DiscordAPIError
    const labelError = { code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 80 or fewer in length.' }
    expect(error.rawError).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: { components: { 0: { components: { 0: { label: { _errors: [labelError] } } } } } },
    })
    expect(error.status).toBe(400)
  })

  it('also as an edit, which then changes nothing', async () => {
    const { id } = (await rest.post(`/channels/${general.id}/messages`, { body: v2(text('x')) })) as {
      id: string
    }
    const edit = (body: object) =>
      faultsOf(discord, { method: 'patch', path: `/channels/${general.id}/messages/${id}` }, body)
    expect(await edit({ components: [text('y')] })).toEqual([])
    expect(await edit({ content: 'y' })).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ])
    expect(await edit({ components: [] })).toEqual(['50006'])
    expect(general.posts[0]?.text).toBe('y')
  })

  it('accepts pictures that are uploaded with it', async () => {
    const files = [{ name: 'a.png', data: Buffer.from('png'), contentType: 'image/png' }]
    const body = {
      ...v2({ type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'A day' }] }),
      attachments: [{ id: '0', filename: 'a.png' }],
    }
    await rest.post(`/channels/${general.id}/messages`, { body, files })
    expect(general.posts[0]?.body.attachments).toMatchObject([{ filename: 'a.png', size: 3 }])
  })
})

describe('a request is refused', () => {
  it('for its token, its route and its body', async () => {
    const status = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(`${discord.api}/v10${path}`, init)
      return [answer.status, ((await answer.json()) as { code: number }).code]
    }
    const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' }
    expect(await status('/users/@me')).toEqual([401, 0])
    expect(await status('/users/@me', { headers: { authorization: token } })).toEqual([401, 0])
    expect(await status('/no/such/route', { headers })).toEqual([404, 0])
    const path = `/channels/${general.id}/messages`
    expect(await status(path, { method: 'POST', headers, body: '{' })).toEqual([400, 50109])
    expect(await status(`${path}?limit=101`, { headers })).toEqual([400, 50035])
    expect(discord.refused.map(each => each.status)).toEqual([401, 401, 404, 400, 400])
    expect(discord.invalidRequests).toBe(2)
    discord.advance(600_001)
    expect(discord.invalidRequests).toBe(0)
  })
})

describe('a message above 10,170 bytes over its text displays, and 12 for each', () => {
  it.each([
    ['one display', [3386]],
    ['two displays', [1691, 1691]],
  ])('is answered with 500, as on Discord: %s', async (_, lengths) => {
    const displays = (more: number) => v2(...lengths.map(length => text('ក'.repeat(length + more))))
    expect(await message(displays(0))).toEqual([])
    const { status } = (await rest
      .post(`/channels/${general.id}/messages`, { body: displays(1) })
      .catch((thrown: unknown) => thrown)) as { status: number }
    expect(status).toBe(500)
  })

  it('is answered so on every route that takes a message', async () => {
    const { forum, lan } = await startRoutes()
    const fits = { ...v2(text('ក'.repeat(3386))) }
    const breaks = { ...v2(text('ក'.repeat(3387))) }
    const webhook = ({ token: own }: Run) => `/webhooks/${discord.bot.id}/${own}` as const
    const statusOf = (sent: Promise<unknown>) =>
      sent.then(
        () => 200,
        error => error.status,
      )
    const posted = (await rest.post(`/channels/${general.id}/messages`, { body: fits })) as { id: string }
    const answered = async (data: object) => {
      const run = lan.runs('/find')
      await rest.post(`/interactions/${run.id}/${run.token}/callback`, {
        body: { type: 4, data },
        auth: false,
      })
      return run
    }
    const routes: Record<string, (body: object) => Promise<unknown>> = {
      edit: body => rest.patch(`/channels/${general.id}/messages/${posted.id}`, { body }),
      'forum post': message => rest.post(`/channels/${forum.id}/threads`, { body: { name: 'x', message } }),
      'notice in a direct message': async body => {
        const { id } = (await rest.post('/users/@me/channels', { body: { recipient_id: lan.id } })) as {
          id: string
        }
        return rest.post(`/channels/${id}/messages`, { body })
      },
      answer: answered,
      'edited answer': async body =>
        rest.patch(`${webhook(await answered(fits))}/messages/@original`, { body, auth: false }),
      'follow-up': async body => rest.post(webhook(await answered(fits)), { body, auth: false }),
      'edited follow-up': async body => {
        const run = await answered(fits)
        const { id } = (await rest.post(webhook(run), { body: fits, auth: false })) as { id: string }
        return rest.patch(`${webhook(run)}/messages/${id}`, { body, auth: false })
      },
      update: async data => {
        const shown = await (await answered(v2(text('x'), row(button())))).answer()
        const { id, token: own } = shown.press('a', { by: lan })
        return rest.post(`/interactions/${id}/${own}/callback`, { body: { type: 7, data }, auth: false })
      },
    }
    for (const [name, send] of Object.entries(routes)) {
      expect(await statusOf(send(fits)), name).toBe(200)
      expect(await statusOf(send(breaks)), name).toBe(500)
    }
  })
})
