// Checks how each block of a message looks in a terminal, with ANSI styles and without.

import { describe, expect, test } from 'vitest'
import { renderTerminal } from '../../../src/adapters/console/render.ts'
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
import type { Block, Choice } from '../../../src/core/message/message.ts'

const unstyled = (body: Block[], width = 80) => renderTerminal({ body }, { width, ansi: false }).split('\n')
const ansi = (body: Block[], width = 80) => renderTerminal({ body }, { width, ansi: true }).split('\n')
const choiceLines = (choices: Choice[][], width = 80) =>
  renderTerminal({ body: [], choices }, { width, ansi: false }).split('\n').slice(1)
const open = (label: string, url: string): Choice => ({ type: 'open', label, url })

describe('blocks', () => {
  test.each<[string, Block, unstyled: string, ansi: string]>([
    ['a first heading', heading(1, 'Title'), 'Title', '\u001b[1;4mTitle\u001b[0m'],
    ['a second heading', heading(2, 'Title'), 'Title', '\u001b[1mTitle\u001b[0m'],
    ['a third heading', heading(3, 'Title'), 'Title', '\u001b[1mTitle\u001b[0m'],
    ['a paragraph', paragraph('Words.'), 'Words.', 'Words.'],
    ['an attribution', attribution('AKP'), '— AKP', '\u001b[2m— AKP\u001b[0m'],
    ['a quote', quote(paragraph('Words.')), '│ Words.', '│ Words.'],
    ['bold', paragraph(strong('bold')), '*bold*', '\u001b[1mbold\u001b[0m'],
    ['emphasis', paragraph(emphasis('soft')), 'soft', '\u001b[3msoft\u001b[0m'],
  ])('%s', (_, block, ...expected) => {
    expect([unstyled([block]).join('\n'), ansi([block]).join('\n')]).toEqual(expected)
  })

  test('a thematic break is a line, no wider than the screen', () => {
    expect(unstyled([{ type: 'thematicBreak' }])).toEqual(['─'.repeat(40)])
    expect(unstyled([{ type: 'thematicBreak' }], 25)).toEqual(['─'.repeat(25)])
  })

  test('an empty line separates blocks', () => {
    expect(unstyled([heading(1, 'Title'), paragraph('One.'), paragraph('Two.')])).toEqual([
      ...['Title', '', 'One.', '', 'Two.'],
    ])
  })

  test('an attribution comes right below what it attributes, at any depth', () => {
    const said = [paragraph('Said.'), attribution('AKP')]
    expect(unstyled(said)).toEqual(['Said.', '— AKP'])
    expect(unstyled([quote(...said)])).toEqual(['│ Said.', '│ — AKP'])
    expect(unstyled([bullets([said])])).toEqual(['• Said.', '  — AKP'])
    expect(unstyled([quote(paragraph('Said.')), attribution('AKP')])).toEqual(['│ Said.', '— AKP'])
  })
})

describe('lists', () => {
  test('have bullets, or numbers from their start', () => {
    expect(unstyled([bullets(['one', 'two'])])).toEqual(['• one', '• two'])
    expect(unstyled([numbered(['one', 'two'], 9)])).toEqual(['9. one', '10. two'])
  })

  test('within lists are indented further', () => {
    expect(
      unstyled([bullets([[paragraph('one'), numbered(['a', [paragraph('b'), bullets(['x'])]])]])]),
    ).toEqual([...['• one', '  1. a', '  2. b', '     • x']])
  })

  test('hold quotes, and quotes hold lists and quotes', () => {
    expect(unstyled([bullets([[quote(paragraph('said'))]])])).toEqual(['• │ said'])
    expect(unstyled([quote(paragraph('a'), quote(bullets(['b'])))])).toEqual(['│ a', '│ ', '│ │ • b'])
  })
})

describe('wrapping', () => {
  test.each<[string, Block, string[]]>([
    ['a paragraph', paragraph('aaaa bbbb cccc dddd eeee'), ['aaaa bbbb cccc dddd', 'eeee']],
    ['a quote', quote(paragraph('aaaa bbbb cccc dddd')), ['│ aaaa bbbb cccc', '│ dddd']],
    ['a list item', bullets(['aaaa bbbb cccc dddd']), ['• aaaa bbbb cccc', '  dddd']],
    ['an attribution', attribution('aaaa bbbb cccc dddd'), ['— aaaa bbbb cccc', '  dddd']],
  ])('%s continues below its beginning', (_, block, lines) => {
    expect(unstyled([block], 19)).toEqual(lines)
  })

  test('Khmer breaks between words, although it has no spaces', () => {
    expect(unstyled([paragraph('ការដួលរលំនៃរបបខ្មែរក្រហមនៅភ្នំពេញ')], 20)).toEqual([
      ...['ការដួលរលំនៃរបបខ្មែរក្រហម', 'នៅភ្នំពេញ'],
    ])
  })

  test('Chinese breaks where a line is full', () => {
    expect(unstyled([paragraph('柬埔寨首都金边的历史博物馆')], 20).length).toBe(2)
  })

  test('a word too long for a line gets its own line', () => {
    const long = 'x'.repeat(30)
    expect(unstyled([paragraph(`see ${long} there`)], 20)).toEqual(['see', long, 'there'])
  })

  test('a break ends the line', () => {
    expect(unstyled([paragraph(['one', { type: 'break' }, 'two'])])).toEqual(['one', 'two'])
  })

  test('a style that spans two lines ends with the first and starts again on the second', () => {
    expect(ansi([paragraph(strong('aaaa bbbb cccc dddd eeee'))], 20)).toEqual([
      '\u001b[1maaaa bbbb cccc dddd\u001b[0m',
      '\u001b[1meeee\u001b[0m',
    ])
  })

  test('a style within a style does not end the outer one', () => {
    expect(ansi([heading(2, ['a ', emphasis('b'), ' c'])])).toEqual([
      '\u001b[1ma \u001b[3mb\u001b[0m\u001b[1m c\u001b[0m',
    ])
  })
})

test.each<[string, Block, string]>([
  ['after its words', paragraph(['See ', link('https://a.org/', 'here'), '.']), 'See here (https://a.org/).'],
  ['once if the words are the address', paragraph(link('https://a.org/')), 'https://a.org/'],
  ['within other styles', paragraph(emphasis(link('https://a.org/', 'here'))), 'here (https://a.org/)'],
])('a link shows its address %s', (_, block, line) => {
  expect(unstyled([block])).toEqual([line])
})

describe('choices', () => {
  test('are numbered in order if they run a command', () => {
    const choices = [[run('One', 'a'), open('Page', 'https://a.org/')], [run('Two', 'b')]]
    expect(choiceLines(choices)).toEqual(['[1] One', 'Page: https://a.org/', '[2] Two'])
  })

  test('wrap below their label', () => {
    expect(choiceLines([[run('aaaa bbbb cccc dddd', 'a')]], 20)).toEqual(['[1] aaaa bbbb cccc', '    dddd'])
  })

  test('leave no empty line if there are none', () => {
    expect(renderTerminal({ body: [paragraph('x')], choices: [] }, { width: 80, ansi: false })).toBe('x')
  })
})

describe('control characters', () => {
  test('are removed from text, addresses and labels', () => {
    const odd = 'a\u001b[2J\u0007b\u009b'
    expect(unstyled([paragraph([odd, link(`https://a.org/\u001b`, 'x')])])).toEqual([
      'a[2Jbx (https://a.org/)',
    ])
    expect(choiceLines([[run(odd, 'a'), open(odd, 'u\u0008')]])).toEqual(['[1] a[2Jb', 'a[2Jb: u'])
  })

  test('a tab becomes a space', () => {
    expect(unstyled([paragraph('a\tb')])).toEqual(['a b'])
  })
})
