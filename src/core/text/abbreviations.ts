// Decides whether the word before a full stop is an abbreviation, by its shape, by lists and by the rest of the text.

/** The rules of one language, beside those that all share. */
export interface AbbreviationRules {
  /** Words before a stop that never ends a sentence: "approx". A capital in the list is one in the text: "Gen". */
  abbreviations: ReadonlySet<string>
  /** Words before a stop that ends a sentence only if the next words begin like one: "inc". */
  endAbbreviations: ReadonlySet<string>
  /** Words that begin a sentence but not a name: "The", "However". */
  openings?: RegExp
  /** Words followed by a letter that is no initial, at the end of what stands before it: "World War " before "I". */
  labelled?: RegExp
  /** Words after which an unknown short word before a name is a title, rather than a place: "by ". */
  beforeTitle?: RegExp
}

/** Evidence in a text about its own words. */
export interface TextEvidence {
  /** Whether the text has the short word with a stop in the middle of a sentence, and nowhere without one. */
  isAbbreviation(word: string): boolean
  /** Whether the text has the short word without a stop after it. */
  isWord(word: string): boolean
  /** Whether the text has the two words side by side, without a stop after them: "Hun Sen". */
  isName(words: string): boolean
}

/** Reads the text only when asked, because most sentences are clear without it. */
export function textEvidence(text: string): TextEvidence {
  const setOf = (words: () => Iterable<string>) => {
    let set: ReadonlySet<string> | undefined
    return (word: string) => {
      set ??= new Set(words())
      return set.has(word)
    }
  }
  const matches = (pattern: RegExp) => () => Array.from(text.matchAll(pattern), match => match[1] ?? match[0])
  const isWord = setOf(matches(shortWord))
  const isName = setOf(matches(nameOfTwo))
  const hasStopInSentence = setOf(() =>
    Array.from(
      text.matchAll(stopInSentence),
      ({ index }) =>
        lastShortWord.exec(text.slice(Math.max(0, index - MAX_SHORT_WORD_UNITS), index))?.[0] ?? '',
    ),
  )
  return { isAbbreviation: word => hasStopInSentence(word) && !isWord(word), isWord, isName }
}

const MAX_SHORT_WORD_UNITS = 6
const shortWord = /(?<![\p{L}\p{M}\p{N}])\p{L}{1,5}(?![\p{L}\p{M}\p{N}.])/gu
const nameOfTwo = /(?<![\p{L}\p{M}])(?=(\p{Lu}[\p{Ll}\p{M}]+ \p{Lu}\p{Ll}+)(?![\p{L}\p{M}.]))/gu
/** A stop that a comma or a lowercase word follows. */
const stopInSentence = /\.(?=[,;:]|\s\p{Ll})/gu
const lastShortWord = /(?<![\p{L}\p{M}\p{N}.])\p{L}{1,5}$/u

/** Whether the stop between `before` and `next` belongs to the word before it; `before` begins with the sentence. */
export function isAbbreviation(
  before: string,
  next: string,
  { rules, evidence }: { rules: AbbreviationRules; evidence: TextEvidence },
): boolean {
  if (isInBracket(before, next)) return true
  // Col. (ret.) Adams
  if (/[([]\p{Ll}{1,5}$/u.test(before.slice(-MAX_SHORT_WORD_UNITS))) return !beginsLikeSentence(next, rules)
  // Patterns that look for the end of a long text from its start are slow.
  const near = before.slice(-MAX_NEAR_UNITS)
  const wordStart = 1 + Math.max(...spaces.map(space => near.lastIndexOf(space)))
  const word = near.slice(wordStart).replace(/^["'“‘(«[]+/u, '')
  if (word === '' || word.length === MAX_NEAR_UNITS) return false
  const ahead = near.slice(0, wordStart)
  const mayEnd = () => beginsLikeSentence(next, rules)
  if (isInitial(word)) {
    // The United States (U.S.) at the end of a sentence: the next words begin like a new one.
    if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !mayEnd()
    // World War I, vitamin C
    return !(ahead !== '' && (rules.labelled?.test(ahead) || mayEnd()))
  }
  // GS.TS. and Lt.-Gen. are what their last part is.
  const last = word.slice(1 + Math.max(...joints.map(joint => word.lastIndexOf(joint))))
  if (isListed(rules.abbreviations, word) || isListed(rules.abbreviations, last))
    return !isSurname(last, ahead, { mayEnd, evidence })
  if (isListed(rules.endAbbreviations, word)) return !mayEnd()
  // A lone number before the stop numbers the text after it; so does a number after it: Art. 5, c. 347.
  if (/^\d/.test(next))
    return /^(?:\d{1,2}|nos?|art|fig|vol|pp?|ch|sec|para|ca?|[bdr]|fl|est|pop|tel|ext)$/iu.test(word)
  if (word.length > MAX_SHAPED_UNITS) return false
  const isOne =
    hasNoVowel(word) || evidence.isAbbreviation(word) || isTitle(word, { ahead, next, rules, evidence })
  return isOne && !mayEnd()
}

const MAX_NEAR_UNITS = 48
/** A longer word is no abbreviation, unless a list has it. */
const MAX_SHAPED_UNITS = 6
const spaces = [' ', '\n', '\u00a0']
const joints = ['.', '/', '-']

/** J. R. R. Tolkien, Nguyễn V. A. */
const isInitial = (word: string) => /(?:^|[-.])\p{Lu}$/u.test(word)

/** Whether what follows begins like a sentence rather than a name; the A of "I. A. Richards" does not. */
const beginsLikeSentence = (next: string, { openings }: AbbreviationRules) =>
  openings?.test(next) === true && !/^\p{Lu}\./u.test(next)

/** The list has a word in lowercase, or with a capital if only the capital makes it an abbreviation: Sun. and sun. */
function isListed(list: ReadonlySet<string>, word: string): boolean {
  const small = word.toLowerCase()
  if (list.has(small)) return true
  return /^\p{Lu}/u.test(word) && list.has(word.slice(0, 1) + small.slice(1))
}

/** Hun Sen. He left: a title does not follow a name, unless an office begins there (Ohio Sen. Ann Lee). */
const isSurname = (
  word: string,
  ahead: string,
  { mayEnd, evidence }: { mayEnd: () => boolean; evidence: TextEvidence },
): boolean => {
  const name = /(?<![\p{L}\p{M}])\p{Lu}[\p{Ll}\p{M}]+\s$/u.exec(ahead)?.[0]
  return name !== undefined && /^\p{Lu}\p{Ll}+$/u.test(word) && (mayEnd() || evidence.isName(name + word))
}

/** Whether the stop is inside a bracket that contains no sentence: (est. 1902), (the inn at St. Ives, rebuilt). */
function isInBracket(before: string, next: string): boolean {
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['))
  if (open < 0 || Math.max(before.lastIndexOf(')'), before.lastIndexOf(']')) > open) return false
  const inside = before.slice(open + 1)
  return /^(?:\p{Ll}|\d|\p{L}{1,5}$)/u.test(inside) && /^[^()[\]]{0,200}[)\]]/u.test(next)
}

/** Pvt., Nxb., Đ/c. A word in capitals is a name rather: BBC, HCM. */
const hasNoVowel = (word: string) =>
  /^\p{Lu}/u.test(word) && consonants.test(word.normalize('NFD')) && /\p{Ll}/u.test(word)
const consonants = /^(?:[b-df-hj-np-tv-xzđ]|[/.-](?=.))+$/iu

/** An unknown title before a name: said Insp. Mary White. */
function isTitle(
  word: string,
  {
    ahead,
    next,
    rules,
    evidence,
  }: { ahead: string; next: string; rules: AbbreviationRules; evidence: TextEvidence },
): boolean {
  const { beforeTitle } = rules
  return (
    beforeTitle !== undefined &&
    /^\p{Lu}\p{Ll}{1,4}$/u.test(word) &&
    /[^aeiouy]$/u.test(word) &&
    /^\p{Lu}\p{Ll}*(?:\.|[\s-]\p{Lu})/u.test(next) &&
    (ahead === '' || beforeTitle.test(ahead)) &&
    !evidence.isWord(word)
  )
}
