// Checks that the canvas shapes Khmer as HarfBuzz does with the same font.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as hb from 'harfbuzzjs'
import { describe, expect, it } from 'vitest'
import { fontFiles } from '../../../src/adapters/picture/canvas.ts'
import { layOut } from '../../../src/adapters/picture/layout.ts'
import { bundledCard, bundledPlot, renderer } from './pictures.ts'

/** Vowels before and around a consonant, one and two subscripts, marks that move, digits. */
const words =
  'ខ្មែរ ខ្មែរក្រហម ភ្នំពេញ កម្ពុជា ឆ្នាំ១៩៧៩ ថ្ងៃទី៧ ខែមករា ស្ត្រី សង្គ្រោះ រណសិរ្ស ប្រវត្តិសាស្ត្រ ត្បូងឃ្មុំ ស្ម័គ្រចិត្ត រដ្ឋមន្ត្រី ប៉ុល ម៉ឺន ញ៉ាំ ប៊ូតុង ខ្ញុំ ព្រឹត្តិការណ៍ ដឹកនាំ ឲ្យ គ្រឿង សន្និដ្ឋាន កាលបរិច្ឆេទ ខួបលើកទី៤៨'.split(
    ' ',
  )
const size = 100

function fontIn(file: string) {
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(file)))
  const face = new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer))
  return { font: new hb.Font(face), unit: size / face.upem }
}

function shaped(text: string, { font, unit }: ReturnType<typeof fontIn>) {
  const buffer = new hb.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  hb.shape(font, buffer)
  return {
    width: buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) * unit,
    glyphs: buffer.getGlyphInfos().map(({ codepoint }) => codepoint),
  }
}

describe.each(['regular', 'bold'] as const)('Khmer in %s type', weight => {
  const font = fontIn(fontFiles[`Daybook Khmer ${weight}`])
  const measure = renderer.measureIn('km')

  it.each(words)('%s is as wide as HarfBuzz makes it', word => {
    // The canvas rounds each glyph's width to 1/64 px at least.
    expect(Math.abs(measure(word, { size, weight }) - shaped(word, font).width)).toBeLessThan(1)
  })

  it('would be wider if each character were set by itself', () => {
    const unshaped = (word: string) =>
      [...word].reduce((sum, character) => sum + measure(character, { size, weight }), 0)
    const wider = words.filter(word => unshaped(word) > measure(word, { size, weight }) + 20)
    expect(wider.length).toBeGreaterThan(words.length / 2)
  })
})

describe.each(['en', 'vi', 'km'] as const)('in the pictures in %s', language => {
  it('every character is in one of the two fonts', async () => {
    const fonts = Object.values(fontFiles).map(fontIn)
    for (const picture of [await bundledCard(language), await bundledPlot(language)]) {
      const { shapes } = layOut(picture, renderer.measureIn(language))
      const characters = new Set(shapes.flatMap(each => (each.type === 'words' ? [...each.words] : [])))
      characters.delete(' ')
      const missing = [...characters].filter(character =>
        fonts.every(font => shaped(character, font).glyphs.includes(0)),
      )
      expect(missing).toEqual([])
    }
  })
})
