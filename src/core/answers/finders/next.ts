// Finds the next days that the archive remembers, all of them or those that a question names.

import { languages } from '../../languages/language.ts'
import { phrasesOf } from '../../languages/phrases.ts'
import { anniversariesNamed } from '../../search/lookup/anniversaries.ts'
import { comingUp, defaultLeapDays, fallingOn } from '../../search/lookup/coming.ts'
import { inflections } from '../../search/query/inflections.ts'
import { kindsPromised } from '../../search/question/topics.ts'
import { tokens } from '../../text/words.ts'
import type { Asked, Finding } from '../finding.ts'
import { dateQuestion } from './asked-date.ts'
import { contentWords, stretchOf } from './content-words.ts'

/** Undefined if the question names a day that the archive does not have. */
export async function findNext(asked: Asked): Promise<Finding | undefined> {
  const { corpus, today, leapDayOf = defaultLeapDays } = asked
  const calendar = { corpus, today, leapDayOf }
  const coming = comingUp(calendar)
  if (coming.length === 0) return undefined
  const general = await wordsForDays()
  const words = contentWords(asked).filter(
    ({ word, typed }) => !general.has(word) && !kindsPromised(typed).has('today'),
  )
  if (words.length === 0) return { kind: 'days', coming: [...coming] }
  const question = await dateQuestion(asked)
  if (question?.date.type === 'day') {
    const then = fallingOn(question.date, calendar)
    return then.length > 0 ? { kind: 'days', coming: then } : undefined
  }
  const named = new Set(anniversariesNamed(corpus.anniversaries, stretchOf(words, asked)))
  const list = coming.filter(({ anniversary }) => named.has(anniversary))
  return list.length > 0 ? { kind: 'days', coming: list } : undefined
}

/** Words such as "anniversary" and "date", which name none of them, as the bot itself says them in every language. */
let known: Promise<ReadonlySet<string>> | undefined
const wordsForDays = () => {
  known ??= readWordsForDays()
  return known
}

async function readWordsForDays(): Promise<ReadonlySet<string>> {
  const phrases = await Promise.all(languages.map(phrasesOf))
  const texts = phrases.flatMap(({ commands: { upcoming, onthisday } }) => [
    ...[upcoming.title, upcoming.does, upcoming.none, onthisday.next('', ''), onthisday.does],
  ])
  const words = texts.flatMap(text => tokens(text).map(({ word }) => word))
  return new Set(words.flatMap(word => [word, ...inflections(word)]))
}
