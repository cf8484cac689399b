// Proves how each block of a message looks in a terminal, with marks and without.
import { describe, expect, test } from 'vitest'
import { render } from '../../../src/adapters/console/render.ts'
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

const plain = (body: Block[], width = 80) => render({ body }, { width, ansi: false }).split('\n')
const marked = (body: Block[], width = 80) => render({ body }, { width, ansi: true }).split('\n')
const offered = (choices: Choice[][], width = 80) =>
  render({ body: [], choices }, { width, ansi: false }).split('\n').slice(1)
const open = (label: string, url: string): Choice => ({ type: 'open', label, url })

describe('blocks', () => {
  test.each<[string, Block, plain: string, marked: string]>([
    ['a first heading', heading(1, 'Title'), 'Title', '\u001b[1;4mTitle\u001b[0m'],
    ['a second heading', heading(2, 'Title'), 'Title', '\u001b[1mTitle\u001b[0m'],
    ['a third heading', heading(3, 'Title'), 'Title', '\u001b[1mTitle\u001b[0m'],
    ['a paragraph', paragraph('Words.'), 'Words.', 'Words.'],
    ['an attribution', attribution('AKP'), '— AKP', '\u001b[2m— AKP\u001b[0m'],
    ['a quote', quote(paragraph('Words.')), '│ Words.', '│ Words.'],
    ['bold', paragraph(strong('bold')), '*bold*', '\u001b[1mbold\u001b[0m'],
    ['emphasis', paragraph(emphasis('soft')), 'soft', '\u001b[3msoft\u001b[0m'],
  ])('%s', (_, block, ...shown) => {
    expect([plain([block]).join('\n'), marked([block]).join('\n')]).toEqual(shown)
  })

  test('a thematic break is a line, no wider than the screen', () => {
    expect(plain([{ type: 'thematicBreak' }])).toEqual(['─'.repeat(40)])
    expect(plain([{ type: 'thematicBreak' }], 25)).toEqual(['─'.repeat(25)])
  })

  test('blocks stand apart by an empty line', () => {
    expect(plain([heading(1, 'Title'), paragraph('One.'), paragraph('Two.')])).toEqual([
      ...['Title', '', 'One.', '', 'Two.'],
    ])
  })

  test('an attribution stands right below what it attributes, wherever that is', () => {
    const said = [paragraph('Said.'), attribution('AKP')]
    expect(plain(said)).toEqual(['Said.', '— AKP'])
    expect(plain([quote(...said)])).toEqual(['│ Said.', '│ — AKP'])
    expect(plain([bullets([said])])).toEqual(['• Said.', '  — AKP'])
    expect(plain([quote(paragraph('Said.')), attribution('AKP')])).toEqual(['│ Said.', '— AKP'])
  })
})

describe('lists', () => {
  test('are told apart by bullets or counted from their start', () => {
    expect(plain([bullets(['one', 'two'])])).toEqual(['• one', '• two'])
    expect(plain([numbered(['one', 'two'], 9)])).toEqual(['9. one', '10. two'])
  })

  test('within lists stand further in', () => {
    expect(plain([bullets([[paragraph('one'), numbered(['a', [paragraph('b'), bullets(['x'])]])]])])).toEqual(
      [...['• one', '  1. a', '  2. b', '     • x']],
    )
  })

  test('hold quotes, and quotes hold lists and quotes', () => {
    expect(plain([bullets([[quote(paragraph('said'))]])])).toEqual(['• │ said'])
    expect(plain([quote(paragraph('a'), quote(bullets(['b'])))])).toEqual(['│ a', '│ ', '│ │ • b'])
  })
})

describe('wrapping', () => {
  test.each<[string, Block, string[]]>([
    ['a paragraph', paragraph('aaaa bbbb cccc dddd eeee'), ['aaaa bbbb cccc dddd', 'eeee']],
    ['a quote', quote(paragraph('aaaa bbbb cccc dddd')), ['│ aaaa bbbb cccc', '│ dddd']],
    ['a list item', bullets(['aaaa bbbb cccc dddd']), ['• aaaa bbbb cccc', '  dddd']],
    ['an attribution', attribution('aaaa bbbb cccc dddd'), ['— aaaa bbbb cccc', '  dddd']],
  ])('%s goes on below its own beginning', (_, block, lines) => {
    expect(plain([block], 19)).toEqual(lines)
  })

  test('Khmer is cut between words, which no spaces show', () => {
    expect(plain([paragraph('ការដួលរលំនៃរបបខ្មែរក្រហមនៅភ្នំពេញ')], 20)).toEqual([
      ...['ការដួលរលំនៃរបបខ្មែរក្រហម', 'នៅភ្នំពេញ'],
    ])
  })

  test('Chinese is cut where a line is full', () => {
    expect(plain([paragraph('柬埔寨首都金边的历史博物馆')], 20).length).toBe(2)
  })

  test('a word too long for a line has one to itself', () => {
    const long = 'x'.repeat(30)
    expect(plain([paragraph(`see ${long} there`)], 20)).toEqual(['see', long, 'there'])
  })

  test('a break ends the line', () => {
    expect(plain([paragraph(['one', { type: 'break' }, 'two'])])).toEqual(['one', 'two'])
  })

  test('a mark that goes over the end of a line ends there and begins anew', () => {
    expect(marked([paragraph(strong('aaaa bbbb cccc dddd eeee'))], 20)).toEqual([
      '\u001b[1maaaa bbbb cccc dddd\u001b[0m',
      '\u001b[1meeee\u001b[0m',
    ])
  })

  test('a mark within a mark does not end the outer one', () => {
    expect(marked([heading(2, ['a ', emphasis('b'), ' c'])])).toEqual([
      '\u001b[1ma \u001b[3mb\u001b[0m\u001b[1m c\u001b[0m',
    ])
  })
})

test.each<[string, Block, string]>([
  ['after its words', paragraph(['See ', link('https://a.org/', 'here'), '.']), 'See here (https://a.org/).'],
  ['once, where the words are the address', paragraph(link('https://a.org/')), 'https://a.org/'],
  ['within other marks', paragraph(emphasis(link('https://a.org/', 'here'))), 'here (https://a.org/)'],
])('a link is spelt out %s', (_, block, line) => {
  expect(plain([block])).toEqual([line])
})

describe('choices', () => {
  test('are numbered in order where they can be picked by number', () => {
    const choices = [[run('One', 'a'), open('Page', 'https://a.org/')], [run('Two', 'b')]]
    expect(offered(choices)).toEqual(['[1] One', 'Page: https://a.org/', '[2] Two'])
  })

  test('wrap below their label', () => {
    expect(offered([[run('aaaa bbbb cccc dddd', 'a')]], 20)).toEqual(['[1] aaaa bbbb cccc', '    dddd'])
  })

  test('none leave no empty line behind', () => {
    expect(render({ body: [paragraph('x')], choices: [] }, { width: 80, ansi: false })).toBe('x')
  })
})

describe('control characters', () => {
  test('are taken out of text, addresses and labels', () => {
    const odd = 'a\u001b[2J\u0007b\u009b'
    expect(plain([paragraph([odd, link(`https://a.org/\u001b`, 'x')])])).toEqual(['a[2Jbx (https://a.org/)'])
    expect(offered([[run(odd, 'a'), open(odd, 'u\u0008')]])).toEqual(['[1] a[2Jb', 'a[2Jb: u'])
  })

  test('a tab is a space', () => {
    expect(plain([paragraph('a\tb')])).toEqual(['a b'])
  })
})
