// A passage that says "he" and names nobody is shown with the one name it can be in brackets, or with what stands before it.
import type { Article } from '../../corpus/model.ts'
import type { Paragraph } from '../../corpus/paragraphs.ts'
import type { Language } from '../../languages/language.ts'
import type { Block } from '../../message/message.ts'
import { textOf } from '../../message/text.ts'
import { mayNamePerson } from '../../summary/alone.ts'
import { tokens } from '../../text/words.ts'
import { conceptOf } from '../index/concepts.ts'
import type { Passage } from '../index/passages.ts'
import type { SearchIndex } from '../index/search-index.ts'

export interface ResolvedPassage {
  /** The passage, sentences before it that it needs in front. */
  text: string
  /** Words of ours, and before which UTF-16 unit of the text they are put. */
  added?: { at: number; words: string }
}

/**
 * What of an article has to be shown for a passage to say of whom it speaks. A wrong name would be worse than none: it is
 * put in only where the section is headed by one person and begins with nobody else, or where the sentence before does.
 */
export function resolvePassage(index: SearchIndex, article: Article, passage: Passage): ResolvedPassage {
  const { language } = article
  const { text } = passage
  if (!pronouns[language].test(text)) return { text }
  const namesIn = namesFor(index, article)
  const pronoun = unnamed(text, language, namesIn(text))
  if (!pronoun) return { text }
  const before = sentencesBefore(article, passage)
  const name = headed(article, passage, namesIn) ?? onlyOne(before[0] ?? '', namesIn)
  if (name !== undefined) {
    const at = pronoun.index + pronoun[0].length
    const whose = language === 'en' && /^(?:his|her)$/i.test(pronoun[0]) ? `${name}'s` : name
    return { text, added: { at, words: ` [${whose}]${/^[\s,.;:]/.test(text.slice(at)) ? '' : ' '}` } }
  }
  const nearest = before.findIndex(sentence => namesIn(sentence).length > 0)
  const needed = before.slice(0, nearest < 0 || nearest >= mostBefore ? 1 : nearest + 1).reverse()
  return { text: [...needed, text].join(' ') }
}

/** The person whom the heading of a section names alone, where no sentence so far begins with another. */
function headed(article: Article, { paragraph, offset }: Passage, namesIn: NamesIn): string | undefined {
  const { heading, from } = sectionOf(article.body, paragraph)
  const [name, ...others] = new Set(namesIn(heading).map(nameOf))
  if (name === undefined || others.length > 0) return undefined
  const sentences = article.paragraphs
    .slice(from, paragraph + 1)
    .flatMap((each, at) => sentencesUntil(each, from + at === paragraph ? offset : each.text.length))
  const subjects = new Set(sentences.flatMap(sentence => beginning(sentence, namesIn)))
  return subjects.size === 1 && subjects.has(name) ? name : undefined
}

/** The person whom a sentence begins with, where it names nobody else, known or not. */
function onlyOne(sentence: string, namesIn: NamesIn): string | undefined {
  const named = namesIn(sentence)
  const [name] = beginning(sentence, namesIn)
  let rest = sentence
  for (const { start, end } of named) rest = rest.slice(0, start) + '·'.repeat(end - start) + rest.slice(end)
  return named.every(each => each.name === name) && !mayNamePerson(rest) ? name : undefined
}

/** The person whom a sentence begins with, after a title or without one: "He quoted ..." begins with somebody else. */
function beginning(sentence: string, namesIn: NamesIn): string[] {
  return namesIn(sentence)
    .filter(({ start }) => title.test(sentence.slice(0, start)))
    .map(nameOf)
}

const title = /^(?:(?:Samdech|Techo|Mr|Mrs|Ms|Dr)\.? |(?:Ông|Bà) |(?:លោកស្រី|លោក|សម្តេច) ?)*$/

type NamesIn = (text: string) => Named[]

interface Named {
  name: string
  start: number
  end: number
}

const nameOf = ({ name }: Named) => name

/** A person spoken of by a word that could be anybody; not "ông Hà" and not "the world" in Khmer. */
const pronouns: Record<Language, RegExp> = {
  en: /\b(?:he|she|his|him|her)\b(?!['’])/i,
  vi: /(?<!\p{L})(?:[Ôô]ng|[Bb]à)(?: ấy| này)?(?!\p{L})(?!\s+\p{Lu})/u,
  km: /(?:(?<!ពិភព)លោក(?!\s|ស្រី)|(?<=របស់)លោក|គាត់)/,
}

/** The first pronoun, unless a person is named before or right after it. */
function unnamed(text: string, language: Language, named: readonly Named[]): RegExpExecArray | undefined {
  const pronoun = pronouns[language].exec(text)
  if (!pronoun) return undefined
  const end = pronoun.index + pronoun[0].length
  return named.some(({ start }) => start <= end + 1) ? undefined : pronoun
}

/** Not more than so many sentences are put in front. */
const mostBefore = 3

/** Where a text names people of the article, in any spelling; in order. */
function namesFor({ concepts }: SearchIndex, { people }: Article): NamesIn {
  const known = people.map(({ name }) => {
    const words = tokens(name).map(({ word }) => word)
    const entry = concepts.conceptAt(words, 0)
    return { name, concept: entry?.length === words.length ? entry.concept : conceptOf(name) }
  })
  const byConcept = new Map(known.map(({ name, concept }) => [concept, name]))
  return text => {
    const marked = concepts.annotate(tokens(text)).flatMap(({ word, start, end }) => {
      const name = byConcept.get(word)
      return name === undefined ? [] : [{ name, start, end }]
    })
    const literal = people.flatMap(({ name }) => {
      const start = text.indexOf(name)
      return start < 0 || marked.some(each => each.name === name)
        ? []
        : [{ name, start, end: start + name.length }]
    })
    return [...marked, ...literal].sort((a, b) => a.start - b.start)
  }
}

/** The sentences before a passage, the nearest first: of its paragraph and of the one before that. */
const sentencesBefore = ({ paragraphs }: Article, { paragraph, offset }: Passage): string[] =>
  paragraphs
    .slice(Math.max(0, paragraph - 1), paragraph + 1)
    .flatMap(each => sentencesUntil(each, each === paragraphs[paragraph] ? offset : each.text.length))
    .reverse()

const sentencesUntil = ({ text, sentences }: Paragraph, until: number): string[] =>
  sentences.flatMap((start, at) => (start < until ? [text.slice(start, sentences[at + 1]).trimEnd()] : []))

/** The heading that a paragraph stands under, or nothing, and the first paragraph under it. */
function sectionOf(blocks: readonly Block[], paragraph: number): { heading: string; from: number } {
  let section = { heading: '', from: 0 }
  let count = 0
  for (const block of blocks) {
    if (block.type === 'heading') section = { heading: textOf(block.children), from: count }
    count += countIn(block)
    if (count > paragraph) break
  }
  return section
}

/** As `paragraphsOf` counts them. */
function countIn(block: Block): number {
  if (block.type === 'paragraph') return 1
  if (block.type === 'blockquote') return block.children.reduce((sum, each) => sum + countIn(each), 0)
  if (block.type !== 'list') return 0
  return block.children.flatMap(item => item.children).reduce((sum, each) => sum + countIn(each), 0)
}
