// Checks what the bot answers in a lively group, and what it leaves to the people there.

import { describe, expect, it } from 'vitest'
import type { Chat, Message } from '../../fakes/telegram/index.ts'
import { type Scene, startScene } from './scene.ts'

const viaBot = ({ telegram }: Scene) => ({
  via_bot: { id: telegram.me.id, is_bot: true, first_name: 'Daybook', username: telegram.me.username },
})

/** A group whose members talk under a post. */
async function startGroup() {
  const scene = await startScene()
  const group = scene.telegram.supergroup()
  group.says('/subscribe', { anonymous: true })
  await group.answer()
  scene.at('2027-01-07T00:00:30Z')
  await scene.dispatcher.pass()
  return { scene, group, post: await group.answer() }
}

/** The answers so far, each with the words of the message that it replies to. */
async function answersIn(
  scene: Scene,
  group: Chat,
): Promise<[question: string | undefined, answer: string][]> {
  await scene.telegram.quiet()
  return group.unread().map(({ reply_to_message, text = '' }) => [reply_to_message?.text, text])
}

describe('a lively group', () => {
  it('gets exactly three answers: to two commands, and to a reply to the question of one', async () => {
    const { scene, group, post } = await startGroup()
    const people = ['Sok', 'Mai', 'Chan'].map(name => scene.telegram.person(name))
    const [sok, mai, chan] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]

    group.says('May they rest in peace 🙏', { from: sok, replyTo: post })
    group.says('thank you', { from: mai, replyTo: post })
    group.says('My grandmother never spoke of it.', { from: chan })
    group.says('I asked @daybook_bot about that once', { from: sok })
    group.says('good morning @daybook_bot', { from: mai })
    group.says('@daybook_bot’s answers are long 😄', { from: chan })
    expect(await answersIn(scene, group)).toEqual([])

    group.says('/upcoming', { from: sok })
    const upcoming = await group.answer()
    expect(upcoming.text).toMatch(/^Coming anniversaries/)
    group.says('thank you, bot', { from: mai, replyTo: upcoming })
    group.posts({ text: 'Phnom Penh, 7 January', ...viaBot(scene) }, { from: chan })

    group.says('/who@daybook_bot', { from: mai })
    const question = await group.answer()
    expect(question.text).toMatch(/^Who\?/)
    group.says('who wants tea?', { from: sok })
    const reply = group.says('Hun Sen', { from: chan, replyTo: question })
    const answer = await group.answer()
    expect(answer.text).toMatch(/^Hun Sen/)
    expect(answer.reply_to_message?.message_id).toBe(reply.message_id)
    group.says('thanks!', { from: chan, replyTo: answer })

    expect(await answersIn(scene, group)).toEqual([])
    const sent = scene.telegram.calls.filter(({ method }) => method === 'sendMessage')
    // The confirmation, the post, and the three.
    expect(sent).toHaveLength(5)
    expect(scene.telegram.refused).toEqual([])
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it.each(['supergroup', 'forum', 'group'] as const)('of the kind %s: thanks get no answer', async kind => {
    const scene = await startScene()
    const group = scene.telegram[kind]()
    group.says('/upcoming')
    const answer = await group.answer()
    group.says('thank you', { replyTo: answer })
    group.says('/upcoming thanks', { replyTo: answer })
    expect((await group.answer()).text).toMatch(/^Coming/m)
    expect(await answersIn(scene, group)).toEqual([])
  })
})

describe('what somebody sends through inline mode', () => {
  it.each(['privateChat', 'supergroup', 'channel'] as const)('is not answered in a %s', async kind => {
    const scene = await startScene()
    const chat = scene.telegram[kind]()
    chat.posts({ text: '/help', ...viaBot(scene) })
    chat.posts({ text: '@daybook_bot Pol Pot', ...viaBot(scene) })
    chat.posts({ sticker: { file_id: 'x' }, ...viaBot(scene) })
    expect(await answersIn(scene, chat)).toEqual([])
  })
})

describe('a reply to a question of the bot', () => {
  it('may come from anybody, whose own rights count', async () => {
    const scene = await startScene()
    const { telegram, store } = scene
    const group = telegram.supergroup()
    const [admin, other] = [telegram.person('Admin'), telegram.person('Other admin')]
    group.member(admin, 'administrator')
    group.member(other, 'administrator')
    group.says('/subscribe 99:99', { from: admin })
    const question = await group.answer()
    group.says('07:00', { from: telegram.person('Member'), replyTo: question })
    expect((await group.answer()).text).toMatch(/^Only the admins/)
    group.says('07:00', { from: other, replyTo: question })
    expect((await group.answer()).text).toMatch(/^Subscribed/)
    const here = await store.subscriptionsOf({ platform: 'telegram', chat: String(group.id) })
    expect(here[0]?.time.toString()).toBe('07:00:00')
  })

  it('is understood in a private chat as well', async () => {
    const scene = await startScene()
    const chat = scene.telegram.privateChat()
    chat.says('/facts')
    chat.says('deaths', { replyTo: await chat.answer() })
    expect((await chat.answer()).text).not.toMatch(/for “deaths”/)
  })

  it('is understood after a restart, and forgotten with the chat', async () => {
    const first = await startScene()
    const { telegram, store } = first
    const group = telegram.supergroup()
    group.says('/article')
    const question = await group.answer()
    await first.stop()
    const second = await startScene({ telegram, store })
    group.says('sggp', { replyTo: question })
    expect((await group.answer()).text).toMatch(/^Hanoi ceremony/)
    await store.forget({ platform: 'telegram', chat: String(group.id) })
    group.says('sggp', { replyTo: question })
    expect(await answersIn(second, group)).toEqual([])
  })

  it('is no longer one once a press has replaced the question', async () => {
    const scene = await startScene()
    const group = scene.telegram.supergroup()
    const admin = scene.telegram.person('Admin')
    group.member(admin, 'administrator')
    const press = async (message: Message, label: RegExp) => {
      const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
      const found = buttons.find(({ text }) => label.test(text))
      group.presses(message, found?.text ?? '', { from: admin })
      return group.answer()
    }
    group.says('/subscribe', { from: admin })
    await group.answer()
    group.says('/settings', { from: admin })
    const one = await press(await group.answer(), /7 January/)
    const question = await press(one, /07:00|Time/)
    expect(question.text).toMatch(/^At what time/)
    group.says('06:45', { from: admin, replyTo: question })
    expect((await group.answer()).text).toMatch(/06:45/)
    const back = await press(question, /Back/)
    group.says('06:30', { from: admin, replyTo: back })
    expect(await answersIn(scene, group)).toEqual([])
  })
})
