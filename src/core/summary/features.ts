// What a sentence is valued by, worked out once for the texts that are summarised together.
import type { Language } from '../languages/language.ts'
import { likeness, nearness, textRank, unit, type Vector, vectorsOf } from './centrality.ts'
import { type Terms, termsOf } from './terms.ts'

/** What can be chosen: a sentence of an article, or a key point of its curator. */
export interface Sentence {
  text: string
  /** Its place in its text, counted from 1. */
  number: number
  /** The number of the sentence right before, without which this one must not be shown. */
  leansOn?: number
}

/** One of the texts that are summarised together. */
export interface Text<S extends Sentence = Sentence> {
  title: string
  spans: readonly S[]
}

/** Each from 0 to 1. */
export interface Features {
  /** 1 for the first sentence of its text, a half for the second, a third ... */
  lead: number
  /** 1 at the begin of its text, 0 at the end. */
  early: number
  /** Its nearness to the other sentences, and by TextRank. */
  near: number
  rank: number
  /** Thirty words or more have 1. */
  length: number
  /** Its likeness to the title. */
  title: number
}

/** A sentence with all that choosing it needs. */
export interface Weighed<S extends Sentence = Sentence> {
  span: S
  /** The place of its text among the texts. */
  text: number
  features: Features
  vector: Vector
}

export function weigh<S extends Sentence>(
  texts: readonly Text<S>[],
  language: Language,
  termsIn: (text: string) => Terms = text => termsOf(text, language),
): Weighed<S>[] {
  const terms = texts.flatMap(({ spans }) => spans.map(span => termsIn(span.text)))
  const vectors = vectorsOf(terms)
  const near = nearness(vectors)
  const rank = textRank(terms)
  const titles = texts.map(({ title }) => unit(termsIn(title)))
  let next = 0
  return texts.flatMap(({ spans }, text) =>
    spans.map((span, place) => {
      const at = next++
      const vector = vectors[at] ?? new Map()
      const features = {
        lead: 1 / (1 + place),
        early: 1 - place / Math.max(1, spans.length - 1),
        near: near[at] ?? 0,
        rank: rank[at] ?? 0,
        length: Math.min(1, span.text.split(/\s+/).length / 30),
        title: Math.max(0, ...titles.map(title => likeness(title, vector))),
      }
      return { span, text, features, vector }
    }),
  )
}
