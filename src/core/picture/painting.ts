// Having a picture drawn: in good time or not at all, so that words never wait for it or fail with it.
import type { Image } from '../message/message.ts'
import type { Clock, Log } from '../ports.ts'
import type { Picture } from './picture.ts'

/** The drawn picture with its alt text; undefined where it could not be drawn. Never rejects. */
export type Paint = (picture: Picture) => Promise<Image | undefined>

/** Drawing takes a tenth of a second, and a few more where the painter has just been loaded. */
const patience = { seconds: 5 }

/** Word that a picture failed goes to the log; whoever asked for it goes on without. */
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
    const late = clock.until(clock.now().add(patience), waiting.signal).then(() => 'late' as const)
    try {
      const data = await Promise.race([painter.paint(picture), late])
      if (data !== 'late') return { data, alt: picture.alt }
      log('error', 'picture not drawn', {
        type: picture.type,
        error: `nothing came in ${patience.seconds} s`,
      })
    } catch (error) {
      log('error', 'picture not drawn', { type: picture.type, error: String(error) })
    } finally {
      waiting.abort()
    }
    return undefined
  }
}

export interface Painter {
  /** PNG bytes; the same for the same picture. Rejects where it cannot draw. */
  paint(picture: Picture): Promise<Uint8Array>
}
