// Checks that Discord accepts everything the bundled archive can say: every command, completion, button and post, in every language.

import { expect, test } from 'vitest'
import { languages } from '../../../src/core/languages/language.ts'
import { walk } from '../../fakes/discord/limits/message.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startTown, type Town } from './scene.ts'

/** Every command without options, and with each value that is offered for each option. */
async function everyCall({ admin, discord }: Town): Promise<[string, Record<string, string>][]> {
  const calls: [string, Record<string, string>][] = []
  for (const { name, type, options } of discord.commands()) {
    if (type === 3) continue
    calls.push([`/${name}`, {}])
    for (const option of options ?? []) {
      const offered = option.autocomplete
        ? await admin.types(`/${name}`, { option: option.name, text: '' }).choices()
        : (option.choices ?? [])
      for (const { value } of offered) calls.push([`/${name}`, { [option.name]: String(value) }])
    }
  }
  return calls
}

/** Presses every button and picks every entry of the messages and of the answers to these presses. Opens modals. Returns how many were pressed. */
async function pressAll(messages: Posted[], { admin, general, server }: Town): Promise<number> {
  const pressed = new Set<string>()
  for (const message of messages)
    for (let id = next(message); id; id = next(message)) {
      pressed.add(id)
      const picked = pickedIn(message, id)
      const run = picked
        ? message.selects(id, [picked], { by: admin })
        : entriesOf(message).includes(id)
          ? message.picks(id, { by: admin })
          : message.press(id, { by: admin })
      if (id.startsWith('?') && !picked) await run.modal()
      else messages.push(await run.answer())
    }
  return pressed.size

  /** What to pick in a list of roles or of channels. */
  function pickedIn({ body }: Posted, id: string): { id: string } | undefined {
    const types = walk(body.components, []).flatMap(([each]) => (each.custom_id === id ? each.type : []))
    return types.includes(6) ? { id: server.id } : types.includes(8) ? general : undefined
  }

  function next({ body }: Posted): string | undefined {
    const ids = walk(body.components, []).flatMap(([{ custom_id: id, options }]) =>
      options ? options.map(({ value }) => value) : (id ?? []),
    )
    return ids.find(id => !pressed.has(id))
  }
}

const entriesOf = ({ body }: Posted): string[] =>
  walk(body.components, []).flatMap(([{ options = [] }]) => options.map(({ value }) => value))

test.each(languages)('Discord accepts every answer and post in %s', { timeout: 60_000 }, async language => {
  const town = await startTown()
  const { admin, log, discord, store, dispatcher } = town
  await admin.runs('/language', { language }).answer()
  const messages: Posted[] = []
  const calls = await everyCall(town)
  for (const [line, values] of calls)
    if (line !== '/language') messages.push(await admin.runs(line, values).answer())
  expect(calls.length).toBeGreaterThan(100)
  expect(await pressAll(messages, town)).toBeGreaterThan(100)

  await admin.runs('/language', { language }).answer()
  const offers = await admin.types('/subscribe', { option: 'anniversary', text: '' }).choices()
  for (const { value } of offers)
    await admin.runs('/subscribe', { anniversary: String(value), time: '07:00' }).answer()
  for (const _ of offers) {
    const due = await store.nextWake()
    town.now(new Date(Number(due?.epochMilliseconds) + 30_000).toISOString())
    await dispatcher.pass()
  }
  expect(await store.countDeliveries()).toMatchObject({ sent: offers.length, unknown: 0 })
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
  expect([...discord.refused, ...discord.denied, ...discord.pings]).toEqual([])
})
