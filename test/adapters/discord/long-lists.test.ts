// Checks that Discord takes every list of any length, and that people reach each of its entries.

import { expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import { partsOf } from '../../../src/adapters/discord/message/render.ts'
import type { Run } from '../../fakes/discord/interaction.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { overArchiveOf, readAllLists, SIZES, type View } from '../long-lists.ts'
import { startTown } from './scene.ts'

test.each(SIZES)('%i entries', { timeout: 60_000 }, async count => {
  const over = overArchiveOf(count)
  const { admin, general, server, discord, log, bot: _, ...town } = await startTown({ guard: over.guard })
  const viewOf = async (run: Run): Promise<View> => {
    const sent = () => run.received.flatMap(each => ('message' in each ? [each.message] : []))
    await run.answer()
    await discord.until('all parts', () => sent().length >= partsOf(over.latest).length || undefined)
    const last = sent().at(-1) as Posted
    return {
      text: sent()
        .map(({ text }) => text)
        .join('\n'),
      labels: [...last.buttons, ...last.entries],
      press: label =>
        viewOf(
          last.buttons.includes(label) ? last.press(label, { by: admin }) : last.picks(label, { by: admin }),
        ),
    }
  }
  if (!over.bot) throw new Error('the bot has not started')
  await readAllLists(count, {
    chat: addressOf(server.id, general.id),
    bot: over.bot,
    ask: ({ command, args }) => viewOf(admin.runs(`/${command}`, args)),
  })
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
  expect([...discord.refused, ...discord.denied]).toEqual([])
  await town.stop()
})

test('the time zones of a large country, one for each of its clocks', async () => {
  const { admin, log } = await startTown()
  await admin.runs('/subscribe', { anniversary: 'january-7' }).answer()
  const question = await admin.runs('/settings', { zone: 'United States' }).answer()
  expect(question.entries).toHaveLength(8)
  const answer = await question.picks('America/Denver', { by: admin }).answer()
  expect(answer.text).toContain('America/Denver')
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
})
