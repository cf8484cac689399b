// Pictures of the bundled archive in a language, and the real fonts to measure them with.
import { Temporal } from 'temporal-polyfill'
import { createEasel, type Easel } from '../../../src/adapters/picture/canvas.ts'
import { viewIn } from '../../../src/core/corpus/view.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import type { Card, TimelinePlot } from '../../../src/core/picture/picture.ts'
import { cardOf } from '../../../src/core/wording/card.ts'
import { plotOf } from '../../../src/core/wording/plot.ts'
import { bundledCorpus } from '../../core/bundled.ts'

export const easel: Easel = createEasel()

const corpus = await bundledCorpus()

/** The card of an anniversary in 2027, that of 7 January unless another is named. */
export async function bundledCard(language: Language, id = 'january-7'): Promise<Card> {
  const told = viewIn(corpus, language)
  const anniversary = told.anniversaries.find(each => each.id === id)
  if (!anniversary) throw new Error(`no anniversary ${id}`)
  const { month, day } = anniversary.since
  const occurrence = Temporal.PlainDate.from({ year: 2027, month, day })
  return cardOf(anniversary, occurrence, told, language, await phrasesOf(language))
}

export async function bundledPlot(language: Language): Promise<TimelinePlot> {
  return plotOf(corpus.events, viewIn(corpus, language), language, await phrasesOf(language))
}
