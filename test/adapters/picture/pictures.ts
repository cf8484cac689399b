// Makes pictures from the bundled archive, and a renderer with the real fonts to measure them.

import { Temporal } from 'temporal-polyfill'
import { type CanvasRenderer, createCanvasRenderer } from '../../../src/adapters/picture/canvas.ts'
import { viewIn } from '../../../src/core/corpus/view.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import type { Card, TimelinePlot } from '../../../src/core/picture/picture.ts'
import { cardOf } from '../../../src/core/wording/card.ts'
import { plotOf } from '../../../src/core/wording/plot.ts'
import { bundledCorpus } from '../../core/bundled.ts'

export const renderer: CanvasRenderer = createCanvasRenderer()

const corpus = await bundledCorpus()

/** The card of an anniversary in 2027, by default that of 7 January. */
export async function bundledCard(language: Language, id = 'january-7'): Promise<Card> {
  const view = viewIn(corpus, language)
  const anniversary = view.anniversaries.find(each => each.id === id)
  if (!anniversary) throw new Error(`no anniversary ${id}`)
  const { month, day } = anniversary.since
  const occurrence = Temporal.PlainDate.from({ year: 2027, month, day })
  return cardOf({ anniversary, occurrence }, { corpus: view, language, say: await phrasesOf(language) })
}

export async function bundledPlot(language: Language): Promise<TimelinePlot> {
  return plotOf(corpus.events, { corpus: viewIn(corpus, language), language, say: await phrasesOf(language) })
}
