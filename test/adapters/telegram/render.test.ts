// Any message becomes parts that Telegram takes, and nothing of it is lost.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestCaption, parts, render } from '../../../src/adapters/telegram/render.ts'
import { paragraph, quote, strong } from '../../../src/core/message/build.ts'
import type { Block } from '../../../src/core/message/message.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'
import { message } from '../../core/message/trees.ts'
import { checkText, type Entity } from '../../fakes/telegram/text.ts'

/** Letters alone: spaces, bullets and the numbers of items are the layout's. */
const letters = (text: string) => text.replace(/[\s—•\d.]/g, '')

describe('rendering', () => {
  it('gives texts and entities that Telegram takes, in parts of any size', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 120, max: 4096 }), (any, longest) => {
        for (const { text, entities } of parts(any, longest))
          if (text !== '') checkText(text, entities as Entity[], longest, 'message text')
      }),
      { numRuns: 300 },
    )
  })

  it('loses no letter over the parts', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 120, max: 600 }), (any, longest) => {
        const told = parts(any, longest).map(({ text }) => text)
        expect(letters(told.join(''))).toBe(letters(textOfBlocks(any.body)))
      }),
      { numRuns: 200 },
    )
  })

  it('never has more than a hundred entities in a part', () => {
    const many: Block[] = Array.from({ length: 250 }, (_, index) => paragraph(strong(`word ${index}`)))
    const told = parts({ body: many })
    expect(told.map(({ entities }) => entities.length)).toEqual([100, 100, 50])
  })

  it('folds a long quotation up and leaves a short one open', () => {
    const kinds = (length: number) =>
      render([quote(paragraph('x'.repeat(length)))]).entities.map(each => each.type)
    expect(kinds(500)).toEqual(['blockquote'])
    expect(kinds(501)).toEqual(['expandable_blockquote'])
  })

  it('takes out what Telegram would take out, so that entities stay where they belong', () => {
    const { text, entities } = render([paragraph(['a\u202eb\u0007\u2028', strong('c\ud800d')])])
    expect(text).toBe('ab\nc\ufffdd')
    expect(entities).toEqual([{ type: 'bold', offset: 3, length: 3 }])
  })

  it('keeps a caption shorter than a text', () => expect(longestCaption).toBe(1024))
})
