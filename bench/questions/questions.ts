// Measures plain questions: paragraphs and sentences that answer them, beside other engines in the same run.

import type { Language } from '../../src/core/languages/language.ts'
import { type Goal, percentile, round, type Table } from '../table.ts'
import { archiveQuestions } from './archive.ts'
import { type QuestionEngine, questionEngines } from './engines.ts'
import { type QuestionSet, readQuestionSets, type SetQuestion } from './set.ts'

const OURS = 'ours'

const goals: Partial<Record<Language, Record<string, Goal>>> = {
  en: { 'at 1': { min: 0.95 }, 'at 5': { min: 0.99 } },
  vi: { 'at 1': { min: 0.92 }, 'at 5': { min: 0.98 } },
}
const goalsOfAll: Record<string, Goal> = {
  'sentence at 1': { min: 0.8 },
  unanswered: { max: 0.01 },
  'p99 CPU ms': { max: 15 },
}

export async function questions(folder = '../shared/bench/questions'): Promise<Table[]> {
  const sets = readQuestionSets(folder)
  const ofArchive = await archiveQuestions(folder)
  if (sets.length === 0 && ofArchive.length === 0) {
    console.log(`questions: skipped, no set in ${folder} (choose a folder with --set)`)
    return []
  }
  const ofSets = sets.flatMap((set): Table[] => {
    const rows = Object.entries(questionEngines).map(([name, build]) => ({
      engine: name,
      ...measure(build(set), set),
    }))
    const size = `${set.language}: ${set.questions.length} questions over ${set.paragraphs.length} paragraphs`
    const isOurs = ({ engine }: { engine: string }) => engine === OURS
    return [
      {
        title: `Questions, ours, ${size}`,
        goals: { ...goals[set.language], ...goalsOfAll },
        rows: rows.filter(isOurs),
      },
      { title: `Questions, other engines, ${size}`, rows: rows.filter(each => !isOurs(each)) },
    ]
  })
  return [...ofArchive, ...ofSets]
}

/** Success at 1 and at 5 of the paragraph and of the sentence, the share without any answer, and times. */
function measure({ paragraphs, sentences }: QuestionEngine, { questions, ...set }: QuestionSet) {
  const texts = new Map(set.paragraphs.map(({ id, sentences }) => [id, sentences]))
  // Warm-up: the engine compiles the code during the first calls.
  for (const { question } of questions.slice(0, 30)) paragraphs(question, set.language)
  const times: number[] = []
  const used: number[] = []
  const paragraphPlaces: number[] = []
  const sentencePlaces: number[] = []
  let unanswered = 0
  for (const asked of questions) {
    const begun = performance.now()
    const before = process.threadCpuUsage()
    const ids = paragraphs(asked.question, set.language)
    const { user, system } = process.threadCpuUsage(before)
    times.push(performance.now() - begun)
    used.push((user + system) / 1000)
    if (ids.length === 0) unanswered++
    paragraphPlaces.push(ids.indexOf(asked.relevant))
    const sought = texts.get(asked.relevant)?.[asked.sentence] ?? ''
    const found = sentences?.(asked.question) ?? []
    sentencePlaces.push(
      found.findIndex(({ id, text }) => id === asked.relevant && holds(text, sought, asked)),
    )
  }
  const within = (places: readonly number[], limit: number) =>
    round(places.filter(place => place >= 0 && place < limit).length / places.length, 3)
  return {
    'at 1': within(paragraphPlaces, 1),
    'at 5': within(paragraphPlaces, 5),
    'sentence at 1': sentences ? within(sentencePlaces, 1) : '',
    'sentence at 5': sentences ? within(sentencePlaces, 5) : '',
    unanswered: round(unanswered / questions.length, 3),
    'p50 ms': round(percentile(times, 0.5), 1),
    'p99 ms': round(percentile(times, 0.99), 1),
    'p50 CPU ms': round(percentile(used, 0.5), 1),
    'p99 CPU ms': round(percentile(used, 0.99), 1),
  }
}

/** Whether a sentence is the one sought, or a part of it with the answer: engines cut sentences differently. */
const holds = (text: string, sought: string, { answer }: SetQuestion): boolean =>
  text === sought || (text.includes(answer) && (sought.includes(text.trim()) || text.includes(sought.trim())))
