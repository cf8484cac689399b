// Drawings on a canvas: the one place that knows the drawing library and the fonts. Loaded with the first picture.
import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { Language } from '../../core/languages/language.ts'
import { colours, type Drawing, type Measure, type Shape, type Style } from './drawing.ts'

/** By the names under which they are known in here, whatever else the machine has. */
export const fontFiles = {
  'Daybook Latin regular': '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'Daybook Latin bold': '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  'Daybook Khmer regular': '@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf',
  'Daybook Khmer bold': '@expo-google-fonts/noto-sans-khmer/600SemiBold/NotoSansKhmer_600SemiBold.ttf',
} as const

export interface Easel {
  measureIn(language: Language): Measure
  /** PNG bytes. One drawing at a time: they share one canvas. */
  draw(drawing: Drawing, language: Language): Promise<Uint8Array>
}

/** Throws where the fonts are not where their packages put them. */
export function createEasel(): Easel {
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
      // Encoded by another thread.
      return canvas.encode('png')
    },
  }
}

/** Another size makes a new surface; the same is painted over. */
function resize(canvas: Canvas, { width, height }: Drawing): void {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

/** The other script's font serves what the first one lacks. */
export function fontOf({ size, weight }: Style, language: Language): string {
  const scripts = language === 'km' ? ['Khmer', 'Latin'] : ['Latin', 'Khmer']
  return `${size}px ${scripts.map(script => `'Daybook ${script} ${weight}'`).join(', ')}`
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

/** What is hollow covers what lies below it all the same. */
function fill({ isHollow }: { isHollow?: boolean }, context: SKRSContext2D): void {
  if (isHollow) context.fillStyle = colours.paper
  context.fill()
  if (!isHollow) return
  context.lineWidth = 4
  context.stroke()
}
