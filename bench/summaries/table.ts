// Measures summaries against those written by people: ROUGE F1 of lead sentences, TextRank and ours, in one run.

import type { SummaryWeights } from '../../src/core/languages/pack.ts'
import { extract } from '../../src/core/summary/extract.ts'
import { type Sentence, type SourceText, weigh } from '../../src/core/summary/features.ts'
import { weightsFor } from '../../src/core/summary/weights.ts'
import { round, type Table } from '../table.ts'
import { type Rouge, rouge } from './rouge.ts'
import {
  cleanTexts,
  type Item,
  mean,
  rawTexts,
  readSet,
  referencesOf,
  roomFor,
  type Task,
  tasks,
} from './texts.ts'
import { timeAnswers } from './time.ts'

export async function summaries(folder = '../shared/bench/summaries'): Promise<Table[]> {
  const available = Object.entries(tasks)
    .map(([name, set]) => ({ name, set, items: readSet(folder, name) }))
    .filter(({ items }) => items.length > 0)
  if (available.length === 0) {
    console.log(`summaries: skipped, no texts in ${folder} (choose a folder with --set)`)
    return []
  }
  const measured = available.map(({ name, set, items }) => ({
    name,
    set,
    items,
    scores: items.map(item => scoresOf(item, set)),
  }))
  return [
    {
      title: `ROUGE-1/2/Lsum F1 of summaries, ${folder}`,
      rows: measured.map(({ name, set, items, scores }) => ({
        set: name,
        items: items.length,
        ...columns(
          'lead',
          scores.map(each => each.lead),
        ),
        ...columns(
          'TextRank',
          scores.map(each => each.textRank),
        ),
        ...columns(
          'ours',
          scores.map(each => each.ours),
        ),
        'r1 over lead': gain(scores),
        goal: set.goal ?? '',
        'even items': gain(scores.filter((_, index) => index % 2 === 0)),
        'odd items': gain(scores.filter((_, index) => index % 2 === 1)),
      })),
    },
    ...available.filter(({ name }) => name === 'cnn').map(({ items }) => timeAnswers(items)),
  ]
}

function scoresOf(item: Item, { kind, words, sentences }: Task) {
  const raw = rawTexts(item)
  const fits = roomFor(words)
  const lead: Sentence[] = []
  for (const span of interleaved(raw)) if (fits(lead, span)) lead.push(span)
  const textRank = extract(weigh(raw, item.lang), textRankWeights, fits)
  const ours = extract(
    weigh(cleanTexts(item), item.lang),
    weightsFor(kind, item.lang),
    roomFor(words, sentences),
  )
  const score = (spans: readonly Sentence[]) =>
    rouge(
      spans.map(span => span.text),
      referencesOf(item),
      item.lang,
    )
  return { lead: score(lead), textRank: score(textRank), ours: score(ours) }
}

const textRankWeights: SummaryWeights = { lead: 0, early: 0, near: 0, rank: 1, length: 0, title: 0, same: 0 }

/** The first sentences of all texts, then the second ones, and so on. */
function interleaved(texts: readonly SourceText[]): Sentence[] {
  const length = Math.max(0, ...texts.map(({ spans }) => spans.length))
  return Array.from({ length }, (_, place) => texts.flatMap(({ spans }) => spans[place] ?? [])).flat()
}

const gain = (scores: readonly { ours: Rouge; lead: Rouge }[]) =>
  round(mean(scores.map(({ ours }) => ours.r1)) - mean(scores.map(({ lead }) => lead.r1)))

const columns = (system: string, scores: readonly Rouge[]) =>
  Object.fromEntries(
    (['r1', 'r2', 'rLsum'] as const).map(name => [
      `${system} ${name}`,
      round(mean(scores.map(each => each[name])), 1),
    ]),
  )
