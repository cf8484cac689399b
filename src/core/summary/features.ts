// Computes the features that decide how much a sentence is worth, once for all texts that are summarised together.

import type { Language } from '../languages/language.ts'
import {
  cosineSimilarity,
  nearnessToOthers,
  textRank,
  unitVector,
  type Vector,
  vectorsOf,
} from './centrality.ts'
import { type Terms, termsOf } from './terms.ts'

/** A sentence of an article, or a curator's key point. */
export interface Sentence {
  text: string
  /** Its place in its text, counted from 1. */
  number: number
  /** The number of the sentence before it, without which this one must not be shown. */
  leansOn?: number
}

/** One of the texts that are summarised together. */
export interface SourceText<S extends Sentence = Sentence> {
  title: string
  spans: readonly S[]
}

/** Each from 0 to 1. */
export interface Features {
  /** 1 for the first sentence of its text, 1/2 for the second, 1/3 for the third ... */
  lead: number
  /** 1 at the beginning of its text, 0 at the end. */
  early: number
  /** Its similarity to the other sentences. */
  near: number
  /** Its TextRank. */
  rank: number
  /** 1 for thirty words or more. */
  length: number
  /** Its similarity to the title. */
  title: number
}

/** A sentence with everything that `extract` needs. */
export interface WeighedSentence<S extends Sentence = Sentence> {
  span: S
  /** The index of its text among the texts. */
  textIndex: number
  features: Features
  vector: Vector
}

export function weigh<S extends Sentence>(
  texts: readonly SourceText<S>[],
  language: Language,
  termsIn: (text: string) => Terms = text => termsOf(text, language),
): WeighedSentence<S>[] {
  const terms = texts.flatMap(({ spans }) => spans.map(span => termsIn(span.text)))
  const vectors = vectorsOf(terms)
  const near = nearnessToOthers(vectors)
  const rank = textRank(terms)
  const titles = texts.map(({ title }) => unitVector(termsIn(title)))
  let next = 0
  return texts.flatMap(({ spans }, textIndex) =>
    spans.map((span, place) => {
      const at = next++
      const vector = vectors[at] ?? new Map()
      const features = {
        lead: 1 / (1 + place),
        early: 1 - place / Math.max(1, spans.length - 1),
        near: near[at] ?? 0,
        rank: rank[at] ?? 0,
        length: Math.min(1, span.text.split(/\s+/).length / FULL_LENGTH_WORDS),
        title: Math.max(0, ...titles.map(title => cosineSimilarity(title, vector))),
      }
      return { span, textIndex, features, vector }
    }),
  )
}

const FULL_LENGTH_WORDS = 30
