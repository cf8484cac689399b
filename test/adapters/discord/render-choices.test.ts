// Checks that Discord takes any number of choices: a few as buttons, more as lists, and none that cannot be reached.

import type { APIMessageTopLevelComponent } from 'discord.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, render } from '../../../src/adapters/discord/message/render.ts'
import { ask, askToPick, copy, paragraph, run, share } from '../../../src/core/message/build.ts'
import type { Choice, Message } from '../../../src/core/message/message.ts'
import { type Component, walk } from '../../fakes/discord/limits/message.ts'
import { refused } from './refused.ts'

const article = (at: number, inPlace = false): Choice =>
  run(`Article ${at}`, 'article', { name: `a-${at}` }, inPlace)
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => [article(at)])
const message = (choices: Choice[][]): Message => ({ body: [paragraph('Which one?')], choices })

const rendered = (shown: Message): APIMessageTopLevelComponent[][] => partsOf(shown).map(part => render(part))
const componentsOf = (shown: Message): Component[] =>
  rendered(shown).flatMap(each => walk(each as unknown as Component[], []).map(([component]) => component))
const buttonsOf = (shown: Message) => componentsOf(shown).filter(({ type }) => type === 2)
const listsOf = (shown: Message) => componentsOf(shown).filter(({ type }) => type === 3)

describe('choices below each other', () => {
  it('are buttons if they are five, and a list if they are six', () => {
    expect(buttonsOf(message(rowsOf(5)))).toHaveLength(5)
    expect(listsOf(message(rowsOf(5)))).toEqual([])
    expect(buttonsOf(message(rowsOf(6)))).toEqual([])
    expect(listsOf(message(rowsOf(6)))).toMatchObject([
      { placeholder: 'Article 0 – Article 5', options: { length: 6 } },
    ])
  })

  it.each([
    [25, [25]],
    [26, [25, 1]],
    [100, [25, 25, 25, 25]],
    [300, Array.from({ length: 12 }, () => 25)],
  ])('are lists of at most 25 entries if they are %i', (count, sizes) => {
    const shown = message(rowsOf(count))
    expect(listsOf(shown).map(({ options }) => options?.length)).toEqual(sizes)
    expect(rendered(shown).flatMap(refused)).toEqual([])
    const values = listsOf(shown).flatMap(({ options = [] }) => options.map(({ value }) => value))
    expect(new Set(values).size).toBe(count)
  })

  it('of another kind are not in the list', () => {
    const shown = message([
      ...rowsOf(6),
      [run('Back', 'settings')],
      [run('Next page', 'article', { entry: '11' })],
    ])
    expect(listsOf(shown)).toMatchObject([{ options: { length: 6 } }])
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Back', 'Next page'])
  })

  it('show what a list entry means in the entry, and what a button means in the text', () => {
    const about = (at: number): Choice => ({
      ...run(`Paper ${at}`, 'article', { name: `${at}` }),
      about: `The title ${at}`,
    })
    const of = (count: number) => message(Array.from({ length: count }, (_, at) => [about(at)]))
    const textOf = (shown: Message) =>
      componentsOf(shown)
        .map(({ content = '' }) => content)
        .join()
    expect(textOf(of(3))).toContain('The title 2')
    expect(textOf(of(9))).not.toContain('The title')
    expect(listsOf(of(9))[0]?.options?.[8]).toMatchObject({ label: 'Paper 8', description: 'The title 8' })
  })
})

describe('choices beside each other', () => {
  const hours = Array.from({ length: 24 }, (_, hour) =>
    run(`${hour}:00`, 'settings', { time: `${hour}:00` }, true),
  )
  const inRows = (width: number) =>
    Array.from({ length: Math.ceil(hours.length / width) }, (_, row) =>
      hours.slice(row * width, (row + 1) * width),
    )

  it('stay buttons if there is room', () => {
    const shown = message([...inRows(4), [ask('Another hour', 'settings', 'time'), run('Back', 'settings')]])
    expect(buttonsOf(shown)).toHaveLength(26)
    expect(rendered(shown).flatMap(refused)).toEqual([])
  })

  it('become a list if there is none', () => {
    const shown = message([...inRows(2), [ask('Another hour', 'settings', 'time'), run('Back', 'settings')]])
    expect(listsOf(shown)).toMatchObject([{ options: { length: 24 } }])
    expect(buttonsOf(shown)).toHaveLength(2)
    expect(rendered(shown).flatMap(refused)).toEqual([])
  })
})

describe('a choice of a role or a place', () => {
  it('is a list that Discord fills', () => {
    const shown = message([
      [askToPick('role', 'Mention a role', { command: 'settings', args: {}, option: 'role' })],
      [askToPick('place', 'Another channel', { command: 'settings', args: {}, option: 'at' })],
    ])
    expect(componentsOf(shown).filter(({ type }) => type === 6)).toMatchObject([
      { placeholder: 'Mention a role', custom_id: '?settings\nrole' },
    ])
    expect(componentsOf(shown).filter(({ type }) => type === 8)).toMatchObject([
      { placeholder: 'Another channel', channel_types: [0, 5, 11, 12, 10, 15] },
    ])
    expect(rendered(shown).flatMap(refused)).toEqual([])
  })
})

const label = fc.oneof(
  fc.string({ maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom('', ' ', 'ខ្មែរ'.repeat(30), '👨‍👩‍👧‍👦'.repeat(20), '\ud83d'),
)
const args = fc.dictionary(fc.constantFrom('name', 'entry', 'at'), fc.string({ maxLength: 150 }), {
  maxKeys: 2,
})
const command = fc.constantFrom('article', 'settings')
const choice: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(label, command, args, fc.boolean()).map(each => run(...each)) },
  fc.tuple(label, label, args).map(([short, about, rest]) => ({ ...run(short, 'article', rest), about })),
  fc.tuple(label, command, fc.constant('time'), args).map(each => ask(...each)),
  fc
    .tuple(fc.constantFrom('role' as const, 'place' as const), label, args)
    .map(([picks, words, rest]) =>
      askToPick(picks, words, { command: 'settings', args: rest, option: picks }),
    ),
  fc
    .tuple(
      label,
      fc.constantFrom('https://example.org/', `https://example.org/${'a'.repeat(600)}`, 'x', 'https://a b'),
    )
    .map(([words, url]) => ({ type: 'open', label: words, url }) as const),
  label.map(words => share(words, 'x')),
  label.map(words => copy(words, 'x')),
)
const choices = fc.oneof(
  fc.array(fc.array(choice, { maxLength: 8 }), { maxLength: 60 }),
  fc.integer({ min: 0, max: 700 }).map(rowsOf),
)

describe('any choices', () => {
  it('fit, beside any text', () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 9000 }), (rows, units) => {
        const shown = { body: [paragraph('ក'.repeat(units))], choices: rows }
        expect(rendered(shown).flatMap(refused)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('are counted if they do not all fit', () => {
    const shown = message(rowsOf(500))
    const entries = listsOf(shown).reduce((sum, { options = [] }) => sum + options.length, 0)
    expect(componentsOf(shown).some(({ content }) => content === `-# … +${500 - entries}`)).toBe(true)
    expect(entries).toBe(425)
  })

  it('are cut at whole characters', () => {
    const family = '👨‍👩‍👧‍👦'
    const long = family.repeat(20)
    const [button] = buttonsOf(message([[run(long, 'article')]]))
    expect(button?.label?.replaceAll(family, '')).toBe('…')
    const rows = rowsOf(6).map(([each]) => [{ ...each, label: long, about: long } as Choice])
    const [list] = listsOf(message(rows))
    const [entry] = (list?.options ?? []) as { label: string; description?: string }[]
    for (const cut of [entry?.label, entry?.description]) expect(cut?.replaceAll(family, '')).toBe('…')
    expect(list?.placeholder?.replaceAll(family, '')).toBe('… – …')
  })
})
