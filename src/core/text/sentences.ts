// Finds where sentences begin, as positions in the text.
//
// Each mark that may end a sentence is checked with the word before it and the text after it: abbreviations, initials,
// numbers and quotations that continue do not end one. Scripts with their own end marks (Khmer) write no space after
// them.

import { memoByText } from './memo.ts'

/** The rules for one language's sentences, beside those that all languages share. */
export interface SentenceRules {
  /** Marks that always end a sentence, if the script has its own; then no other mark ends one. */
  endMarks?: string
  /** Lowercase words before a stop that never ends a sentence: "mr". */
  abbreviations: ReadonlySet<string>
  /** Words before a stop that ends a sentence only if the next words begin like one: "inc". */
  endAbbreviations: ReadonlySet<string>
  /** Words that begin a sentence but not a name: "The", "However". */
  openings?: RegExp
  /** A new quotation may begin in lowercase. */
  mayQuoteLowercase?: true
}

/**
 * The start of each sentence, in UTF-16 units; the first is 0. An empty text has none. A blank line ends a sentence
 * too.
 */
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
  for (const { 0: match, index, 1: marks = '' } of breaks) {
    passLines(index)
    const from = starts.at(-1) ?? 0
    // The notes after an earlier mark may contain marks: [who?]
    if (index < from) continue
    // Bounded, because otherwise a text without sentence ends would take quadratic time.
    const before = text.slice(Math.max(from, index - MAX_CONTEXT_UNITS), index)
    const end =
      index + match.length + closingAfter(before, text.slice(index + match.length, index + match.length + 3))
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
/** More than the scripts with their own end marks among the languages here. */
const MAX_SCRIPTS = 20
const endMarkPattern = memoByText(marks => new RegExp(`([${marks}]+)(?:[”’»)\\]]*)`, 'gu'), MAX_SCRIPTS)
/**
 * Breaks without a mark: a blank line, a bullet on its own line, a picture credit, the dateline above a report, and a
 * note's number before a pronoun, where the mark was forgotten.
 */
const lineBreak =
  /\n[^\S\n]*\n|\n(?=\s*[•*–-] )|\s(?=(?:Image|Photo|Ảnh): \p{Lu})|^\p{Lu}\p{Ll}+day, \p{Lu}\p{Ll}+ \d{1,2}, \d{4}\s(?=\p{Lu})|^\s*date \d{4}-\d{2}-\d{2}\s|\[\d+\]\s(?=(?:He|She|It|They|We) )/gu

/**
 * How many characters after the mark still close the sentence: a straight quotation mark, if one is open. After a space
 * it closes only if no word follows directly; otherwise it opens.
 */
function closingAfter(before: string, after: string): number {
  const open = (before.match(/"/g)?.length ?? 0) % 2 === 1
  return open ? (/^(?:"|\s"(?=\s|$))/.exec(after)?.[0].length ?? 0) : 0
}

function ends(before: string, marks: string, next: string, rules: SentenceRules): boolean {
  // The mark is inside a quotation that has its own end mark: "... này! ".
  if (/^["”’']?\s*[.,;:!?)\]]/u.test(next)) return false
  // A quotation that continues: “Why?” he asked. If new quotations may begin in lowercase, it counts as a new one.
  if (/^["'“‘(«]?\p{Ll}/u.test(next) && !(rules.mayQuoteLowercase && /^["“«]/.test(next))) return false
  // A dash before the speaker: "Yes." - he said.
  if (/^[-–—]\s*\p{Ll}/u.test(next)) return false
  // A date in brackets: Viva Maria! (1965), Why? (a film of 1950)
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
    // The United States (U.S.) at the end of a sentence: the next words begin like a new one.
    if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !beginsLikeSentence(next, rules)
    return true
  }
  if (rules.abbreviations.has(small)) return true
  if (rules.endAbbreviations.has(small)) return !beginsLikeSentence(next, rules)
  // 3. Item, Art. 5: a lone number before the stop numbers the text after it; so does a number after it.
  if (/^\d{1,2}$/.test(word) && /^\d/.test(next)) return true
  return /^(?:no|nos|art|fig|vol|p|pp|ch|sec)$/.test(small) && /^\d/.test(next)
}

const beginsLikeSentence = (next: string, { openings }: SentenceRules) => openings?.test(next) === true
