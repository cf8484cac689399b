// Writes articles as streams, and numbers every surface form.

import type { Article, SearchWords } from '../../corpus/model.ts'
import { unifiedWords } from '../../text/alike/lookalikes.ts'
import { foldUnified, surfaceForm } from '../../text/fold.ts'
import { eachWord } from '../../text/words.ts'
import type { Concepts } from './concepts.ts'
import { createNumbering } from './numbering.ts'
import { passagesOf } from './passages.ts'
import { FIELD_END, fields } from './streams.ts'

export interface StreamWriter {
  /** Numbers the words of an article without writing it. The first words get small numbers, which take less space. */
  enterWords(article: Article): void
  /** Appends an article's stream. */
  write(article: Article): void
  /** Appends a finished stream from an earlier writer with the same forms. */
  copyStream(bytes: Uint8Array): void
  /** The number of a word as written, assigned if it has none; `FIELD_END` for marks that are not a word. */
  number(written: string): number
  /** By number minus one: words as written, but in lowercase, and concepts. */
  surfaceForms: string[]
  /** The streams so far, one after another, and the start of each. */
  streams(): { bytes: Uint8Array; starts: Uint32Array }
}

/**
 * `earlier` has the forms of a writer whose streams will be copied. `characters` is the expected amount of text. Space
 * for it is reserved at once, because memory of lists that grow by copying is not given back.
 */
export function createWriter(
  concepts: Concepts,
  { earlier = [], characters = 0 }: { earlier?: readonly string[]; characters?: number } = {},
): StreamWriter {
  const forms: string[] = []
  /** The folded word of each form. */
  const folded: string[] = []
  const numbers = createNumbering()
  /** By number: the spellings of names that begin with the word, if any. */
  const spellingsByNumber: ReturnType<Concepts['spellingsFrom']>[] = [undefined]
  // A word takes about two bytes; in the text it takes five characters with its space.
  let bytes = new Uint8Array(Math.max(characters / 2, 1 << 14))
  let length = 0
  const starts = [0]
  let field = new Uint32Array(1 << 10)
  let fieldLength = 0

  const addForm = (form: string) => {
    const number = forms.push(form)
    const word = foldUnified(form)
    folded.push(word)
    numbers.add(form, number)
    spellingsByNumber.push(concepts.spellingsFrom(word))
    return number
  }
  for (const form of earlier) addForm(form)

  const numberAt = (text: string, start: number, end: number) => {
    const known = numbers.find(text, start, end)
    if (known >= 0) return known
    const written = text.slice(start, end)
    const form = surfaceForm(written)
    const same = numbers.find(form, 0, form.length)
    const number = same >= 0 ? same : foldUnified(form) ? addForm(form) : FIELD_END
    // Also under the written form, so that a capitalised word is lowercased only once.
    if (form !== written) numbers.add(written, number)
    return number
  }
  const writeNumber = (value: number) => {
    // Seven bits a byte, the lowest first; all bytes but the last have the eighth bit set.
    let rest = value
    while (rest > 127) {
      bytes[length++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[length++] = rest
  }
  const addWords = (written: string) => {
    const text = unifiedWords(written)
    eachWord(text, (start, end) => {
      const number = numberAt(text, start, end)
      if (number === FIELD_END) return
      if (fieldLength === field.length) field = enlarged(field, fieldLength * 2)
      field[fieldLength++] = number
    })
  }
  /** Hidden words are no mention of a name, so they get no concept. */
  const endField = (hidden: SearchWords = []) => {
    const shownLength = fieldLength
    for (const text of hidden) addWords(text)
    // A number takes at most five bytes, and so does the concept that begins with it.
    const maxLength = length + fieldLength * 10 + 1
    if (maxLength > bytes.length) bytes = enlarged(bytes, Math.max(maxLength, bytes.length * 1.5))
    for (let at = 0; at < fieldLength; at++) {
      const number = field[at] as number
      writeNumber(number)
      const concept = conceptAt(at, number, shownLength)
      if (concept) writeNumber(numberAt(concept, 0, concept.length))
    }
    writeNumber(FIELD_END)
    fieldLength = 0
  }
  const conceptAt = (at: number, number: number, end: number) =>
    spellingsByNumber[number]?.find(({ words }) =>
      words.every((word, offset) => {
        const there = at + offset < end ? (field[at + offset] as number) : FIELD_END
        return folded[there - 1] === word
      }),
    )?.concept

  return {
    surfaceForms: forms,
    number: written => numberAt(written, 0, written.length),
    enterWords(article) {
      for (const text of [...fieldsOf(article).flat(), ...searchWordsOf(article)]) addWords(text)
      fieldLength = 0
    },
    write(article) {
      for (const [at, texts] of fieldsOf(article).entries()) {
        for (const text of texts) addWords(text)
        endField(at === fields.names ? searchWordsOf(article) : [])
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
  ...passagesOf(article).map(({ heading, text }) => (heading === undefined ? [text] : [heading, text])),
]

/** Those of the article, and of what it says. */
const searchWordsOf = ({ searchWords = [], keyPoints, figures }: Article): string[] => [
  ...searchWords,
  ...[...keyPoints, ...figures].flatMap(each => each.searchWords ?? []),
]

function enlarged<T extends Uint8Array | Uint32Array>(list: T, length: number): T {
  const larger = new (list.constructor as new (length: number) => T)(length)
  larger.set(list)
  return larger
}
