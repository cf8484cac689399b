// Checks the rules for cutting a message into parts, for any message and any size of part.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bullets, heading, numbered, paragraph, run, strong } from '../../../src/core/message/build.ts'
import type { Block, Message } from '../../../src/core/message/message.ts'
import { split } from '../../../src/core/message/split.ts'
import { listOfTable } from '../../../src/core/message/table.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'
import { graphemeCuts } from '../../../src/core/text/cuts.ts'
import { message } from './trees.ts'

const size = fc.integer({ min: 40, max: 400 })
const within = (limit: number) => (part: Message) => textOfBlocks(part.body).length <= limit
const textOf = (part: Message) => textOfBlocks(part.body)
const joined = (parts: Message[]) => parts.map(textOf).join('')
/** Newlines between blocks are added for readability and are not part of the text. */
const withoutNewlines = (text: string) => text.replaceAll('\n', '')

function leaves(blocks: Block[]): Block[] {
  return blocks.flatMap(block => {
    if (block.type === 'blockquote') return leaves(block.children)
    if (block.type === 'table') return leaves([listOfTable(block)])
    if (block.type === 'list') return block.children.flatMap(item => leaves(item.children))
    return [block]
  })
}

describe('split, for any message', () => {
  const holds = (rule: (whole: Message, parts: Message[], limit: number) => void) =>
    fc.assert(
      fc.property(message, size, (whole, limit) => rule(whole, split(whole, within(limit)), limit)),
      { numRuns: 300 },
    )

  it('makes parts that all fit', () =>
    holds((_, parts, limit) => {
      for (const part of parts) expect(within(limit)(part)).toBe(true)
    }))

  it('loses no text and adds none', () =>
    holds((whole, parts) => {
      expect(withoutNewlines(joined(parts))).toBe(withoutNewlines(textOf(whole)))
    }))

  it('ends no part with a heading', () =>
    holds((_, parts) => {
      for (const part of parts) expect(part.body.at(-1)?.type).not.toBe('heading')
    }))

  it('cuts no grapheme cluster', () =>
    holds((whole, parts) => {
      const clusters = (blocks: Block[]) =>
        leaves(blocks).flatMap(leaf => {
          const text = textOfBlocks([leaf])
          return graphemeCuts(text).map((at, index, cuts) => text.slice(at, cuts[index + 1]))
        })
      const pieces = parts.flatMap(part => clusters(part.body))
      // A line break is its own cluster, and a cut between two paragraphs cannot change it.
      expect(pieces).toEqual(clusters(whole.body))
    }))

  it('gives the image to the first part and the choices to the last', () =>
    holds((whole, parts) => {
      parts.forEach((part, index) => {
        expect(part.image).toBe(index === 0 ? whole.image : undefined)
        expect(part.choices).toBe(index === parts.length - 1 ? whole.choices : undefined)
      })
    }))

  it('leaves a message that fits as it is, except for a heading at its end', () =>
    holds(whole => {
      if (whole.body.at(-1)?.type === 'heading') return
      expect(split(whole, () => true)).toEqual([whole])
    }))
})

describe('split, if it has a choice', () => {
  const parts = (body: Block[], limit: number) => split({ body }, within(limit)).map(textOf)

  it('keeps a heading with the text below it', () => {
    expect(parts([paragraph('x'.repeat(30)), heading(2, 'Title'), paragraph('y'.repeat(20))], 40)).toEqual([
      'x'.repeat(30),
      `Title\n${'y'.repeat(20)}`,
    ])
  })

  it('cuts a list between its items before it cuts an item', () => {
    expect(parts([bullets(['one one one', 'two two two', 'three'])], 24)).toEqual([
      'one one one\ntwo two two',
      'three',
    ])
  })

  it('continues the numbers after a cut in an ordered list', () => {
    const [, second] = split({ body: [numbered(['a'.repeat(20), 'b'.repeat(20)])] }, within(25))
    expect(second?.body[0]).toMatchObject({ type: 'list', start: 2 })
  })

  it('cuts a paragraph after a sentence before it cuts between words', () => {
    expect(parts([paragraph('One short sentence. Another one that is longer.')], 40)).toEqual([
      'One short sentence. ',
      'Another one that is longer.',
    ])
  })

  it('cuts between words before it cuts a word', () => {
    expect(parts([paragraph('alpha beta gamma delta')], 13)).toEqual(['alpha beta ', 'gamma delta'])
  })

  it('cuts Khmer between words, even without spaces', () => {
    const [first = '', second = ''] = parts([paragraph('ខ្ញុំស្រឡាញ់ភ្នំពេញ')], 14)
    expect([first, second]).toEqual(['ខ្ញុំស្រឡាញ់', 'ភ្នំពេញ'])
  })

  it('makes room for the choices in the last part', () => {
    const fits = (part: Message) => textOf(part).length + (part.choices ? 10 : 0) <= 20
    const made = split({ body: [paragraph('twelve chars')], choices: [[run('Go', 'help')]] }, fits)
    expect(made.map(part => [textOf(part), Boolean(part.choices)])).toEqual([
      ['twelve ', false],
      ['chars', true],
    ])
  })

  it('throws if nothing can fit', () => {
    expect(() => split({ body: [paragraph('x')] }, () => false)).toThrow(RangeError)
  })
})

describe('split, of a message of any length', () => {
  /** What `fits` was asked: how often, and about how many characters in all. */
  const workOf = (body: Block[], limit = 400) => {
    let calls = 0
    let characters = 0
    const parts = split({ body }, part => {
      const { length } = textOf(part)
      calls++
      characters += length
      return length <= limit
    })
    return { calls, characters, parts: parts.length }
  }
  const sentences = (count: number) => 'One short sentence of some words. '.repeat(count)
  const items = (count: number) => Array.from({ length: count }, () => 'An item of a few words.')
  const bodies: [string, (size: number) => Block[]][] = [
    ['paragraphs', size => items(size).map(paragraph)],
    ['one list', size => [bullets(items(size))]],
    ['one item', size => [bullets([items(size).map(paragraph)])]],
    ['one paragraph', size => [paragraph(sentences(size))]],
    ['one sentence', size => [paragraph('word '.repeat(size * 5))]],
    ['one word', size => [paragraph('x'.repeat(size * 20))]],
    ['one quotation', size => [{ type: 'blockquote', children: items(size).map(paragraph) }]],
    ['one long item after short ones', size => [bullets([...items(size), sentences(size)])]],
    ['one paragraph of many nodes', size => [paragraph(items(size).map(strong))]],
  ]

  it.each(bodies)('asks about each part a few times, and never about the rest of %s', (_, bodyOf) => {
    for (const size of [200, 2000]) {
      const { calls, characters, parts } = workOf(bodyOf(size))
      expect(calls).toBeLessThan(parts * 40)
      expect(characters).toBeLessThan(parts * 40 * 1000)
    }
  })
})
