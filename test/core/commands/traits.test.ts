// Checks what platforms learn about commands from their traits, and that they know no command by name.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { carriedKeys } from '../../../src/core/bot/carried.ts'
import { command, integer, text } from '../../../src/core/commands/command.ts'
import { commands } from '../../../src/core/commands/list.ts'
import {
  callToShow,
  changesSomething,
  greetingOf,
  plainWordsCall,
  startsPosts,
} from '../../../src/core/commands/traits.ts'

const call = (name: string, args: Record<string, string> = {}) => ({ command: name, args })

describe('the traits of the commands', () => {
  it('name one that greets and one that takes plain words', () => {
    expect(commands.filter(({ isGreeting }) => isGreeting)).toHaveLength(1)
    expect(commands.filter(({ plainWords }) => plainWords)).toHaveLength(1)
    expect(greetingOf(commands)).toEqual(call('start'))
    expect(plainWordsCall('Pol Pot', commands)).toEqual(call('search', { words: 'Pol Pot' }))
  })

  it('give each linked option its own letter, which may never change', () => {
    const links = commands.flatMap(({ name, link }) =>
      link ? [`${link.prefix} ${name} ${link.option}`] : [],
    )
    expect(links.sort()).toEqual(['a summary article', 's search words'])
  })

  it('do not take the names that a call carries beside its options', () => {
    const names = commands.flatMap(({ options }) => Object.keys(options))
    expect(names.filter(name => carriedKeys.includes(name))).toEqual([])
  })

  it('tell which calls start posts', () => {
    expect(startsPosts(call('subscribe'), commands)).toBe(true)
    expect(startsPosts(call('settings', { posts: 'on' }), commands)).toBe(true)
    for (const other of [call('settings'), call('settings', { posts: 'off' }), call('preview'), call('none')])
      expect(startsPosts(other, commands), JSON.stringify(other)).toBe(false)
  })

  it('tell which calls change something', () => {
    const changing = [
      call('subscribe'),
      call('forget'),
      call('settings', { anniversary: 'x', zone: 'UTC' }),
      call('settings', { ask: 'zone' }),
      call('language', { language: 'en' }),
      call('why', { resend: 'id' }),
    ]
    const reading = [
      call('settings', { anniversary: 'x' }),
      call('language'),
      call('why'),
      call('search', { words: 'x', page: '2' }),
      call('none', { zone: 'UTC' }),
      call('why', { constructor: 'x' }),
    ]
    for (const each of changing) expect(changesSomething(each, commands), JSON.stringify(each)).toBe(true)
    for (const each of reading) expect(changesSomething(each, commands), JSON.stringify(each)).toBe(false)
  })
})

describe('the call that shows others what a call led to', () => {
  it.each([
    [
      call('settings', { anniversary: 'x', zone: 'UTC', at: '2' }),
      call('settings', { anniversary: 'x', at: '2' }),
    ],
    [call('search', { words: 'x', page: '2' }), call('search', { words: 'x', page: '2' })],
    [call('language', { language: 'en' }), call('language')],
    [call('settings', { ask: 'zone' }), undefined],
    [call('settings', { view: 'all' }), undefined],
    [call('subscribe', { anniversary: 'x' }), undefined],
  ])('of %j is %j', (made, shown) => {
    expect(callToShow(made, commands)).toEqual(shown)
  })
})

describe('a platform', () => {
  it('knows no command by name', () => {
    // A choice that asks has the name of a command by chance.
    const names = commands.map(({ name }) => name).filter(name => name !== 'ask')
    const quoted = new RegExp(`(?<!type: )'(?:${names.join('|')})'`)
    const files = globSync('src/adapters/{console,discord,telegram}/**/*.ts')
    expect(files.length).toBeGreaterThan(30)
    for (const file of files) {
      const lines = readFileSync(file, 'utf8').split('\n')
      expect(
        lines.filter(line => quoted.test(line)),
        file,
      ).toEqual([])
    }
  })
})

describe('a command', () => {
  // `tsc`, which is part of the tests, fails if an expected error does not occur.
  it('has exactly the options that the English phrases describe, or does not compile', () => {
    const run = () => ({ body: [] })
    const described = { name: text(), page: integer() }
    expect(command({ name: 'article', options: described, run }).options).toEqual(described)
    // @ts-expect-error No such command is described.
    command({ name: 'none', options: {}, run })
    // @ts-expect-error An option `page` is described too.
    command({ name: 'article', options: { name: text() }, run })
    // @ts-expect-error No option `author` is described.
    command({ name: 'article', options: { ...described, author: text() }, run })
    // @ts-expect-error No options are described.
    command({ name: 'upcoming', options: { date: text() }, run })
    // @ts-expect-error Plain words need an option of the command.
    command({ name: 'article', options: described, plainWords: 'words', run })
  })
})
