// Collects what the corpus files say as they are read one by one.

import type { z } from 'zod'
import type { Article, Corpus } from '../model.ts'
import type { Fault, Located } from './fault.ts'
import { readYaml } from './yaml.ts'

/** A file of the corpus: its path as faults name it, its place below the corpus folder, and its text. */
export interface CorpusFile {
  path: string
  place: string
  text: string
}

/** The part of a corpus that has been read so far. */
export interface Draft {
  corpus: Corpus
  faults: Fault[]
  doubts: Fault[]
  /** Run once all files have been read, to check references between files. */
  checks: (() => void)[]
  /** The articles without faults of their own. */
  articles: Located<Article>[]
  /** The ids of all articles, including those with faults. */
  articleIds: Set<string>
  /** Every version of an article by `<id>.<language>`; undefined if it has faults. */
  versions: Map<string, Article | undefined>
  subjectIds: Set<string>
  /** The path of the first file to use an id, by kind and id. */
  idOwners: Map<string, string>
}

export const createDraft = (): Draft => ({
  corpus: {
    about: { name: { en: 'Daybook' }, zone: 'UTC', time: '07:00', sources: [], cautions: [] },
    articles: [],
    anniversaries: [],
    subjects: [],
    events: [],
    names: [],
    synonyms: [],
  },
  faults: [],
  doubts: [],
  checks: [],
  articles: [],
  articleIds: new Set(),
  versions: new Map(),
  subjectIds: new Set(),
  idOwners: new Map(),
})

/**
 * The fields of a file, or undefined after adding its faults to the draft. `yaml` is the part of the file with the
 * fields.
 */
export function readFields<T>(
  file: CorpusFile,
  schema: z.ZodType<T>,
  {
    draft,
    yaml = { text: file.text, firstLine: 1 },
  }: { draft: Draft; yaml?: { text: string; firstLine: number } },
): Located<T> | undefined {
  const result = readYaml({ path: file.path, ...yaml }, schema)
  if (!('faults' in result)) return result
  draft.faults.push(...result.faults)
  return undefined
}

/** Adds a fault if another file of the kind has the id; `key` says what counts as the same id. */
export function claimId(
  file: CorpusFile,
  { kind, id, key = id }: { kind: string; id: string; key?: string },
  draft: Draft,
) {
  const owner = draft.idOwners.get(`${kind} ${key}`)
  if (owner === undefined) draft.idOwners.set(`${kind} ${key}`, file.path)
  else
    draft.faults.push({
      path: file.path,
      line: 1,
      message: `the ${kind} id "${id}" is already used by ${owner}`,
    })
}

export const ID_FORM = 'id: lowercase characters, digits and hyphens, at most 40'

/** The file's name without its ending, if that is an id. Ids are short because Telegram's buttons hold 64 bytes. */
export function idOf({ place }: CorpusFile, ending: RegExp): string | undefined {
  const name = place.split('/').at(-1) ?? ''
  const id = name.replace(ending, '')
  return id !== name && /^[a-z0-9][a-z0-9-]{0,39}$/.test(id) ? id : undefined
}
