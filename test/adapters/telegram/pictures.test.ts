// Pictures in Telegram: with short words as their caption, below long ones, and never in the way of the words.
import { describe, expect, it } from 'vitest'
import { paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { labelsOf, startScene } from './scene.ts'

const image = { data: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), alt: 'What the picture shows' }
const short: Message = { body: [paragraph('Few words.')], image, choices: [[run('Press', 'help')]] }
const long: Message = { ...short, body: [paragraph('Many words. '.repeat(120))] }

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
  it('is one photo with its words where they fit', async () => {
    const { chat, send } = await startChat()
    expect(await send(short)).toMatchObject({ status: 'sent' })
    const posted = chat.unread()
    expect(posted.map(({ caption }) => caption)).toEqual(['Few words.'])
    expect(posted.map(labelsOf)).toEqual([['Press']])
  })

  it('is the words and then the picture, told of in words, where they are long', async () => {
    const { chat, send } = await startChat()
    expect(await send(long)).toMatchObject({ status: 'sent' })
    const [words, picture, ...others] = chat.unread()
    expect(words?.text).toContain('Many words.')
    expect(labelsOf(words as NonNullable<typeof words>)).toEqual(['Press'])
    expect([picture?.caption, picture?.photo?.length]).toEqual(['What the picture shows', 1])
    expect(others).toEqual([])
  })

  it('is its words, once, where the chat takes no photos', async () => {
    const { telegram, chat, send } = await startChat()
    for (const message of [short, long]) {
      telegram.next('sendPhoto', noPhotoRights)
      expect(await send(message)).toMatchObject({ status: 'sent' })
      const posted = chat.unread()
      expect(posted).toHaveLength(1)
      expect(posted[0]?.text).toContain('words.')
      expect(posted.map(labelsOf)).toEqual([['Press']])
    }
  })

  it('has arrived where only its picture got no answer', async () => {
    const { telegram, chat, send } = await startChat()
    for (const fault of ['lost', 'reset'] as const) {
      telegram.next('sendPhoto', fault)
      expect(await send(long)).toMatchObject({ status: 'sent' })
      expect(chat.unread().filter(({ text }) => text?.includes('Many words.'))).toHaveLength(1)
    }
  })

  it('may have arrived where the one photo with its words got no answer, and is not sent again', async () => {
    const { telegram, chat, send } = await startChat()
    telegram.next('sendPhoto', 'lost')
    expect(await send(short)).toEqual({ status: 'unknown' })
    expect(chat.unread()).toHaveLength(1)
  })
})
