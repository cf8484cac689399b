// Checks that the painter draws PNG, one picture at a time and each once, and loads nothing before the first.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPainter, type PictureRenderer } from '../../../src/adapters/picture/index.ts'
import { layOut } from '../../../src/adapters/picture/layout.ts'
import { bundledCard, bundledPlot } from './pictures.ts'

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Width and height are in the first chunk (https://www.w3.org/TR/png-3/#11IHDR). */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('the painter', () => {
  it('draws PNG 1080 pixels wide in every language', async () => {
    const painter = createPainter()
    for (const language of ['en', 'vi', 'km'] as const) {
      const png = await painter.paint(await bundledCard(language))
      expect([...png.subarray(0, 8)]).toEqual(pngSignature)
      expect(sizeOf(png)[0]).toBe(1080)
    }
    expect(sizeOf(await painter.paint(await bundledPlot('en')))[1]).toBeGreaterThan(2000)
  })

  it('draws the same bytes whatever size it has drawn before', async () => {
    const painter = createPainter()
    const [card, plot] = [await bundledCard('en'), await bundledPlot('en')]
    const first = Buffer.from(await painter.paint(card))
    await painter.paint(plot)
    const other = createPainter()
    await other.paint(plot)
    expect(Buffer.from(await other.paint(card)).equals(first)).toBe(true)
  })
})

/** A renderer whose drawings end when the test says so. */
function slowRenderer() {
  const drawn: number[] = []
  const going: { end(): void; fail(): void }[] = []
  let opened = 0
  const renderer: PictureRenderer = {
    layOut,
    measureIn: () => words => words.length * 10,
    draw: ({ height }) => {
      drawn.push(height)
      return new Promise((resolve, reject) =>
        going.push({
          end: () => resolve(new Uint8Array([height % 256])),
          fail: () => reject(new Error('torn')),
        }),
      )
    },
  }
  const open = async () => {
    opened++
    return renderer
  }
  return { drawn, going, open, opened: () => opened }
}
const settled = () => new Promise(resolve => setImmediate(resolve))

describe('drawings', () => {
  it('are made one at a time, because they share a canvas', async () => {
    const { drawn, going, open, opened } = slowRenderer()
    const painter = createPainter(open)
    expect(opened()).toBe(0)
    const both = Promise.all([painter.paint(await bundledCard('en')), painter.paint(await bundledCard('vi'))])
    await settled()
    expect(drawn).toHaveLength(1)
    going[0]?.end()
    await settled()
    expect(drawn).toHaveLength(2)
    going[1]?.end()
    await both
    expect(opened()).toBe(1)
  })

  it('are made once for all callers that ask for the same picture', async () => {
    const { drawn, going, open } = slowRenderer()
    const painter = createPainter(open)
    const card = await bundledCard('en')
    const asked = Array.from({ length: 50 }, () => painter.paint(structuredClone(card)))
    await settled()
    going[0]?.end()
    expect(new Set(await Promise.all(asked)).size).toBe(1)
    await painter.paint(card)
    expect(drawn).toHaveLength(1)
  })

  it('that fail are not remembered and do not block the next', async () => {
    const { drawn, going, open } = slowRenderer()
    const painter = createPainter(open)
    const card = await bundledCard('en')
    const torn = expect(painter.paint(card)).rejects.toThrow('torn')
    const next = painter.paint({ ...card, title: 'Another' })
    await settled()
    going[0]?.fail()
    await torn
    await settled()
    going[1]?.end()
    await next
    void painter.paint(card)
    await settled()
    expect(drawn).toHaveLength(3)
  })

  it('are forgotten when there are too many, the oldest first', async () => {
    const { drawn, going, open } = slowRenderer()
    const painter = createPainter(open)
    const card = await bundledCard('en')
    for (let n = 0; n < 30; n++) {
      const painted = painter.paint({ ...card, title: `Title ${n}` })
      await settled()
      going[n]?.end()
      await painted
    }
    void painter.paint({ ...card, title: 'Title 29' })
    void painter.paint({ ...card, title: 'Title 0' })
    await settled()
    expect(drawn).toHaveLength(31)
  })
})

it('the drawing library is imported by one file, which is loaded only when it is needed', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => ({ name, text: readFileSync(`src/${name}`, 'utf8') }))
  const having = (words: RegExp) => sources.filter(({ text }) => words.test(text)).map(({ name }) => name)
  expect(having(/from '@napi-rs\/canvas'/)).toEqual(['adapters/picture/canvas.ts'])
  expect(having(/^import (?!type)[^'\n]*'[^'\n]*\/canvas\.ts'/m)).toEqual([])
  expect(having(/import\('\.\/canvas\.ts'\)/)).toEqual(['adapters/picture/index.ts'])
})
