// Measures sentence boundaries on gold texts: F1 by language, beside Intl.Segmenter in the same run.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../src/core/languages/language.ts'
import { partOf } from '../src/core/languages/packs.ts'
import { sentenceStarts } from '../src/core/text/sentences.ts'
import { round, type Table } from './table.ts'

interface GoldText {
  lang: Language
  sentences: string[]
}

const goalsPercent = { en: 99, vi: 98, km: 98.5 }

export async function sentences(folder = '../shared/bench/segmentation'): Promise<Table[]> {
  if (!existsSync(folder)) {
    console.log(`sentences: skipped, no gold texts in ${folder} (choose a folder with --set)`)
    return []
  }
  const gold = readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .flatMap(name => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map(line => JSON.parse(line) as GoldText)
  const rows = (['en', 'vi', 'km'] as const).map(lang => {
    const texts = gold.filter(each => each.lang === lang)
    const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
    const segmenterStarts = (text: string) => Array.from(segmenter.segment(text), segment => segment.index)
    const begun = performance.now()
    const ours = boundaryF1(texts, text => sentenceStarts(text, partOf(lang, 'sentences')))
    const ms = performance.now() - begun
    const size = texts.reduce((sum, each) => sum + each.sentences.join(' ').length, 0)
    return {
      lang,
      texts: texts.length,
      F1: round(ours),
      goal: goalsPercent[lang],
      'Intl.Segmenter': round(boundaryF1(texts, segmenterStarts)),
      'ms a 100 kB': round((ms / size) * 100_000, 1),
    }
  })
  return [{ title: `Sentence boundaries, ${folder}`, rows }]
}

/** F1 of the boundaries between sentences, in percent. Positions are counted without white space. */
function boundaryF1(texts: readonly GoldText[], split: (text: string) => number[]): number {
  let correct = 0
  let returned = 0
  let expected = 0
  for (const { lang, sentences } of texts) {
    const text = sentences.join(lang === 'km' ? '' : ' ')
    const gold = new Set<number>()
    let at = 0
    for (const sentence of sentences.slice(0, -1)) {
      at += lengthWithoutSpaces(sentence)
      gold.add(at)
    }
    const ours = new Set(split(text).map(start => lengthWithoutSpaces(text.slice(0, start))))
    ours.delete(0)
    ours.delete(lengthWithoutSpaces(text))
    for (const start of ours) if (gold.has(start)) correct++
    returned += ours.size
    expected += gold.size
  }
  return (200 * correct) / (returned + expected)
}

const lengthWithoutSpaces = (text: string) => text.replace(/[\s\u200b]/g, '').length
