// Checks lists on Discord: entries that are picked, picked again, and picked after a restart, and lists of roles and channels.

import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import type { Bot } from '../../../src/core/bot/bot.ts'
import { askToPick, paragraph, run } from '../../../src/core/message/build.ts'
import type { Choice, Invocation, Message } from '../../../src/core/message/message.ts'
import { walk } from '../../fakes/discord/limits/message.ts'
import { startTown } from './scene.ts'

/** A bot that answers every call with these choices, and remembers the calls. */
function answering(choices: Choice[][]) {
  const calls: Invocation[] = []
  const guard = (bot: Bot): Bot => ({
    ...bot,
    async answer(call): Promise<Message> {
      calls.push(call)
      const said = [call.command, ...Object.entries(call.args).flat()].join(' ')
      return { body: [paragraph(`called ${said}`)], choices: calls.length === 1 ? choices : [] }
    },
  })
  return { guard, calls }
}

const entriesOf = (make: (at: number) => Choice): Choice[][] =>
  Array.from({ length: 8 }, (_, at) => [make(at)])

describe('a picked entry', () => {
  test('is answered below, as often as it is picked', async () => {
    const { guard } = answering(entriesOf(at => run(`Entry ${at}`, 'article', { name: `${at}` })))
    const { lan, general } = await startTown({ guard })
    const question = await lan.runs('/article').answer()
    for (let times = 1; times <= 2; times++) {
      const answer = await question.picks('Entry 0', { by: lan }).answer()
      expect(answer).not.toBe(question)
      expect(answer.text).toBe('called article name 0')
      expect(general.posts).toHaveLength(1 + times)
    }
    expect(question.text).toBe('called article')
  })

  test('is answered privately under a private question', async () => {
    const { guard } = answering(entriesOf(at => run(`Entry ${at}`, 'subscribe', { anniversary: `${at}` })))
    const { admin } = await startTown({ guard })
    const question = await admin.runs('/subscribe').answer()
    expect(question.onlyFor).toBe(admin.user)
    const answer = await question.picks('Entry 0', { by: admin }).answer()
    expect(answer.onlyFor).toBe(admin.user)
  })

  test('is answered in place if its choice says so', async () => {
    const { guard } = answering(entriesOf(at => run(`Entry ${at}`, 'article', { name: `${at}` }, true)))
    const { lan } = await startTown({ guard })
    const question = await lan.runs('/article').answer()
    const answer = await question.picks('Entry 7', { by: lan }).answer()
    expect(answer).toBe(question)
    expect(answer.text).toBe('called article name 7')
  })

  test('is answered after a restart, even if its call is long', async () => {
    const store = createStore(openSqlite(':memory:'))
    const name = (at: number) => `${'x'.repeat(150)} ${at}`
    const { guard } = answering(entriesOf(at => run(`Entry ${at}`, 'article', { name: name(at) })))
    const { discord, lan, stop } = await startTown({ guard, store })
    const question = await lan.runs('/article').answer()
    await stop()
    const later = answering([])
    await startTown({ guard: later.guard, discord, store })
    await question.picks('Entry 3', { by: lan }).answer()
    expect(later.calls).toEqual([{ command: 'article', args: { name: name(3) } }])
  })

  test('that no version of ours knows is answered privately', async () => {
    const { guard, calls } = answering(entriesOf(at => run(`Entry ${at}`, 'article', { name: `${at}` })))
    const { lan, log } = await startTown({ guard })
    const question = await lan.runs('/article').answer()
    for (const [list] of walk(question.body.components, []))
      for (const option of list.options ?? []) option.value = `forged ${option.value}`
    const answer = await question.picks('Entry 0', { by: lan }).answer()
    expect(answer.text).toContain('too old')
    expect(calls).toHaveLength(1)
    expect(answer.onlyFor).toBe(lan.user)
    expect(log.filter(line => line.startsWith('error'))).toEqual([])
  })
})

describe('a list of roles or channels', () => {
  const pick = (picks: 'role' | 'place', command: string, option: string) =>
    askToPick(picks, 'Pick one', { command, args: { anniversary: 'january-7' }, option })

  test('gives the id of the role that was picked, and is answered in place where only one person reads', async () => {
    const { guard, calls } = answering([[pick('role', 'settings', 'role')]])
    const { admin, server } = await startTown({ guard })
    const role = server.role('readers')
    const settings = await admin.runs('/settings').answer()
    const answer = await settings.selects('Pick one', [role], { by: admin }).answer()
    expect(answer).toBe(settings)
    expect(calls[1]).toEqual({ command: 'settings', args: { anniversary: 'january-7', role: role.id } })
  })

  test('gives the id of the channel that was picked', async () => {
    const { guard, calls } = answering([[pick('place', 'settings', 'at')]])
    const { admin, server } = await startTown({ guard })
    const forum = server.channel('forum', { type: 'forum' })
    const settings = await admin.runs('/settings').answer()
    const voice = server.channel('group', { type: 'category' })
    expect(() => settings.selects('Pick one', [voice.channel], { by: admin })).toThrow('does not list')
    await settings.selects('Pick one', [forum.channel], { by: admin }).answer()
    expect(calls[1]).toEqual({ command: 'settings', args: { anniversary: 'january-7', at: forum.id } })
  })

  test('is answered below where everybody reads, and can be used again', async () => {
    const { guard, calls } = answering([[pick('role', 'article', 'name')]])
    const { admin, server } = await startTown({ guard })
    const role = server.role('readers')
    const shown = await admin.runs('/article').answer()
    for (let times = 1; times <= 2; times++) {
      const answer = await shown.selects('Pick one', [role], { by: admin }).answer()
      expect(answer).not.toBe(shown)
    }
    expect(calls).toHaveLength(3)
  })
})

test('commands in answers are mentions that run them', async () => {
  const { lan, discord } = await startTown()
  const idOf = (name: string) => discord.commands().find(each => each.name === name)?.id
  expect((await lan.runs('/search', { words: 'xyzzy' }).answer()).text).not.toContain('</')
  const help = (await lan.runs('/help').answer()).text
  expect(help).toContain(`</search:${idOf('search')}>`)
  expect(help).not.toMatch(/(?<![<\w])\/(?:search|article|subscribe)\b/)
})
