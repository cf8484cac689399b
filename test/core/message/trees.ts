// Makes arbitrary message trees for property tests, with every node type, in the scripts people use here.
import fc from 'fast-check'
import type { Block, Inline, Message } from '../../../src/core/message/message.ts'

const words = fc.constantFrom(
  'Phnom',
  'Penh,',
  'Việt',
  'Nam.',
  'Nguyễn',
  'Trọng',
  'ភ្នំពេញ',
  'ខ្មែរក្រហម',
  'កម្ពុជា។',
  'ស្ត្រី',
  '1979.',
  '(AKP)',
  '“peace”',
  '👩‍👩‍👧‍👦',
  '🇰🇭',
  'e\u0301\u0323',
  'x'.repeat(40),
)
const sentence = fc
  .array(words, { minLength: 1, maxLength: 12 })
  .chain(list => fc.constantFrom(' ', ' ', '').map(gap => list.join(gap)))
const text: fc.Arbitrary<Inline> = sentence.map(value => ({ type: 'text', value }))
const inline: fc.Arbitrary<Inline> = fc.oneof(
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
  { weight: 1, arbitrary: text.map((child): Inline => ({ type: 'strong', children: [child] })) },
  { weight: 1, arbitrary: text.map((child): Inline => ({ type: 'emphasis', children: [child] })) },
  {
    weight: 1,
    arbitrary: text.map(
      (child): Inline => ({ type: 'link', url: 'https://example.org/', children: [child] }),
    ),
  },
)
const inlines = fc.array(inline, { minLength: 1, maxLength: 4 })
const leaf: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((children): Block => ({ type: 'paragraph', children })),
  inlines.map((children): Block => ({ type: 'attribution', children })),
  inlines.map((children): Block => ({ type: 'heading', depth: 2, children })),
  fc.constant<Block>({ type: 'thematicBreak' }),
)

/** A header and some rows, each with a cell for every column; a cell may be empty. */
export const tableOf = (inline: fc.Arbitrary<Inline>): fc.Arbitrary<Block> =>
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 })).chain(([columns, rows]) =>
    fc.record({
      type: fc.constant('table' as const),
      align: fc.array(fc.constantFrom('left' as const, 'right' as const, 'center' as const, null), {
        minLength: columns,
        maxLength: columns,
      }),
      children: fc.array(
        fc
          .array(fc.array(inline, { maxLength: 2 }), { minLength: columns, maxLength: columns })
          .map(cells => ({
            type: 'tableRow' as const,
            children: cells.map(children => ({ type: 'tableCell' as const, children })),
          })),
        { minLength: rows, maxLength: rows },
      ),
    }),
  )

export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>(tie => ({
  block: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'block' },
    leaf,
    tableOf(inline),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((children): Block => ({ type: 'blockquote', children })),
    fc
      .tuple(
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
      )
      .map(
        ([ordered, start, items]): Block => ({
          type: 'list',
          ordered,
          start,
          children: items.map(children => ({ type: 'listItem', children })),
        }),
      ),
  ),
})).block

export const message: fc.Arbitrary<Message> = fc.record(
  {
    body: fc.array(block, { maxLength: 6 }),
    image: fc.constant({ data: new Uint8Array([1]), alt: 'a picture' }),
    choices: fc.constant([[{ type: 'open' as const, label: 'Read', url: 'https://example.org/' }]]),
  },
  { requiredKeys: ['body'] },
)
