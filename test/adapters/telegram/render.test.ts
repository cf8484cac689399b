// Checks that any message becomes parts that Telegram takes, and that nothing of it is lost.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, render } from '../../../src/adapters/telegram/message/render.ts'
import { paragraph, quote, strong } from '../../../src/core/message/build.ts'
import type { Block } from '../../../src/core/message/message.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'
import { message } from '../../core/message/trees.ts'
import { checkText, type Entity } from '../../fakes/telegram/text.ts'

/** Without what layout adds or moves: spaces, bullets and the numbers of items. */
const withoutLayout = (text: string) => text.replace(/[\s—•\d.]/g, '')

describe('rendering', () => {
  it('gives texts and entities that Telegram takes, in parts of any size', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 120, max: 4096 }), (any, maxUnits) => {
        for (const { text, entities } of partsOf(any, maxUnits))
          if (text !== '') checkText({ text, entities: entities as Entity[] }, maxUnits, 'message text')
      }),
      { numRuns: 300 },
    )
  })

  it('loses no character between the parts', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 120, max: 600 }), (any, maxUnits) => {
        const texts = partsOf(any, maxUnits).map(({ text }) => text)
        expect(withoutLayout(texts.join(''))).toBe(withoutLayout(textOfBlocks(any.body)))
      }),
      { numRuns: 200 },
    )
  })

  it('puts at most a hundred entities into a part', () => {
    const body: Block[] = Array.from({ length: 250 }, (_, index) => paragraph(strong(`word ${index}`)))
    const parts = partsOf({ body })
    expect(parts.map(({ entities }) => entities.length)).toEqual([100, 100, 50])
  })

  it('folds a long quotation and leaves a short one open', () => {
    const typesOf = (length: number) =>
      render([quote(paragraph('x'.repeat(length)))]).entities.map(each => each.type)
    expect(typesOf(500)).toEqual(['blockquote'])
    expect(typesOf(501)).toEqual(['expandable_blockquote'])
  })

  it('removes what Telegram would remove, so that entities stay in place', () => {
    const { text, entities } = render([paragraph(['a\u202eb\u0007\u2028', strong('c\ud800d')])])
    expect(text).toBe('ab\nc\ufffdd')
    expect(entities).toEqual([{ type: 'bold', offset: 3, length: 3 }])
  })
})
