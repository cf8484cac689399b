// Reads a set of plain questions: paragraphs to search as articles, and questions with the sentence that answers each.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/core/corpus/model.ts'
import type { Language } from '../../src/core/languages/language.ts'
import { articleOf } from '../search/set.ts'

/** A paragraph without a title, to be searched as an article. */
export interface QuestionParagraph {
  id: string
  language: Language
  text: string
  sentences: string[]
}

export interface SetQuestion {
  id: string
  language: Language
  question: string
  /** The id of the paragraph that answers it. */
  relevant: string
  /** The words of the answer, and the index of the sentence that holds them. */
  answer: string
  sentence: number
}

/** The paragraphs of one language, and the questions about them. */
export interface QuestionSet {
  language: Language
  paragraphs: QuestionParagraph[]
  articles: Article[]
  questions: SetQuestion[]
}

/** The sets in the folder and in the folders right below it that have a corpus and queries, by language. */
export function readQuestionSets(folder: string): QuestionSet[] {
  if (!existsSync(folder)) return []
  const below = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => join(folder, name))
  return [folder, ...below].filter(isSet).flatMap(readFolder)
}

const isSet = (folder: string) =>
  ['corpus.jsonl', 'queries.jsonl'].every(name => existsSync(join(folder, name)))

function readFolder(folder: string): QuestionSet[] {
  const paragraphs = Object.groupBy(
    readLines<QuestionParagraph>(join(folder, 'corpus.jsonl')),
    ({ language }) => language,
  )
  const questions = readLines<SetQuestion>(join(folder, 'queries.jsonl'))
  return (Object.keys(paragraphs) as Language[]).map(language => ({
    language,
    paragraphs: paragraphs[language] ?? [],
    articles: (paragraphs[language] ?? []).map(({ id, text }) => articleOf(id, '', [text], language)),
    questions: questions.filter(each => each.language === language),
  }))
}

export const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
