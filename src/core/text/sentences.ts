// Finds where sentences begin, as positions in the text.
//
// A mark that may end a sentence is looked at with the word before it and what follows: abbreviations, initials, numbers
// and quotations that go on do not end one. Scripts with end marks of their own (Khmer) write no space after them.

import { memoByText } from './memo.ts'

/** What a language's sentences need beside the rules that all of them share. */
export interface SentenceRules {
  /** Marks that always end a sentence, where the script has its own; other marks then end none. */
  endMarks?: string
  /** Lowercase words before a stop that never ends a sentence: "mr". */
  abbreviations: ReadonlySet<string>
  /** Words before a stop that ends a sentence only if what follows begins like one: "inc". */
  endAbbreviations: ReadonlySet<string>
  /** How sentences begin, as names do not: "The", "However". */
  openings?: RegExp
  /** A quotation of its own may begin in lowercase. */
  mayQuoteLowercase?: true
}

/** Where each sentence begins, in UTF-16 units; the first is 0. An empty text has none. A blank line ends a sentence too. */
export function sentenceStarts(text: string, rules: SentenceRules): number[] {
  if (text === '') return []
  const starts = [0]
  const { endMarks } = rules
  const breaks = text.matchAll(endMarks === undefined ? mark : endMarkPattern(endMarks))
  const lines = text.matchAll(lineBreak)
  let line = lines.next().value
  const passLines = (before: number) => {
    for (; line && line.index < before; line = lines.next().value)
      push(starts, line.index + line[0].length, text)
  }
  for (const { 0: found, index, 1: marks = '' } of breaks) {
    passLines(index)
    const from = starts.at(-1) ?? 0
    // The notes behind an earlier mark hold marks themselves: [who?]
    if (index < from) continue
    // What is looked at has an end, or a text without ends would take the square of its length.
    const before = text.slice(Math.max(from, index - MAX_CONTEXT_UNITS), index)
    const end =
      index + found.length + closingAfter(before, text.slice(index + found.length, index + found.length + 3))
    const next = text.slice(wordAt(text, end), wordAt(text, end) + MAX_CONTEXT_UNITS)
    if (endMarks !== undefined || ends(before, marks, next, rules)) push(starts, end, text)
  }
  passLines(text.length)
  return starts
}

const MAX_CONTEXT_UNITS = 1000

/** Begins a sentence at the first letter from `at` on, unless nothing is left or one begins there already. */
function push(starts: number[], at: number, text: string): void {
  const start = wordAt(text, at)
  if (start < text.length && start > (starts.at(-1) ?? 0)) starts.push(start)
}

function wordAt(text: string, at: number): number {
  notSpace.lastIndex = at
  return notSpace.exec(text)?.index ?? text.length
}
const notSpace = /\S/g

/** Notes that belong to the sentence they follow: [3], [citation needed], (Photo: AP). */
const note = String.raw`\s*(?:\[(?:\d+|\p{Ll}|[\p{Ll} ]*(?:needed|\?))\]|\((?:Source|Photo|Image|Nguồn|Ảnh): [^()]*\))`
/** Marks with the quotation marks and brackets that close after them, before a space, and their notes. */
const mark = new RegExp(String.raw`([.!?…]+)(?:["'”’»)\]]*|“)(?=\s)(?:${note})*`, 'gu')
/** More scripts with end marks of their own than there are languages here. */
const MAX_SCRIPTS = 20
const endMarkPattern = memoByText(marks => new RegExp(`([${marks}]+)(?:[”’»)\\]]*)`, 'gu'), MAX_SCRIPTS)
/**
 * Breaks without a mark: a blank line, a bullet on a line of its own, the credit of a picture, the line of a date above
 * a report, and the number of a note before a pronoun, where the mark was forgotten.
 */
const lineBreak =
  /\n[^\S\n]*\n|\n(?=\s*[•*–-] )|\s(?=(?:Image|Photo|Ảnh): \p{Lu})|^\p{Lu}\p{Ll}+day, \p{Lu}\p{Ll}+ \d{1,2}, \d{4}\s(?=\p{Lu})|^\s*date \d{4}-\d{2}-\d{2}\s|\[\d+\]\s(?=(?:He|She|It|They|We) )/gu

/**
 * How much of what follows still closes the sentence: a straight quotation mark, where one is open. Behind a space it
 * closes only if it does not stand at a word, where it would open.
 */
function closingAfter(before: string, after: string): number {
  const open = (before.match(/"/g)?.length ?? 0) % 2 === 1
  return open ? (/^(?:"|\s"(?=\s|$))/.exec(after)?.[0].length ?? 0) : 0
}

function ends(before: string, marks: string, next: string, rules: SentenceRules): boolean {
  // The mark stands inside of a quotation that ends with one of its own: "... này! ".
  if (/^["”’']?\s*[.,;:!?)\]]/u.test(next)) return false
  // A quotation that goes on: “Why?” he asked. Where a new one may begin in lowercase, it is taken for that.
  if (/^["'“‘(«]?\p{Ll}/u.test(next) && !(rules.mayQuoteLowercase && /^["“«]/.test(next))) return false
  // Somebody's dash: "Yes." - he said.
  if (/^[-–—]\s*\p{Ll}/u.test(next)) return false
  // Viva Maria! (1965), Why? (a film of 1950)
  if (/^\((?:\d|[^().]{0,40}\b\d{4}\))/.test(next)) return false
  // Words left out of a sentence: Seven Days ... Seven Nights
  if (/^(?:\.{3,}|…)$/.test(marks) && /[^.!?\s]\s$/.test(before)) return false
  if (marks !== '.') return true
  const word = /(\S+)$/u.exec(before)?.[1] ?? ''
  return !isAbbreviation(word, next, rules)
}

function isAbbreviation(written: string, next: string, rules: SentenceRules): boolean {
  const word = written.replace(/^["'“‘(«[]+/u, '')
  // (c. 1818), (b. August 2015), c. 347
  if (/^\((?:c|b|d|r|fl|ca)$/.test(written) || (/^ca?$/.test(written) && /^\d/.test(next))) return true
  const small = word.toLowerCase()
  // J. R. R. Tolkien, Nguyễn V. A.
  if (/^\p{Lu}$/u.test(word) || /(?:^|[-.])\p{Lu}$/u.test(word)) {
    // The United States, at the end: what follows begins like a sentence.
    if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !beginsLikeSentence(next, rules)
    return true
  }
  if (rules.abbreviations.has(small)) return true
  if (rules.endAbbreviations.has(small)) return !beginsLikeSentence(next, rules)
  // 3. Item, Art. 5: a number alone before the stop numbers what follows; so does one after it.
  if (/^\d{1,2}$/.test(word) && /^\d/.test(next)) return true
  return /^(?:no|nos|art|fig|vol|p|pp|ch|sec)$/.test(small) && /^\d/.test(next)
}

const beginsLikeSentence = (next: string, { openings }: SentenceRules) => openings?.test(next) === true
