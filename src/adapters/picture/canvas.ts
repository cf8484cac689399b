// Draws on a canvas. Only this file knows the drawing library and the fonts; it is loaded with the first picture.

import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { Language } from '../../core/languages/language.ts'
import { partOf } from '../../core/languages/packs.ts'
import { colours, type Drawing, type Measure, type Shape, type TextStyle } from './drawing.ts'

/** Under our own names, so that a font installed on the machine is never used instead. */
export const fontFiles = {
  'Daybook Latin regular': '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'Daybook Latin bold': '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  'Daybook Khmer regular': '@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf',
  'Daybook Khmer bold': '@expo-google-fonts/noto-sans-khmer/600SemiBold/NotoSansKhmer_600SemiBold.ttf',
} as const

export interface CanvasRenderer {
  measureIn(language: Language): Measure
  /** PNG bytes. One drawing at a time: all share one canvas. */
  draw(drawing: Drawing, language: Language): Promise<Uint8Array>
}

/** Throws if a font is not where its package puts it. */
export function createCanvasRenderer(): CanvasRenderer {
  for (const [name, file] of Object.entries(fontFiles))
    if (!GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(file)), name))
      throw new Error(`the font ${file} cannot be read`)
  const canvas = createCanvas(1, 1)
  const context = canvas.getContext('2d')
  return {
    measureIn: language => (words, style) => {
      context.font = fontOf(style, language)
      return context.measureText(words).width
    },
    async draw(drawing, language) {
      resize(canvas, drawing)
      context.fillStyle = colours.paper
      context.fillRect(0, 0, drawing.width, drawing.height)
      for (const shape of drawing.shapes) drawShape(shape, context, language)
      // Another thread encodes it.
      return canvas.encode('png')
    },
  }
}

/** A new size makes a new surface; a canvas of the same size is painted over. */
function resize(canvas: Canvas, { width, height }: Drawing): void {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

const scripts = ['Latin', 'Khmer']

/** Characters that the first font lacks come from the fonts of the other scripts. */
export function fontOf({ size, weight }: TextStyle, language: Language): string {
  const { script } = partOf(language, 'typography')
  const inOrder = [script, ...scripts.filter(each => each !== script)]
  return `${size}px ${inOrder.map(script => `'Daybook ${script} ${weight}'`).join(', ')}`
}

function drawShape(shape: Shape, context: SKRSContext2D, language: Language): void {
  context.fillStyle = colours[shape.colour]
  context.strokeStyle = colours[shape.colour]
  switch (shape.type) {
    case 'words':
      context.font = fontOf(shape.style, language)
      context.fillText(shape.words, shape.x, shape.y)
      break
    case 'box':
      context.beginPath()
      context.rect(shape.x, shape.y, shape.width, shape.height)
      fill(shape, context)
      break
    case 'dot':
      context.beginPath()
      context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
      fill(shape, context)
      break
    case 'path':
      context.lineWidth = shape.width
      context.beginPath()
      for (const [index, [x, y]] of shape.points.entries())
        if (index === 0) context.moveTo(x, y)
        else context.lineTo(x, y)
      context.stroke()
      break
    default:
      shape satisfies never
  }
}

/** A hollow shape still covers the shapes below it. */
function fill({ isHollow }: { isHollow?: boolean }, context: SKRSContext2D): void {
  if (isHollow) context.fillStyle = colours.paper
  context.fill()
  if (!isHollow) return
  context.lineWidth = HOLLOW_LINE_PX
  context.stroke()
}

const HOLLOW_LINE_PX = 4
