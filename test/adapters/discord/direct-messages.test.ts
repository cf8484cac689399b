// Checks that what people write to the bot in direct messages is answered as in a private chat on Telegram.

import { describe, expect, test } from 'vitest'
import { limited } from '../../../src/adapters/host/limits.ts'
import type { Person } from '../../fakes/discord/people.ts'
import { startScene } from './scene.ts'

/** A person who has written nothing yet, and whose direct channel the bot does not know. */
async function startTalk(
  options: Parameters<typeof startScene>[0] = {},
  about: { locale?: string; dm?: 'open' | 'closed' } = {},
) {
  const scene = await startScene(options)
  const mai = scene.discord.person('Mai', about)
  return { ...scene, mai, dm: mai.dm }
}

describe('a direct message', () => {
  test('is asked for without a privileged intent', async () => {
    const { discord } = await startTalk()
    expect(discord.gateway.identified.map(({ intents }) => intents)).toEqual([1 | 4096])
  })

  test('without a command is a search, and its buttons work', async () => {
    const { mai, dm } = await startTalk()
    mai.says('voluntear soldiers')
    const found = await dm.post()
    expect(found.text).toContain('Showing results for')
    const read = found.buttons.find(each => each.startsWith('Read:')) ?? found.buttons.join()
    // The article opens at the passage.
    expect((await found.press(read, { by: mai }).answer()).text).toMatch(
      /\*\*[^*]*volunteer soldiers[^*]*\*\*[\s\S]*Page \d of \d/,
    )
  })

  test('with a command runs it, with options as they are typed elsewhere', async () => {
    const { mai, dm } = await startTalk()
    mai.says('/summary sggp-2024 long')
    expect((await dm.post()).text).toContain('Sai Gon Giai Phong')
    mai.says('/subscribe 07:00 Europe/Paris')
    expect((await dm.post(2)).text).toContain('7 January')
  })

  test('that begins with a mention of the bot is read without it', async () => {
    const { mai, dm, discord } = await startTalk()
    mai.says(`<@${discord.bot.id}> Pol Pot`)
    expect((await dm.post()).text).toContain('for “Pol Pot”')
  })

  test('subscribes the direct messages, which get the posts', async () => {
    const { mai, dm, store, at, dispatcher } = await startTalk()
    mai.says('/subscribe january-7 00:00 UTC')
    expect((await dm.post()).text).toContain('Next post')
    expect(await store.subscriptionsOf({ platform: 'discord', chat: dm.id })).toHaveLength(1)
    at('2027-01-07T00:00:30Z')
    await dispatcher.pass()
    expect((await dm.post(2)).text).toContain('the 48th anniversary')
  })

  test('that replies to a question of the bot answers it', async () => {
    const { mai, dm } = await startTalk()
    mai.says('/who')
    const question = await dm.post()
    mai.says('Hun Sen', { replyTo: question })
    expect((await dm.post(2)).text).toContain('Roles')
  })

  test('answers the question of the bot before it, without being a reply', async () => {
    const { mai, dm } = await startTalk()
    mai.says('/article')
    await dm.post()
    mai.says('vov')
    expect((await dm.post(2)).text).toContain('Vietnam-Cambodia relations')
    mai.says('next')
    expect((await dm.post(3)).text).toContain('Page 2 of')
  })

  test.each(['hi', '🙏', 'May they rest in peace 🙏'])(
    'that asks nothing gets a friendly line: %s',
    async words => {
      const { mai, dm } = await startTalk()
      mai.says(words)
      expect((await dm.post()).text).toContain('Ask me in your own words')
    },
  )

  test('is answered in several messages if the answer is long', async () => {
    const { mai, dm } = await startTalk()
    mai.says('/language vi')
    await dm.post()
    mai.says('/preview january-7')
    expect((await dm.post(3)).id).not.toBe((await dm.post(2)).id)
  })

  test('is answered once, though the connection is resumed', async () => {
    const { mai, dm, discord } = await startTalk()
    mai.says('Pol Pot')
    await dm.post()
    discord.gateway.drop()
    await discord.until('resumed', () => (discord.gateway.resumed > 0 ? true : undefined))
    mai.says('Hun Sen')
    await dm.post(2)
    expect(dm.posts).toHaveLength(2)
  })

  test('is answered in the language of its words, until an interaction says which one the person uses', async () => {
    const { mai, dm } = await startTalk({}, { locale: 'vi' })
    mai.says('Pol Pot')
    expect((await dm.post()).text).toContain('for “Pol Pot”')
    mai.says('quân tình nguyện')
    expect((await dm.post(2)).text).toContain('bài báo về')
    await mai.runs('/sources').answer()
    mai.says('Pol Pot')
    expect((await dm.post(4)).text).toContain('về “Pol Pot”')
  })

  test('is limited like any other question', async () => {
    const { mai, dm, discord } = await startTalk({ guard: limited })
    for (let at = 0; at < 25; at++) mai.says('/why')
    await dm.post(21)
    const nam = discord.person('Nam')
    nam.says('/why')
    await nam.dm.post()
    expect(dm.posts).toHaveLength(21)
    expect(dm.posts.filter(({ text }) => text.includes('That was a lot at once'))).toHaveLength(1)
  })

  test('of somebody who takes none from the bot is no fault', async () => {
    const { mai, dm, discord, log } = await startTalk({}, { dm: 'closed' })
    mai.says('Pol Pot')
    await discord.until('denied', () => discord.denied.find(({ code }) => code === 50007))
    expect(dm.posts).toEqual([])
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })
})

describe('nothing is answered', () => {
  /** Waits until the bot has surely handled what came before. */
  const settle = async (mai: Person, posts: () => unknown[]) => {
    await mai.runs('/sources').answer()
    return posts()
  }

  test('of what bots or Discord itself write, nor an edit, nor a message without words', async () => {
    const { mai, dm, discord } = await startTalk()
    const { body } = mai.says(' ')
    const send = (event: string, more: object) =>
      discord.gateway.send(event, { ...body, content: 'Pol Pot', ...more }, { intent: 4096 })
    send('MESSAGE_CREATE', { id: `${body.id}1`, author: { ...body.author, bot: true } })
    // "pinned a message".
    send('MESSAGE_CREATE', { id: `${body.id}2`, type: 6 })
    send('MESSAGE_UPDATE', { id: `${body.id}3`, edited_timestamp: new Date().toISOString() })
    send('MESSAGE_CREATE', {
      id: `${body.id}4`,
      content: '',
      sticker_items: [{ id: '1', name: 'x', format_type: 1 }],
    })
    expect(await settle(mai, () => dm.posts)).toHaveLength(1)
  })

  test('of what people write in a server', async () => {
    const { mai, dm, discord } = await startTalk()
    const server = discord.guild('Archive')
    const general = server.channel('general')
    server.member('Lan').says(`<@${discord.bot.id}> Pol Pot`, { in: general })
    await settle(mai, () => dm.posts)
    expect(general.posts).toEqual([])
  })
})
