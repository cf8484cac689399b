// Fits the weights of summaries to development sets, in two ways: `node bench/summaries/tune.ts SET...`.
//
// *Climbing* moves every weight up and down in turn while ROUGE-1 rises. It does so on eight random draws of the items and
// averages the results, because a single draw would be fitted to its accidents. *Regression* fits the features to the words
// that a sentence shares with the references, less a part of its own length. Both fit one half of the items and are measured
// on the other; the weights printed are fitted to all items.

import type { SummaryWeights } from '../../src/core/languages/pack.ts'
import { extract } from '../../src/core/summary/extract.ts'
import { type WeighedSentence, weigh } from '../../src/core/summary/features.ts'
import { type Example, regress } from './regression.ts'
import { rouge1, tokensOf } from './rouge.ts'
import { cleanTexts, mean, readSet, referencesOf, roomFor, tasks } from './texts.ts'

interface TuningItem {
  examples: Example[]
  score(weights: SummaryWeights): number
}

const folder = '../shared/bench/summaries'
const DRAWS = 8

function readItems(name: string): TuningItem[] {
  const set = tasks[name]
  if (!set) throw new Error(`no set ${name}`)
  return readSet(folder, name).map(item => {
    const weighed = weigh(cleanTexts(item), item.lang)
    const tokens = new Map(weighed.map(({ span }) => [span, tokensOf(span.text, item.lang)]))
    const references = referencesOf(item).map(each => tokensOf(each.join(' '), item.lang))
    const fits = roomFor(set.words, set.sentences)
    return {
      examples: examplesOf(weighed, tokens, references),
      score: weights =>
        rouge1(
          extract(weighed, weights, fits).flatMap(span => tokens.get(span) ?? []),
          references,
        ),
    }
  })
}

/** The value of a sentence is the share of the references that it covers, less a price for each of its own words. */
function examplesOf(
  weighed: readonly WeighedSentence[],
  tokens: ReadonlyMap<WeighedSentence['span'], string[]>,
  references: readonly string[][],
): Example[] {
  const length = mean(references.map(each => each.length))
  return weighed.map(({ span, features }) => {
    const words = tokens.get(span) ?? []
    const hits = mean(references.map(reference => sharedWith(reference, words)))
    return {
      features: featureNames.map(name => features[name]),
      value: (hits - WORD_PRICE * words.length) / length,
    }
  })
}

const WORD_PRICE = 0.22

function sharedWith(reference: readonly string[], words: readonly string[]): number {
  const left = [...reference]
  return words.filter(word => left.includes(word) && left.splice(left.indexOf(word), 1)).length
}

const featureNames = ['lead', 'early', 'near', 'rank', 'length', 'title'] as const

/** Multiplied by three, which only makes the numbers comparable with the climbed ones; `same` is not fitted. */
function fitByRegression(items: readonly TuningItem[]): SummaryWeights {
  const weights = regress(items.map(({ examples }) => examples).filter(each => each.length > 0))
  return {
    ...(Object.fromEntries(
      featureNames.map((name, at) => [name, Number((3 * (weights[at] ?? 0)).toFixed(2))]),
    ) as unknown as SummaryWeights),
    same: 1.05,
  }
}

/** The same for all sets, so that neither half influences the start of the other. */
const startWeights: SummaryWeights = {
  lead: 0.3,
  early: 0.3,
  near: 0.4,
  rank: 0.3,
  length: -0.3,
  title: 0.9,
  same: 0.9,
}

const meanScore = (items: readonly TuningItem[], weights: SummaryWeights) =>
  mean(items.map(item => item.score(weights)))

function fitByClimbing(items: readonly TuningItem[]): SummaryWeights {
  const results = Array.from({ length: DRAWS }, (_, draw) => climb(items, seededRandom(draw + 1)))
  const all = Object.keys(startWeights) as (keyof SummaryWeights)[]
  return Object.fromEntries(
    all.map(name => [name, Number(mean(results.map(each => each[name])).toFixed(2))]),
  ) as unknown as SummaryWeights
}

function climb(items: readonly TuningItem[], random: () => number): SummaryWeights {
  const drawn = items.map(() => items[Math.floor(random() * items.length)] as TuningItem)
  let weights = startWeights
  let best = meanScore(drawn, weights)
  for (const step of [0.6, 0.3, 0.3, 0.15, 0.08])
    for (const name of Object.keys(startWeights) as (keyof SummaryWeights)[])
      for (const move of [step, -step])
        for (let again = 0; again < 3; again++) {
          const moved = { ...weights, [name]: weights[name] + move }
          const reached = meanScore(drawn, moved)
          if (reached <= best + 0.02) break
          weights = moved
          best = reached
        }
  return weights
}

/** Random numbers from 0 to 1, the same in every run (a linear congruential generator). */
function seededRandom(seed: number): () => number {
  let state = seed * 7919
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

for (const names of process.argv.slice(2)) {
  const items = names.split('+').flatMap(readItems)
  const even = items.filter((_, index) => index % 2 === 0)
  const odd = items.filter((_, index) => index % 2 === 1)
  for (const [way, by] of [
    ['climbing', fitByClimbing],
    ['regression', fitByRegression],
  ] as const) {
    const [one, other] = [by(even), by(odd)]
    const seen = mean([meanScore(even, one), meanScore(odd, other)])
    const unseen = mean([meanScore(odd, one), meanScore(even, other)])
    const weights = by(items)
    console.log(
      `${names}, ${way}: ROUGE-1 ${seen.toFixed(2)} on the fitted half, ${unseen.toFixed(2)} on the other`,
    )
    console.log(`  ${meanScore(items, weights).toFixed(2)} on all with`, JSON.stringify(weights))
  }
}
