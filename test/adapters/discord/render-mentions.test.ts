// Checks which commands in a text become mentions that run them.

import { ComponentType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { partsOf, type RenderOptions, render } from '../../../src/adapters/discord/message/render.ts'
import { bullets, heading, link, paragraph, quote, strong } from '../../../src/core/message/build.ts'
import type { Block } from '../../../src/core/message/message.ts'

const commandIds = new Map([
  ['subscribe', '111'],
  ['settings', '222'],
])

const textOf = (body: Block[], options: RenderOptions = { commandIds }): string =>
  partsOf({ body }, options)
    .flatMap(part => render(part, options))
    .flatMap(each => (each.type === ComponentType.Container ? each.components : []))
    .map(each => (each.type === ComponentType.TextDisplay ? each.content : ''))
    .join('\n')

describe('a command with an id', () => {
  test.each([
    ['/subscribe', '</subscribe:111>'],
    ['Write /subscribe.', 'Write </subscribe:111>.'],
    ['/subscribe 07:00 Europe/Paris', '</subscribe:111> 07:00 Europe/Paris'],
    ['“/subscribe”, (/settings)', '“</subscribe:111>”, (</settings:222>)'],
    ['សូមសរសេរ /subscribe ហើយ', 'សូមសរសេរ </subscribe:111> ហើយ'],
    ['a_b /subscribe *c*', 'a\\_b </subscribe:111> \\*c\\*'],
  ])('is a mention in %j', (typed, shown) => {
    expect(textOf([paragraph(typed)])).toBe(shown)
  })

  test.each([
    '/unknown',
    'and/subscribe',
    'https://example.org/subscribe',
    '/subscribe/settings',
    '/subscribed',
    '/subscribe@another',
    '//subscribe',
  ])('is text in %j', typed => {
    expect(textOf([paragraph(typed)])).toBe(typed)
  })

  test('is a mention in headings, lists, quotations and bold text', () => {
    expect(textOf([heading(1, '/settings')])).toBe('# </settings:222>')
    expect(textOf([bullets([[paragraph(strong('/settings'))]])])).toBe('- **</settings:222>**')
    expect(textOf([quote(paragraph('/settings'))])).toBe('> </settings:222>')
  })

  test('is text in a link, which can hold no mention', () => {
    expect(textOf([paragraph(link('https://example.org/', 'see /settings'))])).toBe(
      '[see /settings](<https://example.org/>)',
    )
  })
})

test('without ids every command is text', () => {
  expect(textOf([paragraph('/subscribe')], {})).toBe('/subscribe')
})

test('mentions count as what they are sent as', () => {
  const body = [paragraph('/subscribe '.repeat(300).trim())]
  expect(partsOf({ body })).toHaveLength(1)
  const parts = partsOf({ body }, { commandIds })
  expect(parts).toHaveLength(2)
  expect(textOf(body).match(/<\/subscribe:111>/g)).toHaveLength(300)
})
