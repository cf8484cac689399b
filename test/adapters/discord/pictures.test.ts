// Checks pictures on Discord: in a gallery with alt text, and left out if a channel takes no files.

import { describe, expect, it } from 'vitest'
import { paragraph } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { startScene } from './scene.ts'

const message: Message = {
  body: [paragraph('The words.')],
  image: { data: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), alt: 'What the picture shows' },
}
const route = /\/messages$/

async function startStage() {
  const scene = await startScene()
  const server = scene.discord.guild('Server')
  const general = server.channel('general')
  await scene.discord.until('the server is known', () => server)
  const send = () =>
    scene.platform.send({ platform: 'discord', chat: server.id, thread: general.id }, message, 'key')
  return { ...scene, general, send }
}

describe('a post with a picture', () => {
  it('shows it with its alt text', async () => {
    const { discord, general, send } = await startStage()
    expect(await send()).toMatchObject({ status: 'sent' })
    expect(general.posts.map(({ text }) => text)).toEqual(['The words.'])
    const [request] = discord.requests.filter(({ method, path }) => method === 'POST' && route.test(path))
    expect(JSON.stringify(request)).toContain('attachment://picture.png')
    expect(JSON.stringify(request)).toContain('What the picture shows')
  })

  it('is posted once, without the picture, if the upload is refused', async () => {
    for (const fault of [
      { status: 403, code: 50013, message: 'Missing Permissions' },
      { status: 413, code: 40005, message: 'Request entity too large' },
    ]) {
      const { discord, general, send } = await startStage()
      discord.next('POST', route, fault)
      expect(await send()).toMatchObject({ status: 'sent' })
      expect(general.posts.map(({ text }) => text)).toEqual(['The words.'])
    }
  })

  it('is not sent if the channel takes no posts at all', async () => {
    const { discord, general, send } = await startStage()
    discord.next('POST', route, { status: 403, code: 50013, message: 'Missing Permissions' }, 2)
    expect(await send()).toEqual({ status: 'gone', reason: 'forbidden' })
    expect(general.posts).toEqual([])
  })

  it('is posted once if the answer was lost', async () => {
    const { discord, general, send } = await startStage()
    discord.next('POST', route, 'lost', 2)
    expect(await send()).toEqual({ status: 'unknown' })
    expect(await send()).toMatchObject({ status: 'sent' })
    expect(general.posts).toHaveLength(1)
  })
})
