// The painter: pictures as PNG, one at a time on one canvas, each drawn once as long as it is remembered.

import type { Painter } from '../../core/picture/painting.ts'
import type { Picture } from '../../core/picture/picture.ts'
import type { Easel } from './canvas.ts'
import type { Drawing, Measure } from './drawing.ts'

/** A day's posts show one card to many chats, in three languages. */
const remembered = 6

/** What drawing takes: loaded with the first picture, so that nothing else waits for it. */
export interface Studio extends Easel {
  layOut(picture: Picture, measure: Measure): Drawing
}

export function createPainter(open: () => Promise<Studio> = openStudio): Painter {
  let studio: Promise<Studio> | undefined
  const kept = new Map<string, Promise<Uint8Array>>()
  let turn: Promise<unknown> = Promise.resolve()

  const draw = async (picture: Picture) => {
    studio ??= open()
    const { measureIn, layOut, draw } = await studio
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

async function openStudio(): Promise<Studio> {
  const [{ createEasel }, { layOut }] = await Promise.all([import('./canvas.ts'), import('./layout.ts')])
  return { ...createEasel(), layOut }
}
