// Generates messages for the terminal: every node, nested, in scripts that wrap differently, with odd characters.

import fc from 'fast-check'
import type { Block, Choice, Inline, Message } from '../../../src/core/message/message.ts'
import { tableOf } from '../../core/message/trees.ts'

const words = fc.constantFrom(
  ...['Phnom', 'Penh,', '1979.', '(AKP)', "people's", 'well-known', '“peace”'],
  ...['Việt', 'Nam', 'Nguyễn', 'Trọng', 'đường', 'đường'.normalize('NFD')],
  ...['ភ្នំពេញ', 'ខ្មែរក្រហម', 'កម្ពុជា។', 'ស្ត្រី', 'ប៉ុល', 'ពត'],
  ...['日本語', '金边，', '한국어', '。', 'ｶﾅ', '🙂', '🇰🇭', '👍🏽', '👨\u200d👩\u200d👧', '❤'],
  ...['\u001b[31m', 'a\u0007b', '\u009b2J', '\u0000', '\t', 'a\rb', '\ud800', 'a\u200bb'],
)
const sentence = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 20 }), fc.constantFrom(' ', '  ', ''))
  .map(([list, gap]) => list.join(gap))
const text = sentence.map((value): Inline => ({ type: 'text', value }))
const url = 'https://example.org/a'
const { inline } = fc.letrec<{ inline: Inline }>(tie => {
  const children = fc.array(tie('inline'), { minLength: 1, maxLength: 3 })
  return {
    inline: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'inline' },
      { weight: 5, arbitrary: text },
      { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
      {
        weight: 1,
        arbitrary: fc.constant<Inline>({
          type: 'moment',
          at: 1_799_280_000_000,
          value: '7 January 2027 at 07:00',
          local: '7 January 2027 at 07:00',
        }),
      },
      { weight: 1, arbitrary: children.map((children): Inline => ({ type: 'strong', children })) },
      { weight: 1, arbitrary: children.map((children): Inline => ({ type: 'emphasis', children })) },
      { weight: 1, arbitrary: children.map((children): Inline => ({ type: 'link', url, children })) },
    ),
  }
})

const leaf = fc
  .tuple(
    fc.constantFrom('heading', 'paragraph', 'attribution', 'thematicBreak'),
    fc.constantFrom(1, 2, 3),
    fc.array(inline, { minLength: 1, maxLength: 4 }),
  )
  .map(([type, depth, children]): Block => {
    if (type === 'thematicBreak') return { type }
    return type === 'heading' ? { type, depth, children } : { type, children }
  })
const { block } = fc.letrec<{ block: Block }>(tie => {
  const children = fc.array(tie('block'), { minLength: 1, maxLength: 3 })
  return {
    block: fc.oneof(
      // Deeper nesting would leave no room on the narrowest screen.
      { maxDepth: 2, depthIdentifier: 'block' },
      leaf,
      tableOf(inline),
      children.map((children): Block => ({ type: 'blockquote', children })),
      fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 30 }), fc.array(children, { maxLength: 3 })).map(
        ([ordered, start, items]): Block => ({
          type: 'list',
          ordered,
          start,
          children: items.map(children => ({ type: 'listItem', children })),
        }),
      ),
    ),
  }
})

const choice = fc
  .tuple(fc.boolean(), sentence)
  .map(
    ([opens, label]): Choice =>
      opens ? { type: 'open', label, url } : { type: 'run', label, call: { command: 'help', args: {} } },
  )

export const message: fc.Arbitrary<Message> = fc.record({
  body: fc.array(block, { maxLength: 5 }),
  choices: fc.array(fc.array(choice, { maxLength: 2 }), { maxLength: 2 }),
})
