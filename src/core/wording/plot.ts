// Words the timeline as a plot: each event with its date, its speaker and the articles that mention it.

import { articleById } from '../corpus/article-by-id.ts'
import type { Event } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import type { PlotItem, TimelinePlot } from '../picture/picture.ts'
import { capital } from '../text/capital.ts'
import { sourceWords } from './citation.ts'
import type { LanguageView } from './language-view.ts'

/** Throws if there are no events. */
export function plotOf(events: readonly Event[], { corpus, language, say }: LanguageView): TimelinePlot {
  const items = events.map(itemOf)
  const years = events.flatMap(({ date, until }) => [date.year, (until ?? date).year])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (!Number.isFinite(first)) throw new Error('a timeline of no events cannot be drawn')
  const title = say.commands.timeline.title
  const span = say.commands.timeline.span(say.digits(first), say.digits(last))
  return {
    type: 'timeline',
    language,
    title: first === last ? `${title} · ${say.digits(first)}` : `${title} · ${span}`,
    items,
    legend: say.picture.legend,
    years: Object.fromEntries(range(first, last + 1).map(year => [year, say.digits(year)])),
    source: say.picture.note,
    alt: say.picture.timeline(first === last ? say.digits(first) : span),
  }

  function itemOf({ date, until, derived, text, speaker, articles }: Event): PlotItem {
    const phrases = say.commands.timeline
    const when = until ? phrases.span(say.date(date), say.date(until)) : say.date(date)
    const words = translated(text, language)
    return {
      from: date,
      ...(until && { until }),
      when: capital(derived ? phrases.derived(when) : when),
      derived: derived !== undefined,
      label: speaker ? say.claim(translated(speaker, language), words) : words,
      source: articles
        .flatMap(id => {
          const article = articleById(corpus, id)
          return article ? [sourceWords(article, say)] : []
        })
        .join('; '),
    }
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
