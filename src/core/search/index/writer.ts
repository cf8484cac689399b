// Writes articles as streams, and gives every form of a word its number.
import type { Article } from '../../corpus/model.ts'
import { fold, surfaceForm } from '../../text/fold.ts'
import { eachWord } from '../../text/words.ts'
import type { Concepts } from './concepts.ts'
import { createNumbering } from './numbering.ts'
import { passagesOf } from './passages.ts'
import { FIELD_END } from './streams.ts'

export interface StreamWriter {
  /** Gives the words of an article their numbers: those met first are small, and take the least room. */
  enterWords(article: Article): void
  /** Appends an article's stream. */
  write(article: Article): void
  /** Appends the finished stream of an earlier writer that had the same forms. */
  copyStream(bytes: Uint8Array): void
  /** The number of a word as written, given anew to a new one; `fieldEnd` for marks that make no word. */
  number(written: string): number
  /** Every form by its number less one: as written but for case, or a concept. */
  surfaceForms: string[]
  /** The streams so far, one after another, and where each begins. */
  streams(): { bytes: Uint8Array; starts: Uint32Array }
}

/**
 * `earlier` are the forms of a writer whose streams are to be copied; `characters` is how much text is to come: room is
 * made for it at once, because a list that grows by copies leaves memory behind that nobody gets back.
 */
export function createWriter(
  concepts: Concepts,
  { earlier = [], characters = 0 }: { earlier?: readonly string[]; characters?: number } = {},
): StreamWriter {
  const forms: string[] = []
  /** What the forms fold to. */
  const folded: string[] = []
  const numbers = createNumbering()
  /** By number: the spellings that begin with the word, where any do. */
  const opening: ReturnType<Concepts['spellingsFrom']>[] = [undefined]
  // A word takes two bytes, and is five letters long with its space.
  let bytes = new Uint8Array(Math.max(characters / 2, 1 << 14))
  let length = 0
  const starts = [0]
  let field = new Uint32Array(1 << 10)
  let fieldLength = 0

  const enter = (form: string) => {
    const number = forms.push(form)
    const word = fold(form)
    folded.push(word)
    numbers.add(form, number)
    opening.push(concepts.spellingsFrom(word))
    return number
  }
  for (const form of earlier) enter(form)

  const numberAt = (text: string, start: number, end: number) => {
    const known = numbers.find(text, start, end)
    if (known >= 0) return known
    const written = text.slice(start, end)
    const form = surfaceForm(written)
    const same = numbers.find(form, 0, form.length)
    const number = same >= 0 ? same : fold(form) ? enter(form) : FIELD_END
    // As written too, so that capitals are lowered once and not at each of their places.
    if (form !== written) numbers.add(written, number)
    return number
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
  const add = (text: string) =>
    eachWord(text, (start, end) => {
      const number = numberAt(text, start, end)
      if (number === FIELD_END) return
      if (fieldLength === field.length) field = enlarged(field, fieldLength * 2)
      field[fieldLength++] = number
    })
  const endField = () => {
    // A number takes five bytes at the most, and so does the concept that begins with it.
    const most = length + fieldLength * 10 + 1
    if (most > bytes.length) bytes = enlarged(bytes, Math.max(most, bytes.length * 1.5))
    for (let at = 0; at < fieldLength; at++) {
      const number = field[at] as number
      put(number)
      const concept = conceptAt(at, number)
      if (concept) put(numberAt(concept, 0, concept.length))
    }
    put(FIELD_END)
    fieldLength = 0
  }
  const conceptAt = (at: number, number: number) =>
    opening[number]?.find(({ words }) =>
      words.every((word, offset) => {
        const there = at + offset < fieldLength ? (field[at + offset] as number) : FIELD_END
        return folded[there - 1] === word
      }),
    )?.concept

  return {
    surfaceForms: forms,
    number: written => numberAt(written, 0, written.length),
    enterWords(article) {
      for (const text of fieldsOf(article).flat()) add(text)
      fieldLength = 0
    },
    write(article) {
      for (const texts of fieldsOf(article)) {
        for (const text of texts) add(text)
        endField()
      }
      starts.push(length)
    },
    copyStream(stream) {
      if (length + stream.length > bytes.length)
        bytes = enlarged(bytes, Math.max(length + stream.length, bytes.length * 1.5))
      bytes.set(stream, length)
      length += stream.length
      starts.push(length)
    },
    streams: () => ({ bytes: bytes.subarray(0, length), starts: Uint32Array.from(starts) }),
  }
}

/** The texts of each field, in the order of a stream. */
const fieldsOf = (article: Article): string[][] => [
  [article.title],
  [
    `${article.publisher} ${article.retells?.name ?? ''} ${article.id} ${article.published.year}`,
    ...article.people.map(person => person.name),
    ...article.places,
    ...article.tags,
  ],
  article.keyPoints.map(point => point.text),
  ...passagesOf(article).map(({ text }) => [text]),
]

function enlarged<T extends Uint8Array | Uint32Array>(list: T, length: number): T {
  const larger = new (list.constructor as new (length: number) => T)(length)
  larger.set(list)
  return larger
}
