// Checks that a message links an address once, and that addresses count as room.

import { describe, expect, it } from 'vitest'
import { attribution, bullets, emphasis, link, paragraph, quote } from '../../../src/core/message/build.ts'
import { linkUnitsOf, withLinksOnce } from '../../../src/core/message/links.ts'
import type { Block } from '../../../src/core/message/message.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'

const here = 'https://paper.example/1'
const there = 'https://paper.example/2'
const linksIn = (blocks: Block[]) => JSON.stringify(blocks).match(/"url":"[^"]*/g)?.length ?? 0

describe('an address', () => {
  const blocks = [
    paragraph(['See ', link(here, 'the paper'), '.']),
    bullets([
      [paragraph('So.'), attribution(link(here, 'The Paper'))],
      [quote(paragraph(link(there, 'Another')))],
    ]),
    paragraph(emphasis(link(here, 'again'))),
  ]
  const once = withLinksOnce(blocks)

  it('is linked where it stands first, and later links to it are their words', () => {
    expect(once[0]).toEqual(blocks[0])
    expect(linksIn(once)).toBe(2)
    expect(textOfBlocks(once)).toBe(textOfBlocks(blocks))
  })

  it('takes room beside its words', () => {
    expect(linkUnitsOf(once)).toBe(here.length + there.length + 2 * '[](<>)'.length)
  })

  it('takes no more room than its words if it is its own words', () => {
    expect(linkUnitsOf([paragraph(link(here))])).toBe(0)
  })

  it('is linked once in the cells of a table too', () => {
    const row = (url: string) => ({
      type: 'tableRow' as const,
      children: [{ type: 'tableCell' as const, children: [link(url, 'a paper')] }],
    })
    const table: Block = { type: 'table', align: [null], children: [row(there), row(here), row(here)] }
    expect(linksIn(withLinksOnce([table]))).toBe(2)
  })
})
