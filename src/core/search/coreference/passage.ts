// Completes a passage that says "he" without naming anybody: with the only possible name in brackets, or with the
// sentences before.

import type { Article } from '../../corpus/model.ts'
import { countParagraphs, type Paragraph } from '../../corpus/paragraphs.ts'
import type { Language } from '../../languages/language.ts'
import { partOf } from '../../languages/packs.ts'
import type { Block } from '../../message/message.ts'
import { textOf } from '../../message/text.ts'
import type { Passage } from '../index/passages.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { blanked, type FindPeople, findPeople, isTitle, type Mention, mayNamePerson } from './people.ts'

export interface ResolvedPassage {
  /** The passage, after any sentences before it that it needs. */
  text: string
  /** Inserted words, and the UTF-16 unit of the text before which they go. */
  added?: { at: number; words: string }
}

/**
 * The text to show for a passage, so that readers know whom it is about. A wrong name would be worse than none, so a
 * name is added only if one person heads the section and it begins with nobody else, or if the sentence before begins
 * with that person.
 */
export function resolvePassage(index: SearchIndex, article: Article, passage: Passage): ResolvedPassage {
  const { language } = article
  const { text } = passage
  const { pronoun: anyPronoun, possessive } = partOf(language, 'coreference')
  if (!anyPronoun.test(text)) return { text }
  const people = findPeople(
    article.people.map(({ name }) => name),
    index,
  )
  const pronoun = unnamed(text, language, people(text).mentions)
  if (!pronoun) return { text }
  const before = sentencesBefore(article, passage)
  const name = headed(article, passage, people) ?? onlyOne(before[0] ?? '', people)
  if (name !== undefined) {
    const at = pronoun.index + pronoun[0].length
    const inserted = possessive?.pronoun.test(pronoun[0]) ? possessive.genitive(name) : name
    return { text, added: { at, words: ` [${inserted}]${/^[\s,.;:]/.test(text.slice(at)) ? '' : ' '}` } }
  }
  const nearest = before.findIndex(sentence => people(sentence).mentions.length > 0)
  const needed = before.slice(0, nearest < 0 || nearest >= MAX_SENTENCES_BEFORE ? 1 : nearest + 1).reverse()
  return { text: [...needed, text].join(' ') }
}

/** The only person named in the section's heading, if no sentence so far begins with another. */
function headed(article: Article, { paragraph, offset }: Passage, people: FindPeople): string | undefined {
  const { heading, from } = sectionOf(article.body, paragraph)
  const [name, ...others] = new Set(people(heading).mentions.map(nameOf))
  if (name === undefined || others.length > 0) return undefined
  const sentences = article.paragraphs
    .slice(from, paragraph + 1)
    .flatMap((each, at) => sentencesUntil(each, from + at === paragraph ? offset : each.text.length))
  const subjects = new Set(sentences.flatMap(sentence => beginning(sentence, people)))
  return subjects.size === 1 && subjects.has(name) ? name : undefined
}

/** The person whom a sentence begins with, if it names nobody else, known or not. */
function onlyOne(sentence: string, people: FindPeople): string | undefined {
  const { mentions } = people(sentence)
  const [name] = beginning(sentence, people)
  const isAlone = mentions.every(each => each.name === name)
  return isAlone && !mayNamePerson(blanked(sentence, mentions)) ? name : undefined
}

/** The person whom a sentence begins with, with or without a title: "He quoted ..." begins with somebody else. */
const beginning = (sentence: string, people: FindPeople): string[] =>
  people(sentence)
    .mentions.filter(({ start, isPossessive }) => !isPossessive && isTitle(sentence.slice(0, start)))
    .map(nameOf)

const nameOf = ({ name }: Mention) => name

/** The first pronoun, unless a person is named before or right after it. */
function unnamed(text: string, language: Language, named: readonly Mention[]): RegExpExecArray | undefined {
  const pronoun = partOf(language, 'coreference').pronoun.exec(text)
  if (!pronoun) return undefined
  const end = pronoun.index + pronoun[0].length
  return named.some(({ start }) => start <= end + 1) ? undefined : pronoun
}

/** At most this many sentences are added in front. */
const MAX_SENTENCES_BEFORE = 3

/** The sentences before a passage, nearest first: from its paragraph and the one before. */
const sentencesBefore = ({ paragraphs }: Article, { paragraph, offset }: Passage): string[] =>
  paragraphs
    .slice(Math.max(0, paragraph - 1), paragraph + 1)
    .flatMap(each => sentencesUntil(each, each === paragraphs[paragraph] ? offset : each.text.length))
    .reverse()

const sentencesUntil = ({ text, sentences }: Paragraph, until: number): string[] =>
  sentences.flatMap((start, at) => (start < until ? [text.slice(start, sentences[at + 1]).trimEnd()] : []))

/** The heading of a paragraph's section, empty if there is none, and the first paragraph of the section. */
function sectionOf(blocks: readonly Block[], paragraph: number): { heading: string; from: number } {
  let section = { heading: '', from: 0 }
  let count = 0
  for (const block of blocks) {
    if (block.type === 'heading') section = { heading: textOf(block.children), from: count }
    count += countParagraphs(block)
    if (count > paragraph) break
  }
  return section
}
