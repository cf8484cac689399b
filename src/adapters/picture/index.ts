// Paints pictures as PNG, one at a time on one canvas, and remembers the last few.

import type { Painter } from '../../core/picture/painting.ts'
import type { Picture } from '../../core/picture/picture.ts'
import type { CanvasRenderer } from './canvas.ts'
import type { Drawing, Measure } from './drawing.ts'

/** Loaded with the first picture, so that a start does not wait for the drawing library. */
export interface PictureRenderer extends CanvasRenderer {
  layOut(picture: Picture, measure: Measure): Drawing
}

export function createPainter(load: () => Promise<PictureRenderer> = loadRenderer): Painter {
  let renderer: Promise<PictureRenderer> | undefined
  const pictures = new Map<string, Promise<Uint8Array>>()
  let previous: Promise<unknown> = Promise.resolve()

  const draw = async (picture: Picture) => {
    renderer ??= load()
    const { measureIn, layOut, draw } = await renderer
    return draw(layOut(picture, measureIn(picture.language)), picture.language)
  }

  return {
    paint(picture) {
      const key = JSON.stringify(picture)
      const remembered = pictures.get(key)
      if (remembered) return remembered
      const painted = previous.then(() => draw(picture))
      previous = painted.catch(() => {})
      pictures.set(key, painted)
      // A failure is not remembered: the next caller tries again.
      painted.catch(() => pictures.delete(key))
      const [oldest] = pictures.keys()
      if (pictures.size > MAX_REMEMBERED_PICTURES && oldest !== undefined) pictures.delete(oldest)
      return painted
    },
  }
}

/** One card goes to many chats on the same day, in three languages. */
const MAX_REMEMBERED_PICTURES = 6

async function loadRenderer(): Promise<PictureRenderer> {
  const [{ createCanvasRenderer }, { layOut }] = await Promise.all([
    import('./canvas.ts'),
    import('./layout.ts'),
  ])
  return { ...createCanvasRenderer(), layOut }
}
