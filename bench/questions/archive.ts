// Measures questions about the bundled archive: whether the first screen has the answer, or says that there is none.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderTerminal } from '../../src/adapters/console/render.ts'
import type { Language } from '../../src/core/languages/language.ts'
import { phrasesOf } from '../../src/core/languages/phrases.ts'
import { type Chat, caller, createChat } from '../../test/core/bundled.ts'
import { round, type Table } from '../table.ts'
import { withSlip } from './slips.ts'

/** A question in `archive.jsonl`. */
interface ArchiveQuestion {
  id: string
  language: Language
  kind: string
  question: string
  /** Regular expressions, all of which must be on the first screen. */
  answer?: string[]
  /** The archive does not say. */
  none?: true
}

/** Whether a question is met as it stands, and with one slip in a word. */
interface Result extends ArchiveQuestion {
  met: Met
  metWithSlip: Met
}

/** `nearest`: the answer stands on the first screen, but under a no, as the nearest that the archive has. */
type Met = 'met' | 'nearest' | 'missed'

/** A phone shows so much at once, and a no must come this soon, in UTF-16 units. */
const FIRST_SCREEN_UNITS = 900
const REFUSAL_UNITS = 250

const goals = { answered: { min: 0.95 }, 'told so': { min: 0.95 } }

/** Our own sets, beside the one in the folder. */
const OWN_SETS = 'test/questions'

/** One table for each file with such questions. */
export async function archiveQuestions(folder: string): Promise<Table[]> {
  const own = existsSync(OWN_SETS) ? readdirSync(OWN_SETS).filter(name => name.endsWith('.jsonl')) : []
  const files = [join(folder, 'archive.jsonl'), ...own.map(name => join(OWN_SETS, name))].filter(existsSync)
  const chat = files.length > 0 ? await createChat() : undefined
  return chat ? Promise.all(files.map(file => measured(file, chat))) : []
}

async function measured(file: string, chat: Chat): Promise<Table> {
  const results: Result[] = []
  for (const [seed, asked] of questionsIn(file).entries()) {
    const mistyped = { ...asked, question: withSlip(asked.question, seed) }
    results.push({
      ...asked,
      met: await metIn(asked, chat),
      metWithSlip: await metIn(mistyped, chat),
    })
  }
  const share = (list: readonly Result[], field: 'met' | 'metWithSlip', ...values: Met[]) =>
    list.length === 0 ? 1 : round(list.filter(each => values.includes(each[field])).length / list.length, 3)
  const languages = [...new Set(results.map(({ language }) => language))]
  return {
    title: `Questions about the bundled archive, ${file}`,
    goals,
    rows: languages.map(language => {
      const asked = results.filter(each => each.language === language)
      const [answerable, others] = [asked.filter(each => !each.none), asked.filter(each => each.none)]
      const missed = asked.filter(each => each.met !== 'met').map(({ id }) => id)
      return {
        language,
        answerable: answerable.length,
        answered: share(answerable, 'met', 'met'),
        'or nearest': share(answerable, 'met', 'met', 'nearest'),
        'answered with one slip': share(answerable, 'metWithSlip', 'met'),
        unanswerable: others.length,
        'told so': share(others, 'met', 'met'),
        'told so with one slip': share(others, 'metWithSlip', 'met'),
        missed: missed.join(' '),
      }
    }),
  }
}

const questionsIn = (file: string): ArchiveQuestion[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line))

/** Asked as plain words in a private chat. */
async function metIn(
  { language, question, answer = [], none }: ArchiveQuestion,
  { say }: Chat,
): Promise<Met> {
  const { body } = await say(question, { ...caller, locale: language })
  const text = renderTerminal({ body }, { width: Infinity, ansi: false })
  const isNo = text.slice(0, REFUSAL_UNITS).includes((await phrasesOf(language)).commands.ask.silent)
  if (none) return isNo ? 'met' : 'missed'
  const screen = text.slice(0, FIRST_SCREEN_UNITS)
  if (!answer.every(pattern => new RegExp(pattern, 'u').test(screen))) return 'missed'
  return isNo ? 'nearest' : 'met'
}
