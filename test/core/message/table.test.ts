// Checks how a table reads where there are no columns, and that its rows are read by search and summaries.

import { describe, expect, it } from 'vitest'
import { renderTerminal } from '../../../src/adapters/console/render.ts'
import {
  partsOf as discordParts,
  render as renderDiscord,
} from '../../../src/adapters/discord/message/render.ts'
import { partsOf as telegramParts } from '../../../src/adapters/telegram/message/render.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'

const { body, paragraphs } = corpusOf(
  articleFile(
    {},
    {
      body: '| year | *ships* | |\n| --- | ---: | --- |\n| 1901 | 20 | He came. She left. |\n| 1902 | | none |',
    },
  ),
).articles[0] as never as { body: never[]; paragraphs: { text: string; sentences: number[] }[] }

describe('a table is shown', () => {
  it('in columns on a wide terminal', () => {
    expect(renderTerminal({ body }, { width: 40, ansi: false }).split('\n')).toEqual([
      'year  ships',
      '────  ─────  ──────────────────',
      '1901     20  He came. She left.',
      '1902         none',
    ])
  })

  it('as lines "header: value" on a narrow terminal, without empty cells', () => {
    expect(renderTerminal({ body }, { width: 20, ansi: false }).split('\n')).toEqual([
      '• year: 1901',
      '  ships: 20',
      '  He came. She left.',
      '• year: 1902',
      '  none',
    ])
  })

  it('the same way on Telegram', () => {
    expect(telegramParts({ body }).map(({ text }) => text)).toEqual([
      '• year: 1901\n   ships: 20\n   He came. She left.\n• year: 1902\n   none',
    ])
  })

  it('the same way on Discord', () => {
    expect(JSON.stringify(discordParts({ body }).flatMap(part => renderDiscord(part)))).toContain(
      JSON.stringify('- year: 1901\n  *ships*: 20\n  He came. She left.\n- year: 1902\n  none').slice(1, -1),
    )
  })
})

it('each row of a table is a paragraph, cut into its sentences', () => {
  expect(
    paragraphs.map(({ text, sentences }) => sentences.map((from, at) => text.slice(from, sentences[at + 1]))),
  ).toEqual([['year: 1901\nships: 20\nHe came. ', 'She left.'], ['year: 1902\nnone']])
})
