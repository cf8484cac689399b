// Reads the corpus files that are pure YAML: anniversaries, subjects, events, names, synonyms, and the archive's own description.

import { tokens } from '../../text/words.ts'
import type { NameEntry, Statement, Translated } from '../model.ts'
import { type CorpusFile, claimId, type Draft, ID_FORM, idOf, readFields } from './draft.ts'
import { unsupportedStatements } from './evidence.ts'
import { fieldOf, type Located } from './fault.ts'
import { missingArticles } from './references.ts'
import {
  anniversarySchema,
  archiveSchema,
  eventsSchema,
  namesSchema,
  subjectSchema,
  synonymsSchema,
} from './schema.ts'

export function readAnniversary(file: CorpusFile, draft: Draft): void {
  const id = yamlId(file, 'anniversary', draft)
  const anniversary = id === undefined ? undefined : readFields(file, anniversarySchema, { draft })
  if (id === undefined || !anniversary) return
  draft.corpus.anniversaries.push({ id, ...anniversary.value })
  checkStatements(fieldOf(anniversary, 'account'), draft, anniversary.value.since.year)
}

export function readSubject(file: CorpusFile, draft: Draft): void {
  const id = yamlId(file, 'subject', draft)
  if (id === undefined) return
  draft.subjectIds.add(id)
  const subject = readFields(file, subjectSchema, { draft })
  if (!subject) return
  draft.corpus.subjects.push({ id, ...subject.value })
  checkStatements(fieldOf(subject, 'claims'), draft)
}

export function readEvents(file: CorpusFile, draft: Draft): void {
  const events = readFields(file, eventsSchema, { draft })
  if (!events) return
  draft.corpus.events = events.value
  checkStatements(events, draft)
}

export function readNames(file: CorpusFile, draft: Draft): void {
  const names = readFields(file, namesSchema, { draft })
  if (names) draft.corpus.names = names.value.map(nameEntry)
}

export function readSynonyms(file: CorpusFile, draft: Draft): void {
  const classes = readFields(file, synonymsSchema, { draft })
  if (classes) draft.corpus.synonyms = classes.value.map(phrases => phrases.map(foldedWords))
}

export function readArchive(file: CorpusFile, draft: Draft): void {
  const about = readFields(file, archiveSchema, { draft })
  if (about) draft.corpus.about = about.value
}

/** Statements may give the year `aboutYear` even if no article has it, because the file is about that year. */
function checkStatements(
  statements: Located<readonly Statement[]>,
  { checks, faults, doubts, articleIds, corpus }: Draft,
  aboutYear?: number,
): void {
  checks.push(() => {
    faults.push(...missingArticles(statements, articleIds))
    doubts.push(...unsupportedStatements(statements, corpus.articles, aboutYear))
  })
}

/** The id in the file's name, or undefined after adding a fault to the draft. */
function yamlId(file: CorpusFile, kind: string, draft: Draft): string | undefined {
  const id = idOf(file, /\.ya?ml$/)
  if (id !== undefined) claimId(file, { kind, id }, draft)
  else draft.faults.push({ path: file.path, line: 1, message: `the file name is not <id>.yaml (${ID_FORM})` })
  return id
}

function nameEntry({ name: names, also }: { name: Translated; also: string[] }): NameEntry {
  const all = new Set([...Object.values(names), ...also])
  all.delete(names.en)
  return {
    name: names.en,
    names,
    also: [...all],
    spellings: [names.en, ...all].map(foldedWords).filter(words => words.length > 0),
  }
}

const foldedWords = (phrase: string): string[] => tokens(phrase).map(({ word }) => word)
