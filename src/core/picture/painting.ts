// Asks a painter for a picture and gives up after a few seconds, so that no message waits for it for long or fails with
// it.

import type { Image } from '../message/message.ts'
import type { Clock, Log } from '../ports.ts'
import type { Picture } from './picture.ts'

/** The drawn picture with its alt text; undefined if it could not be drawn. Never rejects. */
export type Paint = (picture: Picture) => Promise<Image | undefined>

export interface Painter {
  /** PNG bytes, always the same for the same picture. Rejects if it cannot draw. */
  paint(picture: Picture): Promise<Uint8Array>
}

/** Failures are logged, and the caller goes on without the picture. */
export function createPaint({
  painter,
  clock,
  log,
}: {
  painter: Painter
  clock: Pick<Clock, 'now' | 'until'>
  log: Log
}): Paint {
  return async picture => {
    const waiting = new AbortController()
    const deadline = clock.now().add({ seconds: PAINT_TIMEOUT_SECONDS })
    const late = clock.until(deadline, waiting.signal).then(() => 'late' as const)
    try {
      const data = await Promise.race([painter.paint(picture), late])
      if (data !== 'late') return { data, alt: picture.alt }
      log('error', 'picture not drawn', {
        type: picture.type,
        error: `not finished after ${PAINT_TIMEOUT_SECONDS} s`,
      })
    } catch (error) {
      log('error', 'picture not drawn', { type: picture.type, error: String(error) })
    } finally {
      waiting.abort()
    }
    return undefined
  }
}

/** A drawing takes a tenth of a second, and a few tenths more just after the drawing library was loaded. */
const PAINT_TIMEOUT_SECONDS = 5
