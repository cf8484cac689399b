// A picture laid out: which of them takes what, and how high it may be.
import type { Picture } from '../../core/picture/picture.ts'
import { drawCard } from './card.ts'
import { type Drawing, highest, type Measure } from './drawing.ts'
import { drawPlot } from './plot.ts'

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
