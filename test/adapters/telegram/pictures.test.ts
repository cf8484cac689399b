// Checks pictures: with a short text as their caption, below a long one, and never at the expense of the text.

import { describe, expect, it } from 'vitest'
import { paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { labelsOf, startScene } from './scene.ts'

const image = { data: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), alt: 'A drawing of a map' }
const short: Message = { body: [paragraph('Short text.')], image, choices: [[run('Press', 'help')]] }
const long: Message = { ...short, body: [paragraph('Long text. '.repeat(120))] }

async function startChat() {
  const scene = await startScene()
  const chat = scene.telegram.privateChat()
  const send = (message: Message) =>
    scene.platform.send({ platform: 'telegram', chat: String(chat.id) }, message, 'key')
  return { ...scene, chat, send }
}
const noPhotoRights = {
  status: 400,
  description: 'Bad Request: not enough rights to send photos to the chat',
}

describe('a message with a picture', () => {
  it('is one photo with the text as its caption if that fits', async () => {
    const { chat, send } = await startChat()
    expect(await send(short)).toMatchObject({ status: 'sent' })
    const posted = chat.unread()
    expect(posted.map(({ caption }) => caption)).toEqual(['Short text.'])
    expect(posted.map(labelsOf)).toEqual([['Press']])
  })

  it('is the text and then the picture with its alt text if the text is long', async () => {
    const { chat, send } = await startChat()
    expect(await send(long)).toMatchObject({ status: 'sent' })
    const [text, picture, ...others] = chat.unread()
    expect(text?.text).toContain('Long text.')
    expect(labelsOf(text as NonNullable<typeof text>)).toEqual(['Press'])
    expect([picture?.caption, picture?.photo?.length]).toEqual(['A drawing of a map', 1])
    expect(others).toEqual([])
  })

  it('is its text, once, if the chat takes no photos', async () => {
    const { telegram, chat, send } = await startChat()
    for (const message of [short, long]) {
      telegram.next('sendPhoto', noPhotoRights)
      expect(await send(message)).toMatchObject({ status: 'sent' })
      const posted = chat.unread()
      expect(posted).toHaveLength(1)
      expect(posted[0]?.text).toContain('text.')
      expect(posted.map(labelsOf)).toEqual([['Press']])
    }
  })

  it('waits for its turn with every message after the first', async () => {
    const { platform, telegram, chat, send } = await startChat()
    const before: number[] = []
    platform.setPace?.(async ({ chat: id }) => {
      expect(id).toBe(String(chat.id))
      before.push(telegram.calls.filter(({ method }) => method.startsWith('send')).length)
    })
    await send(long)
    telegram.next('sendPhoto', noPhotoRights)
    await send(short)
    expect(before).toEqual([1, 3])
  })

  it('gets its picture after a wait that Telegram asks for', async () => {
    const { telegram, chat, send, log } = await startChat()
    const tooMany = { status: 429, description: 'Too Many Requests', parameters: { retry_after: 15 } }
    telegram.next('sendPhoto', tooMany)
    expect(await send(long)).toMatchObject({ status: 'sent' })
    expect(chat.unread().filter(({ photo }) => photo)).toHaveLength(1)
    telegram.next('sendPhoto', { ...tooMany, parameters: { retry_after: 600 } })
    expect(await send(long)).toMatchObject({ status: 'sent' })
    expect(log).toContain('error picture of a post missing {"reason":"later"}')
  })

  it('has arrived if only its picture got no answer', async () => {
    const { telegram, chat, send } = await startChat()
    for (const fault of ['lost', 'reset'] as const) {
      telegram.next('sendPhoto', fault)
      expect(await send(long)).toMatchObject({ status: 'sent' })
      expect(chat.unread().filter(({ text }) => text?.includes('Long text.'))).toHaveLength(1)
    }
  })

  it('may have arrived if its one photo got no answer, and is not sent again', async () => {
    const { telegram, chat, send } = await startChat()
    telegram.next('sendPhoto', 'lost')
    expect(await send(short)).toEqual({ status: 'unknown' })
    expect(chat.unread()).toHaveLength(1)
  })
})
