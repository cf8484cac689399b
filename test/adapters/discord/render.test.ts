// Checks that people see the words of a message, and that what looks like Discord's Markdown in them has no effect.

import { ComponentType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../src/adapters/discord/message/markdown.ts'
import { partsOf, render } from '../../../src/adapters/discord/message/render.ts'
import {
  attribution,
  bullets,
  emphasis,
  heading,
  link,
  numbered,
  paragraph,
  quote,
  run,
  strong,
} from '../../../src/core/message/build.ts'
import type { Block } from '../../../src/core/message/message.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'
import { wordsOf } from './markdown.ts'
import { createRandom, type RandomSource } from './random-text.ts'

const renderedText = (body: Block[]): string =>
  partsOf({ body })
    .flatMap(part => render(part))
    .flatMap(each => (each.type === ComponentType.Container ? each.components : []))
    .map(each => (each.type === ComponentType.TextDisplay ? each.content : ''))
    .join('\n')

/** Without what the renderer adds: spaces, line ends and the dash of an attribution. */
const comparable = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+|(?:^|\n)— /gu, ' ')
    .replace(/[\s—]+/g, ' ')
    .trim()

function block({ pick, text: randomText, below }: RandomSource): Block {
  // The core sends no empty text.
  const text = () => [randomText(80)].find(each => comparable(each) !== '') ?? 'x'
  const some = () => [text(), pick([strong, emphasis])(text()), ' ', text()]
  return pick<() => Block>([
    () => paragraph(text()),
    () => paragraph(some()),
    () => paragraph([text(), ' ', link('https://example.org/a(b)?c=<d>&e=%23', text()), ' ', text()]),
    () => heading(pick([1, 2, 3]), text()),
    () => quote(paragraph(some()), attribution(text())),
    () => bullets(Array.from({ length: 1 + below(3) }, () => text())),
    () => numbered([text(), [paragraph(text()), attribution(text())]], 1 + below(20)),
  ])()
}

test('people see the words of a thousand random messages', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const body = [block(createRandom(seed)), block(createRandom(-seed))]
    expect(comparable(wordsOf(renderedText(body))), `seed ${seed}`).toBe(comparable(textOfBlocks(body)))
  }
})

describe('a link', () => {
  test.each([
    ['https://example.org/a b', '[x](<https://example.org/a%20b>)'],
    ['https://example.org/?q=a%23b', '[x](<https://example.org/?q=a%23b>)'],
    ['https://example.org/<>', '[x](<https://example.org/%3C%3E>)'],
    ['https://vi.example.org/Ngày', '[x](<https://vi.example.org/Ng%C3%A0y>)'],
    // Discord's pattern takes brackets in pairs, and ends the address at any other.
    ['https://example.org/a_(b)', '[x](<https://example.org/a_(b)>)'],
    ['https://example.org/a)b', '[x](<https://example.org/a%29b>)'],
    ['https://example.org/((a))', '[x](<https://example.org/%28%28a%29%29>)'],
    ['https://example.org/?a=*b*', '[x](<https://example.org/?a=%2Ab%2A>)'],
    ['javascript:alert(1)', 'x'],
    ['https://', 'x'],
  ])('to %s is %s', (url, markdown) => {
    expect(renderedText([paragraph(link(url, 'x'))])).toBe(markdown)
  })

  test('whose text is the address is left as the address, because Discord links it by itself', () => {
    const url = 'https://example.org/a_b'
    expect(renderedText([paragraph(link(url))])).toBe(`<${url}>`)
  })
})

describe('an address in running text', () => {
  test.each([
    // Nothing in it is escaped: a backslash would be part of the address.
    ['see https://example.org/a_b~c', 'see <https://example.org/a_b~c>'],
    ['https://example.org/?q=a_b&c=[1]', '<https://example.org/?q=a_b&c=[1]>'],
    ['(https://example.org/a_b).', '(<https://example.org/a_b>).'],
    ['https://example.org/a_(b), c_d', '<https://example.org/a_(b)>, c\\_d'],
    ['<https://example.org/a_b>', '\\<<https://example.org/a_b>\\>'],
    ['https://vi.example.org/Ngày_1', '<https://vi.example.org/Ngày_1>'],
    ['https://a.example/x_y https://b.example/', '<https://a.example/x_y> https://b.example/'],
    // Marks that Discord would see before it sees the address.
    ['https://example.org/a*b*', 'https://example.org/a\\*b\\*'],
    ['https://', 'https://'],
    ['see a_b', 'see a\\_b'],
  ])('%s is written %s', (text, markdown) => {
    expect(renderedText([paragraph(text)])).toBe(markdown)
  })

  test('is not taken for a command', () => {
    const ids = new Map([['help', '1']])
    expect(linesOf(paragraph('https://example.org/?a=/help and /help'), ids)).toEqual([
      'https://example.org/?a=/help and </help:1>',
    ])
  })

  test('in a link is only words', () => {
    const words = 'of https://b.example/x_y'
    expect(renderedText([paragraph(link('https://a.example/', words))])).toBe(
      '[of https://b.example/x\\_y](<https://a.example/>)',
    )
  })
})

test('the description of a picture is cut before a whole character', () => {
  const alt = `${'x'.repeat(1022)}👨‍👩‍👧`
  const [container] = render({ body: [], image: { data: new Uint8Array(), alt } })
  expect(JSON.stringify(container)).toContain(`"${'x'.repeat(1022)}…"`)
})

test('quoted words do not turn the direction of the rest of their line', () => {
  expect(renderedText([paragraph('Nothing found for “\u202eabc\u2067d”.')])).toBe('Nothing found for “abcd”.')
  const choices = [[run('Read: \u202eabc', 'help')]]
  expect(JSON.stringify(render({ body: [paragraph('x')], choices }))).toContain('"Read: abc"')
})
