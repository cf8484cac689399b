// Summaries against what people wrote or marked: ROUGE F1 of lead sentences, TextRank and ours, in one run.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../src/core/corpus/corpus.ts'
import type { Paragraph } from '../src/core/corpus/paragraphs.ts'
import { type Span, spansOf } from '../src/core/summary/clean.ts'
import { extract, type Text, type Weights } from '../src/core/summary/extract.ts'
import { sentenceStarts } from '../src/core/summary/sentences.ts'
import { type Kind, weightsFor } from '../src/core/summary/weights.ts'
import { type Rouge, rouge } from './rouge.ts'
import { percentile, round, type Table } from './table.ts'

interface Item {
  lang: Language
  /** One sentence a line. */
  presplit?: boolean
  docs: { title: string; text: string }[]
  refs: string[]
}

/** Words as white space cuts them, one tenth of slack; the gain over lead sentences that is wanted in ROUGE-1. */
const sets: Record<string, { kind: Kind; words: number; sentences?: number; goal?: number }> = {
  cnn: { kind: 'short', words: 60, sentences: 3, goal: 1.5 },
  vnds: { kind: 'short', words: 50, sentences: 3, goal: 2.5 },
  vmds: { kind: 'topic', words: 180, goal: 1.5 },
  bbc: { kind: 'long', words: 120, sentences: 9, goal: 8 },
  neus: { kind: 'topic', words: 70 },
  opinosis: { kind: 'topic', words: 25 },
}

export async function summaries(folder = '../shared/bench/summaries'): Promise<Table[]> {
  const there = Object.entries(sets).filter(([name]) => existsSync(join(folder, `${name}.jsonl`)))
  if (there.length === 0) {
    console.log(`summaries: left out, there are no texts in ${folder} (name a folder with --set)`)
    return []
  }
  const rows: Table['rows'] = []
  const times: Table['rows'] = []
  for (const [name, { kind, words, sentences = Number.POSITIVE_INFINITY, goal }] of there) {
    const items = readItems(join(folder, `${name}.jsonl`))
    const took: number[] = []
    const scores = items.map(item => {
      const raw = item.docs.map(doc => textOf(doc, item, rawSpans))
      const fits = room(words * 1.1)
      const lead: Span[] = []
      for (const span of interleaved(raw)) if (fits(lead, span)) lead.push(span)
      const begun = performance.now()
      const texts = item.docs.map(doc => textOf(doc, item, spansOf))
      const weights = weightsFor(kind, item.lang)
      const ours = extract(texts, item.lang, weights, room(words * 1.1, sentences))
      took.push(performance.now() - begun)
      return {
        lead: score(lead, item),
        textRank: score(extract(raw, item.lang, onlyTextRank, fits), item),
        ours: score(ours, item),
      }
    })
    const gain = (part: typeof scores) =>
      round(mean(part.map(each => each.ours.r1)) - mean(part.map(each => each.lead.r1)))
    rows.push({
      set: name,
      items: items.length,
      lead: triple(scores.map(each => each.lead)),
      TextRank: triple(scores.map(each => each.textRank)),
      ours: triple(scores.map(each => each.ours)),
      'R1 over lead': gain(scores),
      goal: goal ?? '',
      'even items': gain(scores.filter((_, index) => index % 2 === 0)),
      'odd items': gain(scores.filter((_, index) => index % 2 === 1)),
    })
    times.push({
      set: name,
      texts: round(mean(items.map(item => item.docs.length)), 1),
      'p50 ms': round(percentile(took, 0.5)),
      'p95 ms': round(percentile(took, 0.95)),
    })
  }
  return [
    { title: `ROUGE-1/2/Lsum F1 of summaries, ${folder}`, rows },
    {
      title: 'Time to cut, clean and choose, from the raw text',
      goal: 'p95 20 ms an article, 50 ms a topic of ten',
      rows: times,
    },
  ]
}

const readItems = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Item)

const onlyTextRank: Weights = { lead: 0, early: 0, near: 0, rank: 1, length: 0, title: 0, same: 0 }

function textOf(
  { title, text }: Item['docs'][number],
  { presplit, lang }: Item,
  spans: (paragraphs: Paragraph[]) => Span[],
): Text {
  const paragraphs = text.split(presplit ? '\n' : /\n{2,}/).filter(part => part.trim() !== '')
  return {
    title,
    spans: spans(
      paragraphs.map(part => ({ text: part, sentences: presplit ? [0] : sentenceStarts(part, lang) })),
    ),
  }
}

/** Every sentence as it is: what a system that cleans nothing sees. */
const rawSpans = (paragraphs: Paragraph[]): Span[] =>
  paragraphs.flatMap(({ text, sentences }, paragraph) =>
    sentences.map((start, index) => {
      const words = text.slice(start, sentences[index + 1]).trim()
      return { paragraph, number: 0, start, end: start + words.length, text: words }
    }),
  )

/** The first sentences of all texts, then the second ones. */
function interleaved(texts: readonly Text[]): Span[] {
  const longest = Math.max(0, ...texts.map(({ spans }) => spans.length))
  return Array.from({ length: longest }, (_, place) =>
    texts.flatMap(({ spans }) => spans[place] ?? []),
  ).flat()
}

const length = (span: Span) => span.text.split(/\s+/).length

const room =
  (words: number, sentences = Number.POSITIVE_INFINITY) =>
  (chosen: readonly Span[], next: Span) =>
    chosen.length < sentences && chosen.reduce((sum, span) => sum + length(span), length(next)) <= words

function score(spans: readonly Span[], { refs, lang }: Item): Rouge {
  const cut = (text: string) => {
    const starts = sentenceStarts(text, lang)
    return starts.map((start, index) => text.slice(start, starts[index + 1]))
  }
  return rouge(
    spans.map(span => span.text),
    refs.map(cut),
    lang,
  )
}

const triple = (scores: readonly Rouge[]) =>
  (['r1', 'r2', 'rLsum'] as const).map(name => mean(scores.map(each => each[name])).toFixed(1)).join('/')

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
