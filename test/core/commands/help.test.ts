// Checks that /help shows lines people can type, and that each of them gets an answer.
import { describe, expect, it } from 'vitest'
import { commands } from '../../../src/core/commands/list.ts'
import { languages } from '../../../src/core/languages/language.ts'
import type { Caller } from '../../../src/core/ports.ts'
import { blocksOf, caller, createChat, textOf } from '../bundled.ts'

describe.each(languages)('/help in %s', locale => {
  const who = { ...caller, locale }

  it('shows every command as it is typed, without option names', async () => {
    const chat = await createChat()
    const [list] = blocksOf(await chat.say('/help', who), 'list')
    const lines = list?.children.map(item => textOf({ body: item.children })) ?? []
    expect(lines.map(line => /^\/(\w+)/.exec(line)?.[1])).toEqual(commands.map(({ name }) => name))
    for (const line of lines) expect(line).not.toMatch(/[[\]]/)
  })

  it('describes one command with its options, except hidden ones, and its example', async () => {
    const chat = await createChat()
    const whole = textOf(await chat.say('/help', who))
    for (const { name, options } of commands) {
      const explained = textOf(await chat.say(`/help ${name}`, who))
      for (const typed of [`/${name}`, name.toUpperCase(), `/${name}@bot`])
        expect(textOf(await chat.say(`/help ${typed}`, who))).toBe(explained)
      for (const line of whole.split('\n').filter(each => each.includes(`/${name} `)))
        for (const part of line.replace('• ', '').split(' – ')) expect(explained).toContain(part)
      const [list] = blocksOf(await chat.say(`/help ${name}`, who), 'list')
      const lines = list?.children.map(item => textOf({ body: item.children }).split(' – ')) ?? []
      const visible = Object.entries(options).filter(
        ([, { isHidden, type }]) => !isHidden && type !== 'role' && type !== 'publish',
      )
      expect(lines.map(([option]) => option)).toEqual(visible.map(([option]) => option))
      for (const [, words] of lines) expect(words).toMatch(/\p{L}{2}/u)
    }
  })

  it('describes a role to mention only where there are roles', async () => {
    const chat = await createChat()
    const places = { here: async () => undefined, find: async () => undefined }
    const findRole = async () => undefined
    const optionsFor = async (places: Caller['places']) =>
      textOf(await chat.say('/help subscribe', { ...who, ...(places && { places }) }))
    expect(await optionsFor(undefined)).not.toContain('role')
    expect(await optionsFor(places)).not.toContain('role')
    expect(await optionsFor({ ...places, findRole })).toMatch(/role.*\n.*publish/)
  })

  it('writes examples with option names where these are typed', async () => {
    const chat = await createChat()
    const [list] = blocksOf(await chat.say('/help', { ...who, namesOptions: true }), 'list')
    const typed = list?.children.map(item => textOf({ body: item.children }).split(' – ')[0] ?? '') ?? []
    for (const line of typed) expect(line).toMatch(/^\/\w+( \w+:.+)?$/)
    expect(typed).toContain('/subscribe time:07:00 zone:Asia/Phnom_Penh')
  })

  it('describes the place where it is an option', async () => {
    const chat = await createChat()
    const places = { here: async () => undefined, find: async () => undefined }
    const inPlaces = { ...who, namesOptions: true as const, places }
    for (const { name, hasPlace } of commands) {
      const explained = textOf(await chat.say(`/help ${name}`, inPlaces))
      expect(/channel – \p{L}/u.test(explained), name).toBe(hasPlace === true)
    }
    expect(textOf(await chat.say('/help why', { ...who, places }))).not.toContain('channel –')
  })

  it('says that a name is not a command, and lists all commands', async () => {
    const chat = await createChat()
    const [unknown, ...rest] = (await chat.say('/help serch', who)).body
    expect(textOf({ body: unknown ? [unknown] : [] })).toContain('/serch')
    expect(rest).toEqual((await chat.say('/help', who)).body)
  })

  it('has examples that are understood', async () => {
    const chat = await createChat()
    const [list] = blocksOf(await chat.say('/help', who), 'list')
    const typed = list?.children.map(item => textOf({ body: item.children }).split(' – ')[0] ?? '') ?? []
    const examples = typed.filter(line => line.includes(' '))
    expect(examples.length).toBeGreaterThan(7)
    for (const line of examples) {
      const answer = textOf(await chat.say(line, who))
      const [name = ''] = line.split(' ')
      expect(answer, line).not.toBe(textOf(await chat.say(name, who)))
      // Words that are not understood are quoted back; /search quotes those it found results for.
      if (name !== '/search')
        expect(answer, line).not.toMatch(new RegExp(`[“«]${line.slice(name.length + 1)}[”»]`))
    }
  })
})
