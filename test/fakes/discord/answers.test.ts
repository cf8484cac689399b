// Checks how a real client answers the fake: at once or after a deferral, within three seconds and fifteen minutes.

import { type Interaction, MessageFlags } from 'discord.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { connect, startFake } from './client.ts'
import type { Discord } from './index.ts'
import type { Person } from './people.ts'
import type { Place, Server } from './places.ts'
import { commands, layout, slashHandler } from './sample-bot.ts'

let discord: Discord
let guild: Server
let general: Place
let lan: Person

beforeEach(async () => {
  discord = await startFake()
  guild = discord.guild('Archive', { locale: 'vi' })
  general = guild.channel('general')
  lan = guild.member('Lan', { locale: 'vi' })
})

/** A bot that answers every interaction so, with its commands registered. */
async function bot(handle: (interaction: Interaction) => unknown) {
  const { client, errors } = await connect(discord, handle)
  await client.application.commands.set(commands)
  return { client, errors }
}
describe('an answer', () => {
  it('may be deferred: the edit has the layout, follow-ups come after it', async () => {
    const { errors } = await bot(
      slashHandler(async each => {
        await each.deferReply({ flags: MessageFlags.Ephemeral })
        await each.editReply({ ...layout('found'), flags: MessageFlags.IsComponentsV2 })
        await each.followUp({ content: 'more', flags: MessageFlags.Ephemeral })
        await each.editReply({ ...layout('found again') })
        const fetched = await each.fetchReply()
        expect(fetched.flags.has('IsComponentsV2')).toBe(true)
        await each.deleteReply()
      }),
    )
    const run = lan.runs('/search', { words: 'x' })
    expect(await run.deferral()).toMatchObject({ as: 'message', ephemeral: true })
    const answer = await run.answer()
    expect(answer.onlyFor).toBe(lan.user)
    expect((await run.followUp()).text).toBe('more')
    expect((await run.edit(2)).text).toBe('found again')
    await discord.until('the deletion', () => answer.deleted || undefined)
    expect(general.posts).toEqual([])
    expect([errors, discord.refused]).toEqual([[], []])
  })

  it('that is a follow-up to a deferral replaces it', async () => {
    await bot(
      slashHandler(async each => {
        await each.deferReply({ flags: MessageFlags.Ephemeral })
        await each.followUp('done')
      }),
    )
    const answer = await lan.runs('/search', { words: 'x' }).answer()
    expect([answer.text, answer.onlyFor]).toEqual(['done', lan.user])
  })

  it('that is a follow-up has its own visibility once the deferral is deleted', async () => {
    await bot(
      slashHandler(async each => {
        await each.deferReply()
        await each.deleteReply()
        await each.followUp({ content: 'done', flags: MessageFlags.Ephemeral })
      }),
    )
    const run = lan.runs('/search', { words: 'x' })
    const answer = await run.followUp()
    expect([answer.text, answer.onlyFor]).toEqual(['done', lan.user])
    expect(general.posts.filter(({ deleted }) => !deleted)).toEqual([])
  })

  it('is missed until it comes: a callback, and the message that ends a deferral', async () => {
    const parts = Array.from({ length: 3 }, () => Promise.withResolvers<void>())
    const [deferral, end, deletion] = parts.map(({ promise }) => promise)
    await bot(
      slashHandler(async each => {
        const isFirst = each.options.getString('words') === 'first'
        if (isFirst) await deferral
        await each.deferReply()
        await (isFirst ? end : deletion)
        await (isFirst ? each.editReply('done') : each.deleteReply())
      }),
    )
    const run = lan.runs('/search', { words: 'first' })
    expect(discord.unanswered).toEqual([expect.stringMatching(/not acknowledged$/)])
    parts[0]?.resolve()
    await run.deferral()
    expect(discord.unanswered).toEqual([expect.stringMatching(/^command of Lan in general .*: deferred$/)])
    parts[1]?.resolve()
    await discord.answeredAll()
    await lan.runs('/search', { words: 'second' }).deferral()
    expect(discord.unanswered).toHaveLength(1)
    parts[2]?.resolve()
    await discord.answeredAll()
  })

  it('returns the message if the client asks for it', async () => {
    await bot(
      slashHandler(async each => {
        const { resource } = await each.reply({ content: 'x', withResponse: true })
        await each.editReply(`${resource?.message?.id}`)
      }),
    )
    const run = lan.runs('/search', { words: 'x' })
    expect((await run.edit()).text).toBe((await run.answer()).id)
  })

  it('is given once, within three seconds, and edited for fifteen minutes', async () => {
    const { errors } = await bot(
      slashHandler(async each => {
        const words = each.options.getString('words')
        if (words === 'slow') discord.advance(3001)
        await each.reply('x')
        if (words === 'twice') {
          each.replied = false
          await each.reply('y')
        }
        discord.advance(14 * 60_000)
        await each.editReply('14 minutes')
        discord.advance(61_000)
        await each.editReply('15 minutes')
      }),
    )
    expect((await lan.runs('/search', { words: 'slow' }).refusal()).code).toBe(10062)
    expect((await lan.runs('/search', { words: 'twice' }).refusal()).code).toBe(40060)
    const late = lan.runs('/search', { words: 'x' })
    expect(await late.refusal()).toMatchObject({ status: 401, code: 50027 })
    expect((await late.answer()).text).toBe('14 minutes')
    // The client reads the answers a moment after the fake has written them.
    await expect.poll(() => errors.length).toBe(3)
    expect(errors).toMatchObject([{ code: 10062 }, { code: 40060 }, { code: 50027 }])
    expect([discord.refused.length, discord.denied.length]).toEqual([1, 2])
  })

  it('that never comes fails the wait with what came instead', async () => {
    const quick = await startFake({ timeoutMs: 50 })
    const place = quick.guild('Q')
    place.channel('c')
    const { client } = await connect(
      quick,
      slashHandler(each => each.deferReply()),
    )
    await client.application.commands.set(commands)
    const run = place.member('Lan').runs('/search', { words: 'x' })
    await expect(run.answer()).rejects.toThrow(/Waited 50 ms for an answer; so far: .*"deferred"/s)
  })
})
