// What of an article may stand in a summary: sentences, without what newspapers print around them; offsets are kept.
import type { Paragraph } from '../corpus/paragraphs.ts'

/** A sentence, or the telling part of one, as it stands in the article. */
export interface Span {
  /** The paragraph it stands in, counted from 0. */
  paragraph: number
  /** Its place among all sentences of the article, counted from 1. */
  number: number
  /** From where to where in the paragraph's text, in UTF-16 units. */
  start: number
  end: number
  text: string
}

/** The sentences in order, without captions, credits, bylines, datelines, end marks and what is printed twice. */
export function spansOf(paragraphs: readonly Paragraph[]): Span[] {
  const printed = paragraphs.map(({ text }) => plain(text))
  let number = 0
  return paragraphs.flatMap(({ text, sentences }, paragraph) => {
    const first = number + 1
    number += sentences.length
    if (isFurniture(text.replace(endMark, '')) || isRepeated(printed, paragraph)) return []
    return sentences.flatMap((from, index): Span[] => {
      const to = sentences[index + 1] ?? text.length
      const start = from + (index === 0 ? (dateline.exec(text.slice(from, to))?.[0].length ?? 0) : 0)
      const words = text.slice(start, to).replace(endMark, '').trimEnd()
      if (byReporters.test(words)) return []
      if (isFurniture(words) && sentences.length > 1 && !/[.!?…។៕”"»)]$/u.test(words)) return []
      return words === ''
        ? []
        : [{ paragraph, number: first + index, start, end: start + words.length, text: words }]
    })
  })
}

/** Captions, credits, bylines and subheads: short lines that do not end like a sentence, or name who took the picture. */
export function isFurniture(text: string): boolean {
  const line = text.trim()
  if (line.length > 250) return false
  if (credit.test(line)) return true
  return !/[.!?…:;,។៕][”"’'»)\]]*$/u.test(line) && line.split(/\s+/).length <= longestCaption
}

const longestCaption = 14
const credit =
  /^\W*(?:source|photo|image|video|nguồn|ảnh)\s*:|\((?:source|photos?|image|illustrative|file|ảnh|nguồn)\b[^()]*\)\s*$|^[—–-]\s*\p{Lu}{2,}(?:\/\p{Lu}+)*$/iu

/** Who helped to write, at the end of a report. */
const byReporters =
  /\b(?:contributed to|reported (?:on|for)|wrote|designed [^.]*\bin) this (?:report|story|article)\b/iu

/** PHNOM PENH –, Hanoi (VNA) -, (VOVworld) – */
export const dateline =
  /^(?:(?:\p{Lu}[\p{L}.'’]*(?:,? \p{Lu}[\p{L}.'’]*){0,3},? )?\([\p{L}\d /.]{2,30}\)|\p{Lu}{3,}(?:,? \p{Lu}[\p{L}.]+){0,3}) ?(?:–|—|-{1,2}) ?/u

/** What agencies end an article with: ./. and — VNA/VNS. */
const endMark = /(?:(?<=[.!?”"])\s*[—–-]\s*\p{Lu}{2,}(?:\/\p{Lu}+)*|(?<=[\p{L}.”"])\/\.)\s*$/u

/** Printed before or, for a lead, printed again in full further down. */
function isRepeated(printed: readonly string[], at: number): boolean {
  const own = printed[at] ?? ''
  if (own.length < 20) return printed.indexOf(own) < at
  return printed.some((other, place) =>
    place < at ? other.startsWith(own) : place > at && other.length > own.length && other.startsWith(own),
  )
}

const plain = (text: string) =>
  text
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
