// Checks that a list of choices is shown once: beside its numbers in a terminal, in the text if labels are short.

import { beforeAll, describe, expect, it } from 'vitest'
import { renderTerminal as inTerminal } from '../../src/adapters/console/render.ts'
import { partsOf as onDiscord, render as renderDiscord } from '../../src/adapters/discord/message/render.ts'
import { partsOf as onTelegram } from '../../src/adapters/telegram/message/render.ts'
import type { Message } from '../../src/core/message/message.ts'
import { type Chat, createChat } from '../core/bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})
const renderers: Record<string, (message: Message) => string> = {
  'a terminal': message => inTerminal(message, { width: Infinity, ansi: false }),
  Telegram: message =>
    onTelegram(message)
      .map(({ text }) => text)
      .join('\n'),
  Discord: message => JSON.stringify(onDiscord(message).map(part => renderDiscord(part))),
}

describe.each(Object.entries(renderers))('%s', (_, show) => {
  it.each(['/article', '/summary', '/summary 2023'])('shows each title of %s once', async line => {
    const answer = await chat.say(line)
    const titles = (answer.choices ?? []).flat().flatMap(choice => {
      const { article, name } = choice.type === 'run' ? choice.call.args : {}
      return chat.corpus.articles.filter(({ id }) => id === (article ?? name)).map(({ title }) => title)
    })
    expect(titles.length).toBeGreaterThan(1)
    for (const title of titles) expect(show(answer).split(title)).toHaveLength(2)
  })
})

it('numbers titles in a terminal by the number that picks them', async () => {
  const answer = await chat.say('/summary 2023')
  expect(renderers['a terminal']?.(answer).split('\n').slice(2)).toEqual([
    "[1] Vietnam, Cambodia continue mutual support for people's benefits: media (People's Army Newspaper, January 2023 (inferred))",
    '[2] Cambodian newspaper highlights Vietnam–Cambodia friendship (VietnamPlus, 9 January 2023)',
  ])
})
