// Sentence boundaries in English, Vietnamese and Khmer, as positions in the text.
//
// A mark that may end a sentence is looked at with the word before it and what follows: abbreviations, initials, numbers
// and quotations that go on do not end one. Khmer ends sentences with signs of its own and writes no space after them.
import type { Language } from '../languages/language.ts'

/** Where each sentence begins, in UTF-16 units; the first is 0. An empty text has none. A blank line ends a sentence too. */
export function sentenceStarts(text: string, language: Language): number[] {
  if (text === '') return []
  const starts = [0]
  const breaks = text.matchAll(language === 'km' ? khmerMark : mark)
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
    const before = text.slice(Math.max(from, index - farthest), index)
    const end =
      index + found.length + closingAfter(before, text.slice(index + found.length, index + found.length + 3))
    const next = text.slice(wordAt(text, end), wordAt(text, end) + farthest)
    if (language === 'km' || ends(before, marks, next, language)) push(starts, end, text)
  }
  passLines(text.length)
  return starts
}

const farthest = 1000

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
/** Khan and bariyoosan; the marks taken over from other scripts stand in abbreviations and speech, not at ends. */
const khmerMark = /([។៕៚]+)(?:[”’»)\]]*)/gu
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

function ends(before: string, marks: string, next: string, language: Language): boolean {
  // The mark stands inside of a quotation that ends with one of its own: "... này! ".
  if (/^["”’']?\s*[.,;:!?)\]]/u.test(next)) return false
  // A quotation that goes on: “Why?” he asked. In Vietnamese a new one may begin small.
  if (/^["'“‘(«]?\p{Ll}/u.test(next) && !(language === 'vi' && /^["“«]/.test(next))) return false
  // Somebody's dash: "Yes." - he said.
  if (/^[-–—]\s*\p{Ll}/u.test(next)) return false
  // Viva Maria! (1965), Why? (a film of 1950)
  if (/^\((?:\d|[^().]{0,40}\b\d{4}\))/.test(next)) return false
  // Words left out of a sentence: Seven Days ... Seven Nights
  if (/^(?:\.{3,}|…)$/.test(marks) && /[^.!?\s]\s$/.test(before)) return false
  if (marks !== '.') return true
  const word = /(\S+)$/u.exec(before)?.[1] ?? ''
  return !isAbbreviation(word, next, language)
}

function isAbbreviation(written: string, next: string, language: Language): boolean {
  const word = written.replace(/^["'“‘(«[]+/u, '')
  // (c. 1818), (b. August 2015), c. 347
  if (/^\((?:c|b|d|r|fl|ca)$/.test(written) || (/^ca?$/.test(written) && /^\d/.test(next))) return true
  const small = word.toLowerCase()
  // J. R. R. Tolkien, Nguyễn V. A.
  if (/^\p{Lu}$/u.test(word) || /(?:^|[-.])\p{Lu}$/u.test(word)) {
    // The United States, at the end: what follows begins like a sentence.
    if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !starter.test(next)
    return true
  }
  if (never[language].has(small)) return true
  if (seldom[language].has(small)) return !starter.test(next)
  // 3. Item, Art. 5: a number alone before the stop numbers what follows; so does one after it.
  if (/^\d{1,2}$/.test(word) && /^\d/.test(next)) return true
  return /^(?:no|nos|art|fig|vol|p|pp|ch|sec)$/.test(small) && /^\d/.test(next)
}

const set = (words: string) => new Set(words.split(/\s+/))

/** Followed by a name or a number, whatever comes. */
const never: Record<Language, Set<string>> = {
  en: set(`mr mrs ms messrs dr prof assoc asst gen lt col maj capt sgt cpl cmdr adm gov sen rep hon rev fr pres st ste mt
    ft vs e.g i.e cf viz al approx ca esp incl fig figs eq nos vol vols pp ed eds trans op cit bros`),
  vi: set('tp ts ths gs pgs bs ks tx tt ubnd hđnd q p mr mrs ms dr st vs v.v'),
  km: new Set(),
}
/** May stand at an end; then what follows begins like a sentence. */
const seldom: Record<Language, Set<string>> = {
  en: set(`inc ltd co corp llc plc jr sr etc a.m p.m am pm ph.d m.d b.a m.a b.c a.d u.s u.k u.n e.u d.c no jan feb mar apr
    jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun dept univ assn ave blvd rd`),
  vi: set('inc ltd co corp jr sr etc tr'),
  km: new Set(),
}

const starter =
  /^["“‘(]?(?:The|A|An|He|She|It|Its|They|We|I|You|His|Her|Their|Our|My|This|That|These|Those|There|In|On|At|By|For|From|With|As|After|Before|When|While|If|But|And|Or|So|Yet|However|Although|Since|Because|During|Meanwhile|Then|Now|Some|Many|Most|One|Two|Such|What|Who|Why|How|Where|No|Not|According|Also)\b/u
