// Checks that the colours keep the contrast that WCAG 2.2 asks for at level AA.

import { expect, it } from 'vitest'
import { type Colour, colours } from '../../../src/adapters/picture/drawing.ts'

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

it('the contrast is 21 between black and white, and 1 between equal colours', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#7c828a', '#7c828a')).toBe(1)
})

/** 1.4.3 for words, 1.4.11 for marks that mean something. */
const minContrast: Record<Exclude<Colour, 'paper'>, number> = { ink: 4.5, quiet: 4.5, mark: 4.5, rule: 3 }

it.each(Object.entries(minContrast))('%s stands out from the paper %d to 1', (name, ratio) => {
  expect(contrast(colours[name as Colour], colours.paper)).toBeGreaterThanOrEqual(ratio)
})
