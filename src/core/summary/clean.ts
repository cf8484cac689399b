// Selects the sentences of an article that a summary may use, leaving out what newspapers print around them.

import type { Paragraph } from '../corpus/paragraphs.ts'

/** A sentence, without its dateline and end mark, and its place in the article. */
export interface Span {
  /** Its paragraph, counted from 0. */
  paragraph: number
  /** Its place among all sentences of the article, counted from 1. */
  number: number
  /** Its place in the paragraph's text, in UTF-16 units. */
  start: number
  end: number
  text: string
}

/**
 * The sentences in order, without captions, credits, bylines, datelines, end marks and what was said before. A text that
 * has nothing else consists of its lines, whether or not they end in a full stop.
 */
export function spansOf(paragraphs: readonly Paragraph[]): Span[] {
  const spans = selectSpans(paragraphs, isFurniture)
  return spans.length > 0 ? spans : selectSpans(paragraphs, isCredit)
}

function selectSpans(paragraphs: readonly Paragraph[], isLeftOut: (line: string) => boolean): Span[] {
  const printed = paragraphs.map(({ text }) => wordsOnly(text))
  const seen = new Set<string>()
  let number = 0
  return paragraphs.flatMap(({ text, sentences }, paragraph) => {
    const first = number + 1
    number += sentences.length
    if (isLeftOut(text.replace(endMark, '')) || isRepeated(printed, paragraph)) return []
    return sentences.flatMap((from, index): Span[] => {
      const to = sentences[index + 1] ?? text.length
      const start = from + (index === 0 ? (dateline.exec(text.slice(from, to))?.[0].length ?? 0) : 0)
      const words = text.slice(start, to).replace(endMark, '').trimEnd()
      if (reporterCredit.test(words)) return []
      if (isLeftOut(words) && sentences.length > 1 && !/[.!?…។៕”"»)]$/u.test(words)) return []
      const key = wordsOnly(words)
      if (words === '' || seen.has(key)) return []
      seen.add(key)
      return [{ paragraph, number: first + index, start, end: start + words.length, text: words }]
    })
  })
}

/** Captions, credits, bylines and subheads: short lines that do not end like a sentence or that credit a picture. */
export function isFurniture(text: string): boolean {
  const line = text.trim()
  if (line.length > MAX_FURNITURE_UNITS) return false
  if (isCredit(line)) return true
  return !/[.!?…:;,។៕][”"’'»)\]]*$/u.test(line) && line.split(/\s+/).length <= MAX_CAPTION_WORDS
}

const isCredit = (line: string) => line.length <= MAX_FURNITURE_UNITS && creditLine.test(line.trim())

const MAX_FURNITURE_UNITS = 250
const MAX_CAPTION_WORDS = 14
const creditLine =
  /^\W*(?:source|photo|image|video|nguồn|ảnh)\s*:|\((?:source|photos?|image|illustrative|file|ảnh|nguồn)\b[^()]*\)\s*$|^[—–-]\s*\p{Lu}{2,}(?:\/\p{Lu}+)*$/iu

/** The line at the end of a report that credits contributors. */
const reporterCredit =
  /\b(?:contributed to|reported (?:on|for)|wrote|designed [^.]*\bin) this (?:report|story|article)\b/iu

/** PHNOM PENH –, Hanoi (VNA) -, (VOVworld) – */
export const dateline =
  /^(?:(?:\p{Lu}[\p{L}.'’]*(?:,? \p{Lu}[\p{L}.'’]*){0,3},? )?\([\p{L}\d /.]{2,30}\)|\p{Lu}{3,}(?:,? \p{Lu}[\p{L}.]+){0,3}) ?(?:–|—|-{1,2}) ?/u

/** Agencies end an article with ./. or — VNA/VNS. */
const endMark = /(?:(?<=[.!?”"])\s*[—–-]\s*\p{Lu}{2,}(?:\/\p{Lu}+)*|(?<=[\p{L}.”"])\/\.)\s*$/u

/** Whether a paragraph was printed before, or is a lead that is printed again in full further down. */
function isRepeated(printed: readonly string[], at: number): boolean {
  const own = printed[at] ?? ''
  if (own.length < MIN_LEAD_UNITS) return printed.indexOf(own) < at
  return printed.some((other, place) =>
    place < at ? other.startsWith(own) : place > at && other.length > own.length && other.startsWith(own),
  )
}

/** A shorter paragraph may be the beginning of another by chance. */
const MIN_LEAD_UNITS = 20

const wordsOnly = (text: string) =>
  text
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
