// Checks that no message passes the bytes that Discord takes: Khmer at the limit as posts, answers, follow-ups and edits.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import { partsOf, render } from '../../../src/adapters/discord/message/render.ts'
import type { Bot } from '../../../src/core/bot/bot.ts'
import { changePostOptions } from '../../../src/core/delivery/post-options.ts'
import { heading, paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { textOf } from '../../core/bundled.ts'
import { refused } from './refused.ts'
import { startTown } from './scene.ts'

/** Three bytes each. 3,386 of them in one text display are what Discord takes, without a mention. */
const khmer = (units: number) => 'ក'.repeat(units)
const AT_THE_LIMIT = [3330, 3375, 3386, 3387, 3400, 4000, 9000]

const joined = (texts: readonly string[]) => texts.join('').replace(/\s/g, '')

/** A bot that answers with so much Khmer, and with a choice that turns the page in place. */
function talking(units: () => number) {
  const guard = (bot: Bot): Bot => ({
    ...bot,
    answer: async (): Promise<Message> => ({
      body: [paragraph(khmer(units()))],
      choices: [[run('Turn', 'article', {}, true), run('Below', 'article')]],
    }),
  })
  return { guard }
}

describe('Khmer at the limit', () => {
  test('goes out as an answer and its follow-ups', async () => {
    let units = 0
    const { lan, general, discord } = await startTown(talking(() => units))
    for (units of AT_THE_LIMIT) {
      const before = general.posts.length
      await lan.runs('/article').answer()
      const isWhole = () => joined(general.posts.slice(before).map(({ text }) => text)).length === units
      await discord.until('all parts', () => isWhole() || undefined)
    }
  })

  test('goes out when a page is turned in place, or below if it is too long for that', async () => {
    let units = 10
    const { lan, general, discord } = await startTown(talking(() => units))
    for (const next of AT_THE_LIMIT) {
      units = 10
      const page = await lan.runs('/article').answer()
      const before = general.posts.length
      units = next
      await page.press('Turn', { by: lan }).answer()
      const texts = () => [
        ...(page.text.length > 10 ? [page.text] : []),
        ...general.posts.slice(before).map(({ text }) => text),
      ]
      await discord.until('all parts', () => joined(texts()).length === next || undefined)
    }
  })

  test.each(['text', 'forum'] as const)(
    'goes out as a post with the mention of a role in a channel of type %s',
    async type => {
      const { server, platform, store, discord } = await startTown()
      const place = addressOf(server.id, server.channel('posts', { type }).id)
      const { id: role } = server.role('readers')
      await changePostOptions({ place, wish: { role }, now: Temporal.Now.instant() }, store)
      for (const units of AT_THE_LIMIT) {
        const post = { body: [heading(1, `Day ${units}`), paragraph(khmer(units))] }
        expect(await platform.send(place, post, `key-${units}`)).toMatchObject({ status: 'sent' })
      }
      expect(discord.denied).toEqual([])
    },
  )
})

test('messages are not cut below the limit', () => {
  const largest = 3386 - Math.ceil((24 + 12) / 3)
  expect(partsOf({ body: [paragraph(khmer(largest))] })).toHaveLength(1)
  expect(partsOf({ body: [paragraph(khmer(3386))] })).toHaveLength(2)
})

test('no text passes the limits, with mentions of commands in it too', () => {
  const ids = new Map([['subscribe', '1'.repeat(20)]])
  const words = fc.constantFrom('ក', 'ខ្មែរ ', 'é', 'x ', '😀', '/subscribe ', ' * ', '\n', 'ថ្ងៃ ')
  const text = fc.array(words, { minLength: 1, maxLength: 2500 }).map(list => list.join(''))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), texts => {
      const message = { body: texts.map(each => paragraph(each)) }
      const parts = partsOf(message, { commandIds: ids })
      expect(parts.flatMap(part => refused(render(part, { commandIds: ids })))).toEqual([])
      expect(joined(parts.map(textOf))).toBe(joined([textOf(message)]))
    }),
    { numRuns: 60 },
  )
})
