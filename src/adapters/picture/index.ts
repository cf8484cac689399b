// The painter: pictures as PNG, one at a time on one canvas, each drawn once as long as it is remembered.
import type { Picture } from '../../core/picture/picture.ts'
import type { Painter } from '../../core/ports.ts'
import type { Easel } from './canvas.ts'
import { drawCard } from './card.ts'
import { type Drawing, highest, type Measure } from './drawing.ts'
import { drawPlot } from './plot.ts'

/** A day's posts show one card to many chats, in three languages. */
const remembered = 6

/** The drawing library is loaded with the first picture, so that nothing else waits for it. */
export function createPainter(open: () => Promise<Easel> = openEasel): Painter {
  let easel: Promise<Easel> | undefined
  const kept = new Map<string, Promise<Uint8Array>>()
  let turn: Promise<unknown> = Promise.resolve()

  const draw = async (picture: Picture) => {
    easel ??= open()
    const { measureIn, draw } = await easel
    return draw(layOut(picture, measureIn(picture.language)), picture.language)
  }

  return {
    paint(picture) {
      const content = JSON.stringify(picture)
      const known = kept.get(content)
      if (known) return known
      const painted = turn.then(() => draw(picture))
      turn = painted.catch(() => {})
      kept.set(content, painted)
      // A failure is not remembered: the next one may ask again.
      painted.catch(() => kept.delete(content))
      const [oldest] = kept.keys()
      if (kept.size > remembered && oldest !== undefined) kept.delete(oldest)
      return painted
    },
  }
}

/** Throws for more words than a picture can be high. */
export function layOut(picture: Picture, measure: Measure): Drawing {
  const drawing = drawingOf(picture, measure)
  if (drawing.height > highest) throw new Error(`a picture of ${drawing.height} px is too high`)
  return drawing
}

function drawingOf(picture: Picture, measure: Measure): Drawing {
  switch (picture.type) {
    case 'card':
      return drawCard(picture, measure)
    case 'timeline':
      return drawPlot(picture, measure)
    default:
      return picture satisfies never
  }
}

async function openEasel(): Promise<Easel> {
  const { createEasel } = await import('./canvas.ts')
  return createEasel()
}
