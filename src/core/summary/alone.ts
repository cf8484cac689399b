// Sentences that can stand alone: one that would lose its subject or speaker gets the name in brackets, or leans.
//
// A wrong name would be worse than a missing sentence. So a name is put in only where the sentence before has one person
// and nothing else that might be one; any other sentence that speaks of what went before is shown right after it or not
// at all.
import type { Language } from '../languages/language.ts'
import type { Span } from './clean.ts'
import type { Sentence } from './features.ts'

export interface StandaloneSentence extends Span, Sentence {
  /** Words of ours to be shown in brackets, and before which unit of the text. */
  added?: { at: number; name: string }
}

/** The people whom a text names, each once, and the text without any name that is known. */
export type FindPeople = (text: string) => { people: string[]; rest: string }

export const nobodyKnown: FindPeople = text => ({ people: [], rest: text })

/** The spans with what each needs in order to be shown. */
export function standaloneSentences(
  spans: readonly Span[],
  language: Language,
  people: FindPeople,
): StandaloneSentence[] {
  const quoted = openings(spans)
  return spans.map((span, index): StandaloneSentence => {
    // What an article begins with leans on nothing.
    if (index === 0) return span
    const leaning = { ...span, leansOn: span.number - 1 }
    const opened = quoted[index]
    // Nothing but speech: whoever speaks, the sentence before need not be about them.
    if (opened === undefined && onlySpeech.test(span.text)) return leaning
    if (opened !== undefined) {
      const opening = spans[opened]
      const speaker = opening && saying[language].test(opening.text) ? onlyPerson(opening, people) : undefined
      return speaker ? { ...span, added: { at: 0, name: `${speaker}:` } } : leaning
    }
    const pronoun = pronouns[language].exec(span.text)
    if (pronoun === null || namedBefore(span.text.slice(0, pronoun.index), people))
      return leadingWords[language].test(span.text) ? leaning : span
    const who = subjectBefore(spans, index, language, people)
    return who ? { ...span, added: { at: pronoun.index + pronoun[0].length, name: who } } : leaning
  })
}

/** A sentence as it is shown: its own words, and in brackets the name of who is meant. */
export function withNameInBrackets({ text, added }: StandaloneSentence): string {
  if (!added) return text
  return added.at === 0
    ? `[${added.name}] ${text}`
    : `${text.slice(0, added.at)} [${added.name}]${text.slice(added.at)}`
}

/** A person spoken of by a word that could be anybody. */
const pronouns: Record<Language, RegExp> = {
  en: /\b(?:he|she)\b(?!['’])/iu,
  vi: /(?<![\p{L}])(?:ông|bà|anh|chị|cô)(?: ấy| này|)(?=\s+(?:cũng |đã |đang |sẽ |còn |nói|cho|khẳng|nhấn|nhận|chia|kể|bày|là|và|được|bị))/iu,
  km: /គាត់|នាង/u,
}

/** A sentence that begins so says what it says of something that stands before it. */
const leadingWords: Record<Language, RegExp> = {
  en: /^["“‘(]?(?:(?:And|But|So|Also|Then|However|Meanwhile|Moreover|Therefore|Thus|Instead|Still|Yet|In addition|As a result),? )?(?:They|Their|It|Its|This|That|These|Those|Such|His|Her|Both|Along with (?:this|that)|One of them|Another|The same|The latter|The former|The other)\b/u,
  vi: /^["“]?(?:Họ|Nó|Đó|Đây|Điều (?:này|đó)|Việc (?:này|đó)|Tuy nhiên|Ngoài ra|Trong khi đó|Theo đó|Vì vậy|Do đó)(?!\p{L})/u,
  km: /^(?:ពួកគេ|វា|នេះ|នោះ|ដូច្នេះ)/u,
}

/** Words by which a sentence tells that somebody speaks. */
const saying: Record<Language, RegExp> = {
  en: /\b(?:said|says|told|added|adds|wrote|stressed|noted|asked|replied|explained|recalled|affirmed)\b/u,
  vi: /(?<!\p{L})(?:nói|cho biết|cho hay|khẳng định|nhấn mạnh|chia sẻ|phát biểu|viết|hỏi)(?!\p{L})/u,
  km: /ថា/u,
}

const onlySpeech = /^["“«][^"”»]*["”»]?[.!?]?$/u

/** For each span that begins within a quotation, the span in which the quotation was opened. */
function openings(spans: readonly Span[]): (number | undefined)[] {
  let opened: number | undefined
  let paragraph = -1
  return spans.map((span, index) => {
    if (span.paragraph !== paragraph) opened = undefined
    paragraph = span.paragraph
    const before = opened
    for (const [mark] of span.text.matchAll(/["“”]/g))
      opened = mark === '“' || (mark === '"' && opened === undefined) ? (opened ?? index) : undefined
    return before
  })
}

/** Whether a person, or somebody who might be one, stands in the words before a pronoun. */
function namedBefore(words: string, people: FindPeople): boolean {
  return (
    people(words).people.length > 0 ||
    /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/u.test(words) ||
    /^\p{Lu}\p{Ll}+ (?:\p{Lu}|(?:says?|said|told|added|noted|stressed|affirmed|recalled|believes?) )/u.test(
      words,
    )
  )
}

/** The only person of the nearest sentence before that names one; sentences on the same "he" are passed over. */
function subjectBefore(spans: readonly Span[], index: number, language: Language, people: FindPeople) {
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const span = spans[at]
    const pronoun = pronouns[language].exec(span?.text ?? '')
    // "He quoted Ly Sok." is about somebody else.
    if (span && pronoun && !namedBefore(span.text.slice(0, pronoun.index), people))
      if (people(span.text).people.length > 0) return undefined
    const who = onlyPerson(span, people)
    if (who) return who
    // A pronoun of another sentence may be somebody else's, unless it names nobody at all.
    if (!span || !pronouns[language].test(span.text) || mayNamePerson(people(span.text).rest))
      return undefined
  }
  return undefined
}

function onlyPerson(span: Span | undefined, people: FindPeople): string | undefined {
  if (!span) return undefined
  const found = people(span.text)
  return found.people.length === 1 && !mayNamePerson(found.rest) ? found.people[0] : undefined
}

/** Whether two words with capitals are left that are neither known nor an office. */
export const mayNamePerson = (rest: string) =>
  /\p{Lu}[\p{L}\p{M}]+ \p{Lu}[\p{L}\p{M}]+/u.test(rest.replace(offices, ' · '))

const offices =
  /\b(?:(?:Vice|Deputy|Prime|Foreign|State|First|General|Party|Associate|National|Civil|Former|Samdech|Techo|Mr|Mrs|Ms|Dr|President|Minister|PM|Secretary|Chairman|Chairwoman|Professor|Ambassador|Spokesman|Spokeswoman|Governor|General|King|Queen|Prince|Assembly|Service|Party|Cambodian|Vietnamese|Thủ tướng|Chủ tịch|Bộ trưởng|Tổng thống|Ông|Bà)\b\.?\s*)+/gu
