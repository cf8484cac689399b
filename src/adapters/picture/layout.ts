// Lays out a picture of either kind, and refuses one that would be too high to send.

import type { Picture } from '../../core/picture/picture.ts'
import { drawCard } from './card.ts'
import { type Drawing, MAX_PICTURE_HEIGHT_PX, type Measure } from './drawing.ts'
import { drawPlot } from './plot.ts'

/** Throws if the words need more height than a picture may have. */
export function layOut(picture: Picture, measure: Measure): Drawing {
  const drawing = drawingOf(picture, measure)
  if (drawing.height > MAX_PICTURE_HEIGHT_PX) throw new Error(`a picture of ${drawing.height} px is too high`)
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
