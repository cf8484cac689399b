// Finds where sentences begin, as positions in the text.
//
// Each mark that may end a sentence is checked with the word before it and the text after it: abbreviations, initials,
// numbers and quotations that continue do not end one. Scripts with their own end marks (Khmer) write no space after
// them.

import { type AbbreviationRules, isAbbreviation, type TextEvidence, textEvidence } from './abbreviations.ts'
import { memoByText } from './memo.ts'

/** The rules for one language's sentences, beside those that all languages share. */
export interface SentenceRules extends AbbreviationRules {
  /** Marks that always end a sentence, if the script has its own; then no other mark ends one. */
  endMarks?: string
  /** Words that mean "and so on" between two end marks, which then end nothing: "។ល។". */
  andSoOn?: readonly string[]
  /** A new quotation may begin in lowercase. */
  mayQuoteLowercase?: true
}

/**
 * The start of each sentence, in UTF-16 units; the first is 0. An empty text has none. A blank line ends a sentence
 * too. The evidence is of the whole article, if the text is a part of one.
 */
export function sentenceStarts(
  text: string,
  rules: SentenceRules,
  evidence: TextEvidence = textEvidence(text),
): number[] {
  if (text === '') return []
  const starts = [0]
  const { endMarks, andSoOn = [] } = rules
  const breaks = text.matchAll(
    endMarks === undefined ? mark : endMarkPattern(`${endMarks} ${andSoOn.join('|')}`),
  )
  const lines = text.matchAll(lineBreak)
  let line = lines.next().value
  const passLines = (before: number) => {
    for (; line && line.index < before; line = lines.next().value)
      push(starts, line.index + line[0].length, text)
  }
  for (const { 0: match, index, 1: marks = '', 2: andSoOnWord } of breaks) {
    passLines(index)
    const from = starts.at(-1) ?? 0
    // The notes after an earlier mark may contain marks: [who?]
    if (index < from) continue
    // Bounded, because otherwise a text without sentence ends would take quadratic time.
    const before = text.slice(Math.max(from, index - MAX_CONTEXT_UNITS), index)
    const end =
      index + match.length + closingAfter(before, text.slice(index + match.length, index + match.length + 3))
    if (endMarks !== undefined) {
      if (!andSoOnWord && !isEnumerator(before)) push(starts, end, text)
      continue
    }
    const next = text.slice(wordAt(text, end), wordAt(text, end) + MAX_CONTEXT_UNITS)
    if (ends(before, marks, next, { rules, evidence })) push(starts, end, text)
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
const mark = new RegExp(String.raw`([.!?…]+)(?:["'”’»)\]]*|“)(?=\s|\[\d+\](?:[\s[]|$))(?:${note})*`, 'gu')
/** More than the scripts with their own end marks among the languages here. */
const MAX_SCRIPTS = 20
const endMarkPattern = memoByText(marksAndWords => {
  const [marks = '', words] = marksAndWords.split(' ')
  const andSoOn = words ? `(?:[\\s\\u200b]*(${words})[\\s\\u200b]*[${marks}])?` : ''
  return new RegExp(`([${marks}]+)${andSoOn}(?:[”’»)\\]]*)`, 'gu')
}, MAX_SCRIPTS)
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

/** Whether only the number or letter of an item stands before the mark: 3. Item, ក។ */
const isEnumerator = (before: string) => before.length < 8 && /^\s*(?:\p{N}{1,2}|\p{L})$/u.test(before)

function ends(
  before: string,
  marks: string,
  next: string,
  { rules, evidence }: { rules: SentenceRules; evidence: TextEvidence },
): boolean {
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
  return !isEnumerator(before) && !isAbbreviation(before, next, { rules, evidence })
}
