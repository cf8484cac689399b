// Checks that people who ask in another language than the chat's get the chat's answer, and an offer of one in their
// own.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../../src/core/message/message.ts'
import { type Chat, caller, choicesOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})
const offered = (message: Message) =>
  choicesOf(message).flatMap(choice => (choice.type === 'run' && choice.call.args.in ? [choice] : []))
const answered = (message: Message) => {
  const [offer] = offered(message)
  if (!offer) throw new Error('nothing is offered')
  return chat.bot.answer(offer.call, caller)
}
const khmer = /\p{Script=Khmer}/u

describe('a question in another language than the chat’s', () => {
  it.each([
    ['Khmer Đỏ giết bao nhiêu người', 'en', 'Trả lời bằng tiếng Việt'],
    ['/summary chế độ diệt chủng', 'en', 'Trả lời bằng tiếng Việt'],
    ['តើខ្មែរក្រហមបានសម្លាប់មនុស្សប៉ុន្មាន', 'en', 'ឆ្លើយជាភាសាខ្មែរ'],
    ['/who Hun Sen ហ៊ុន សែន', 'en', 'ឆ្លើយជាភាសាខ្មែរ'],
    ['/onthisday ៧ មករា', 'en', 'ឆ្លើយជាភាសាខ្មែរ'],
    ['ខ្មែរក្រហម', 'vi', 'ឆ្លើយជាភាសាខ្មែរ'],
  ])('"%s" in a chat in %s offers: %s', async (line, locale, label) => {
    expect(offered(await chat.say(line, { ...caller, locale })).map(choice => choice.label)).toEqual([label])
  })

  it.each([
    ['Khmer Đỏ', 'vi'],
    ['ខ្មែរក្រហម', 'km'],
    ['Khmer Rouge', 'km'],
    ['/subscribe ngày thắng lợi', 'en'],
  ])('"%s" in a chat in %s offers nothing', async (line, locale) => {
    expect(offered(await chat.say(line, { ...caller, locale }))).toEqual([])
  })

  it('is answered in its own language if that is chosen, and so are the choices of the answer', async () => {
    const answer = await answered(await chat.say('ខ្មែរក្រហម'))
    expect(textOf(answer)).toMatch(khmer)
    expect(textOf(answer)).not.toMatch(/\barticles for\b/)
    const [read] = offered(answer)
    expect(read?.call.command).toBe('article')
    expect(textOf(await answered(answer))).toMatch(khmer)
  })

  it('does not change the language of the chat', async () => {
    await answered(await chat.say('ខ្មែរក្រហម'))
    expect(await chat.store.languageOf(caller.chat)).toBeUndefined()
    expect(textOf(await chat.say('/help'))).not.toMatch(khmer)
  })
})
