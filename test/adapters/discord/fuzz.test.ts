// Checks that no odd input stops the bot, stays unanswered, or makes it send what Discord refuses.

import { expect, test } from 'vitest'
import { type Component, walk } from '../../fakes/discord/limits/message.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { createRandom } from './random-text.ts'
import { startTown, type Town } from './scene.ts'

const { below, pick, text } = createRandom(20270107)

type Try = (town: Town) => Promise<unknown>

const command: Try = ({ admin, discord }) => {
  const { name, options } = pick(discord.commands().filter(({ type }) => type !== 3))
  const texts = (options ?? []).filter(({ type, choices }) => type === 3 && !choices)
  const values = Object.fromEntries(
    texts.filter(() => below(2) === 0).map(option => [option.name, text() || 'x']),
  )
  return admin.runs(`/${name}`, values).answer()
}

const typing: Try = ({ admin, discord }) => {
  const all = discord
    .commands()
    .flatMap(({ name, options }) =>
      (options ?? []).filter(({ autocomplete }) => autocomplete).map(option => [name, option.name] as const),
    )
  const [name, option] = pick(all)
  return admin.types(`/${name}`, { option, text: text() }).choices()
}

/** An id like those of our buttons but broken, or any text. */
const id = () => {
  const marked = `${pick(['+', '=', '?', '!', '#', '', 'x'])}${pick(['', '#'])}${pick(['search', 'settings', 'why', 'toString', '__proto__'])}`
  const own = [marked, pick(['words', 'anniversary', 'page', 'time', '__proto__', text(20)]), text(60)]
  return (pick([own.join('\n'), text(100), own.join('\\n')]) || 'x').slice(0, 100)
}

const press: Try = async ({ lan }) => {
  const message = forged(await lan.runs('/upcoming').answer(), id())
  const run = message.press('forged', { by: lan })
  return Promise.race([run.answer(), run.modal()])
}

function forged(message: Posted, custom: string): Posted {
  const [button] = walk(message.body.components, [])
    .map(([each]) => each)
    .filter(({ type }) => type === 2) as [Component]
  Object.assign(button, { custom_id: custom, label: 'forged' })
  return message
}

const form: Try = async ({ lan }) => {
  const modal = await (await lan.runs('/search').answer()).press('Write words', { by: lan }).modal()
  const [field] = modal.components
  const isForged = below(2) === 0
  if (isForged && field?.component) field.component.custom_id = 'other'
  Object.assign(modal, { custom_id: pick([id(), modal.custom_id]) })
  const values = { [isForged ? 'other' : 'words']: text(100) || 'x' }
  return lan.submits(modal, values).answer()
}

const menu: Try = ({ lan }) => lan.applies('Search the archive', lan.says(text(2000))).answer()

test('five hundred odd inputs are all answered', { timeout: 60_000 }, async () => {
  const town = await startTown()
  for (let nth = 0; nth < 500; nth++) await pick([command, typing, press, form, menu])(town)
  expect((await town.lan.runs('/help').answer()).text).toContain('Commands')
  const { log, discord } = town
  expect(log.filter(line => line.startsWith('error'))).toEqual([])
  expect([...discord.refused, ...discord.denied, ...discord.pings]).toEqual([])
})
