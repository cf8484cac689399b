// Checks that answers and posts have only the buttons that the kind of a chat allows, and go where the question was.

import { describe, expect, it } from 'vitest'
import { copy, paragraph, run, share } from '../../../src/core/message/build.ts'
import { labelsOf, type Scene, startScene } from './scene.ts'

const expectNoneRefused = ({ telegram, log }: Scene) => {
  expect(telegram.refused).toEqual([])
  expect(telegram.declined).toEqual([])
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
}

describe('a share button', () => {
  it.each(['privateChat', 'group', 'supergroup'] as const)('is in the answer in a %s', async kind => {
    const scene = await startScene()
    const chat = scene.telegram[kind]()
    chat.says('/summary sggp-2024')
    expect(labelsOf(await chat.answer())).toContain('Share')
    expectNoneRefused(scene)
  })

  it.each(['channel', 'directMessages'] as const)('is not in a %s, where the others stay', async kind => {
    const scene = await startScene()
    const chat = scene.telegram[kind]()
    chat.says('/summary sggp-2024')
    const answer = await chat.answer()
    expect(labelsOf(answer)).toEqual(expect.arrayContaining(['Read it', 'Copy the source line']))
    expect(labelsOf(answer)).not.toContain('Share')
    expectNoneRefused(scene)
  })

  it('does not come back in a channel when a message is replaced', async () => {
    const scene = await startScene()
    const channel = scene.telegram.channel()
    const admin = scene.telegram.person('Admin')
    channel.member(admin, 'administrator')
    channel.says('/summary sggp-2024')
    channel.presses(await channel.answer(), 'All key points', { from: admin })
    expect(labelsOf(await channel.answer())).not.toContain('Share')
    await scene.telegram.quiet()
    expectNoneRefused(scene)
  })

  it.each([
    ['privateChat', true],
    ['group', true],
    // Nothing tells the id of a supergroup from that of a channel.
    ['supergroup', false],
    ['channel', false],
  ] as const)('in a post to a %s: %s', async (kind, isThere) => {
    const scene = await startScene()
    const chat = scene.telegram[kind]()
    const choices = [[share('Share', 'x'), copy('Copy', 'x')], [run('Help', 'help')]]
    const to = { platform: 'telegram', chat: String(chat.id) }
    const outcome = await scene.platform.send(to, { body: [paragraph('x')], choices }, 'key')
    expect(outcome).toMatchObject({ status: 'sent' })
    expect(labelsOf(await chat.answer())).toEqual(isThere ? ['Share', 'Copy', 'Help'] : ['Copy', 'Help'])
    expectNoneRefused(scene)
  })
})

describe('the direct messages of a channel', () => {
  it('get their answers in the topic of the question', async () => {
    const scene = await startScene()
    const chat = scene.telegram.directMessages()
    const [one, other] = [scene.telegram.person('One'), scene.telegram.person('Other')]
    chat.says('/start', { from: one })
    const hello = await chat.answer()
    expect(hello.direct_messages_topic?.topic_id).toBe(one.id)
    chat.says('/help', { from: other })
    expect((await chat.answer()).direct_messages_topic?.topic_id).toBe(other.id)
    chat.presses(hello, 'All commands', { from: one })
    expect((await chat.answer()).direct_messages_topic?.topic_id).toBe(one.id)
    await scene.telegram.quiet()
    expectNoneRefused(scene)
  })

  it('are written to the admins of the channel, not to the bot', async () => {
    const scene = await startScene()
    const chat = scene.telegram.directMessages()
    chat.says('May I ask you something?')
    await scene.telegram.quiet()
    expect(chat.unread()).toEqual([])
  })

  it('can be asked about and posted to without a word of refusal', async () => {
    const scene = await startScene()
    const chat = scene.telegram.directMessages()
    chat.member(chat.someone, 'administrator')
    chat.says('/subscribe')
    expect((await chat.answer()).text).toMatch(/^Subscribed/)
    chat.says('/why')
    expect((await chat.answer()).text).toMatch(/post/)
    scene.at('2027-01-07T00:00:30Z')
    await scene.dispatcher.pass()
    const post = await chat.answer()
    expect(post.direct_messages_topic?.topic_id).toBe(chat.someone.id)
    expectNoneRefused(scene)
  })
})
