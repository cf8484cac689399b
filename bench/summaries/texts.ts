// Reads the sets of texts with summaries written by people, and makes texts to choose sentences from.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Paragraph } from '../../src/core/corpus/paragraphs.ts'
import type { Language } from '../../src/core/languages/language.ts'
import { partOf } from '../../src/core/languages/packs.ts'
import type { FindPeople } from '../../src/core/search/coreference/people.ts'
import { standaloneSentences } from '../../src/core/search/coreference/standalone.ts'
import { type Span, spansOf } from '../../src/core/summary/clean.ts'
import type { Sentence, SourceText } from '../../src/core/summary/features.ts'
import type { Kind } from '../../src/core/summary/weights.ts'
import { sentenceStarts } from '../../src/core/text/sentences.ts'

/** The sets come without a list of names. */
const nobodyKnown: FindPeople = text => ({ mentions: [], rest: text })

export interface Item {
  lang: Language
  /** One sentence a line. */
  presplit?: boolean
  docs: { title: string; text: string }[]
  refs: string[]
}

export interface Task {
  kind: Kind
  /** The length of a summary, with a tenth of slack. White space separates words; in Vietnamese these are syllables. */
  words: number
  sentences: number
  /** The gain over lead sentences to reach, in ROUGE-1 F1. */
  goal?: number
}

export const tasks: Record<string, Task> = {
  cnn: { kind: 'short', words: 60, sentences: 3, goal: 1.5 },
  vnds: { kind: 'short', words: 50, sentences: 3, goal: 2.5 },
  vmds: { kind: 'topic', words: 180, sentences: 99, goal: 1.5 },
  bbc: { kind: 'long', words: 120, sentences: 9, goal: 8 },
  neus: { kind: 'topic', words: 70, sentences: 99 },
  opinosis: { kind: 'topic', words: 25, sentences: 99 },
}

/** The items of a set; none if the folder does not have it. */
export function readSet(folder: string, name: string): Item[] {
  const path = join(folder, `${name}.jsonl`)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Item)
}

/** The texts as our system sees them: cleaned, and with the sentences marked that lean on another. */
export const cleanTexts = (item: Item): SourceText[] =>
  textsOf(item, paragraphs => standaloneSentences(spansOf(paragraphs), item.lang, nobodyKnown))

/** The texts as a system without cleaning sees them. */
export const rawTexts = (item: Item): SourceText[] =>
  textsOf(item, paragraphs =>
    paragraphs.flatMap(({ text, sentences }, paragraph) =>
      sentences.map((start, index) => {
        const words = text.slice(start, sentences[index + 1]).trim()
        return { paragraph, number: 0, start, end: start + words.length, text: words }
      }),
    ),
  )

function textsOf({ docs, presplit, lang }: Item, spans: (paragraphs: Paragraph[]) => Span[]): SourceText[] {
  return docs.map(({ title, text }) => {
    const parts = text.split(presplit ? '\n' : /\n{2,}/).filter(part => part.trim() !== '')
    const cut = (part: string) => ({
      text: part,
      sentences: presplit ? [0] : sentenceStarts(part, partOf(lang, 'sentences')),
    })
    return { title, spans: spans(parts.map(cut)) }
  })
}

/** Decides whether a sentence still fits into a summary of this length. */
export const roomFor =
  (words: number, sentences = Number.POSITIVE_INFINITY) =>
  (chosen: readonly Sentence[], next: Sentence) =>
    chosen.length < sentences &&
    chosen.reduce((sum, span) => sum + lengthOf(span), lengthOf(next)) <= words * LENGTH_SLACK

const LENGTH_SLACK = 1.1

const lengthOf = (span: Sentence) => span.text.split(/\s+/).length

export const referencesOf = ({ refs, lang }: Item): string[][] =>
  refs.map(text => {
    const starts = sentenceStarts(text, partOf(lang, 'sentences'))
    return starts.map((start, index) => text.slice(start, starts[index + 1]))
  })

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
