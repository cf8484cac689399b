// Articles as streams of numbers, one for each word: what postings are counted from and closeness is measured on.
import type { Article } from '../corpus/corpus.ts'
import type { Concepts } from './concepts.ts'
import { eachWord, fold, formOf } from './fold.ts'
import { passagesOf } from './passages.ts'

/** Stands in a stream where a field or a passage ends; the numbers of forms begin at 1. */
export const fieldEnd = 0

/** What a stream holds, in this order; every field from `text` on is one passage. */
export const fields = { title: 0, names: 1, keyPoints: 2, text: 3 }

export interface StreamWriter {
  /** Appends an article's stream. */
  write(article: Article): void
  /** Appends the finished stream of an earlier writer that had the same forms. */
  copy(bytes: Uint8Array): void
  /** The number of a word as written, given anew to a new one; `fieldEnd` for marks that make no word. */
  number(written: string): number
  /** Every form by its number less one: as written but for case, or a concept. */
  forms: string[]
  /** The streams so far, one after another, and where each begins; a view that the next `write` may overtake. */
  streams(): { bytes: Uint8Array; starts: Uint32Array }
}

export function createWriter(concepts: Concepts, earlier: readonly string[] = []): StreamWriter {
  const forms = [...earlier]
  const numbers = new Map(forms.map((form, index) => [form, index + 1]))
  /** By number: the spellings that begin with the word, where any do. */
  const opening = [undefined, ...forms.map(form => concepts.from(fold(form)))]
  let bytes = new Uint8Array(1 << 14)
  let length = 0
  const starts = [0]
  let field: number[] = []

  const enter = (form: string) => {
    const number = forms.push(form)
    numbers.set(form, number)
    opening.push(concepts.from(fold(form)))
    return number
  }
  const number = (written: string) => {
    const known = numbers.get(written)
    if (known !== undefined) return known
    const form = formOf(written)
    const entered = numbers.get(form) ?? (fold(form) ? enter(form) : fieldEnd)
    // As written too, so that capitals are lowered once and not at each of their places.
    numbers.set(written, entered)
    return entered
  }
  const put = (value: number) => {
    // Seven bits a byte, the lowest first: frequent words are met early and have small numbers.
    let rest = value
    while (rest > 127) {
      bytes[length++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[length++] = rest
  }
  const room = (more: number) => {
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 1.5, length + more))
    larger.set(bytes.subarray(0, length))
    bytes = larger
  }
  const add = (text: string) =>
    eachWord(text, written => {
      const each = number(written)
      if (each !== fieldEnd) field.push(each)
    })
  const endField = () => {
    room(field.length * 10 + 1)
    for (let at = 0; at < field.length; at++) {
      const each = field[at] as number
      put(each)
      const concept = opening[each] && conceptAt(at, each)
      if (concept) put(number(concept))
    }
    put(fieldEnd)
    field = []
  }
  const conceptAt = (at: number, each: number) =>
    opening[each]?.find(({ words }) =>
      words.every((word, offset) => fold(forms[(field[at + offset] ?? 0) - 1] ?? '') === word),
    )?.concept

  return {
    forms,
    number,
    write(article) {
      add(article.title)
      endField()
      add(`${article.publisher} ${article.retells?.name ?? ''} ${article.id} ${article.published.year}`)
      for (const name of [...article.people.map(person => person.name), ...article.places, ...article.tags])
        add(name)
      endField()
      for (const point of article.keyPoints) add(point.text)
      endField()
      for (const { text } of passagesOf(article)) {
        add(text)
        endField()
      }
      starts.push(length)
    },
    copy(stream) {
      room(stream.length)
      bytes.set(stream, length)
      length += stream.length
      starts.push(length)
    },
    streams: () => ({ bytes: bytes.subarray(0, length), starts: Uint32Array.from(starts) }),
  }
}

/** Visits the numbers of one stream in order. */
export function readStream(
  bytes: Uint8Array,
  from: number,
  to: number,
  visit: (number: number) => void,
): void {
  for (let at = from; at < to; ) {
    let byte = bytes[at++] as number
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      value |= (byte & 127) << shift
    }
    visit(value)
  }
}
