// Checks that any message fits the screen, keeps its words, and has no control characters.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderTerminal } from '../../../src/adapters/console/render.ts'
import { widthOf } from '../../../src/adapters/console/width.ts'
import type { Block, Inline, Message } from '../../../src/core/message/message.ts'
import { wordCuts } from '../../../src/core/text/cuts.ts'
import { message } from './trees.ts'

const width = fc.integer({ min: 20, max: 120 })
const controls = /[\p{Cc}--\n]/v
const ESCAPE = '\u001b'
const marks = new RegExp(`${ESCAPE}\\[[0-9;]+m`, 'g')
/** Indents, bullets, numbers, bars and dashes before the words of a line. */
const lead = /^(?:│ |• |— |\d+\. |\[\d+\] | )*/

describe.each([
  ['plain', false],
  ['ANSI', true],
])('%s', (_, ansi) => {
  test('no line is wider than the screen, unless a single word is', () => {
    fc.assert(
      fc.property(message, width, (given, width) => {
        for (const line of renderTerminal(given, { width, ansi }).replaceAll(marks, '').split('\n')) {
          const words = line.replace(lead, '')
          expect(widthOf(line) <= width || wordCuts(words).length === 1, JSON.stringify(line)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('all words are there, in order', () => {
    fc.assert(
      fc.property(message, fc.option(width, { nil: Infinity }), (given, width) => {
        const rendered = bare(renderTerminal(given, { width, ansi }).replaceAll(marks, ''))
        let from = 0
        for (const words of wordsOf(given).map(bare)) {
          const at = rendered.indexOf(words, from)
          expect(at, `${words} in ${rendered}`).toBeGreaterThanOrEqual(from)
          from = at + words.length
        }
      }),
    )
  })

  test('nothing in a message moves the cursor', () => {
    fc.assert(
      fc.property(message, width, (given, width) => {
        expect(renderTerminal(given, { width, ansi }).replaceAll(ansi ? marks : '', '')).not.toMatch(controls)
      }),
    )
  })
})

test('every style ends on the line where it began', () => {
  fc.assert(
    fc.property(message, width, (given, width) => {
      for (const line of renderTerminal(given, { width, ansi: true }).split('\n')) {
        const last = line.match(marks)?.at(-1) ?? '\u001b[0m'
        expect(last).toBe('\u001b[0m')
      }
    }),
  )
})

test('without a width a paragraph has only its own line breaks', () => {
  fc.assert(
    fc.property(message, given => {
      const [first] = given.body
      fc.pre(first?.type === 'paragraph')
      const breaks = given.body.slice(0, 1).flatMap(
        each =>
          wordsOf({ body: [each] })
            .join('')
            .match(/\n/g) ?? [],
      )
      const lines = renderTerminal({ body: [first] }, { width: Infinity, ansi: false }).split('\n')
      expect(lines).toHaveLength(breaks.length + 1)
    }),
  )
})

/** The text without white space, bars, asterisks and control characters. */
const bare = (text: string) => text.replace(/[\s│*\p{Cc}]/gu, '')

/** The words of each leaf of a message. */
function wordsOf({ body, choices = [] }: Message): string[] {
  const labels = choices.flat().map(each => each.label + (each.type === 'open' ? `: ${each.url}` : ''))
  return [...body.flatMap(wordsOfBlock), ...labels]
}

function wordsOfBlock(block: Block): string[] {
  if (block.type === 'thematicBreak') return []
  if (block.type === 'blockquote') return block.children.flatMap(wordsOfBlock)
  if (block.type === 'list') return block.children.flatMap(item => item.children.flatMap(wordsOfBlock))
  // The header stands above the rows, or before each of its cells.
  if (block.type === 'table')
    return block.children
      .slice(1)
      .flatMap(row => row.children.map(cell => cell.children.map(wordsOfInline).join('')))
  return [block.children.map(wordsOfInline).join('')]
}

function wordsOfInline(node: Inline): string {
  if (node.type === 'text' || node.type === 'moment') return node.value
  if (node.type === 'break') return '\n'
  const words = node.children.map(wordsOfInline).join('')
  return node.type === 'link' ? `${words} (${node.url})` : words
}
