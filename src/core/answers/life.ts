// Tells whether a question asks about the life of one person, and whether a statement tells of that life.

import { datesIn } from '../languages/calendar.ts'
import { fromAllPacks } from '../languages/packs.ts'
import type { QuestionKind } from '../languages/question-words.ts'
import { peopleOf } from '../search/coreference/people.ts'
import { isConcept } from '../search/index/concepts.ts'
import { isStopWord } from '../search/query/stop-words.ts'
import { fold } from '../text/fold.ts'
import { memoByObject } from '../text/memo.ts'
import { type Token, tokens } from '../text/words.ts'
import { contentWords } from './finders/content-words.ts'
import type { Asked } from './finding.ts'
import type { ArchiveStatement } from './statement.ts'
import { isBefalling } from './weighing/counted.ts'
import { isListed } from './weighing/listed-words.ts'
import { soughtWordsOf } from './weighing/sought.ts'
import { ownTextsOf } from './weighing/statement-text.ts'

/**
 * "When did Sok Dara die" is not answered by those who died under a Sok Dara government: a statement tells of it if it has
 * the name by itself, and the word near it. True if the question asks nothing of the kind.
 */
export function tellsOfLife(statement: ArchiveStatement, asked: Asked): boolean {
  const { person, at, namesOnly } = lifeAsked(asked)
  // A date or a length of time beside the same names is one of something else.
  if (namesOnly)
    return (
      statement.kind === 'event' && (asked.question.kind === 'when' || statement.event.until !== undefined)
    )
  if (person === undefined) return true
  const { match } = soughtWordsOf(asked)
  const peopleIn = peopleOf(asked.corpus, asked.index)
  return ownTextsOf(statement).some(text => {
    const words = tokens(text)
    const names = namesAmong(words, asked)
    const mentions = peopleIn(text).mentions.filter(
      each => each.name === person && !isWithinName(each, names),
    )
    if (mentions.length === 0) return false
    const places = words.filter(({ word }) =>
      at === undefined
        ? placeWords().has(word)
        : match(word).some(({ term, quality }) => term === at && quality >= MIN_QUALITY),
    )
    return places.some(place =>
      mentions.some(
        ({ start, end }) => place.start - end <= MAX_UNITS_TO_NAME && start - place.end <= MAX_UNITS_TO_NAME,
      ),
    )
  })
}

/** Somebody who is killed dies; a synonym may also be about others. */
const MIN_QUALITY = 0.8
const MAX_UNITS_TO_NAME = 20

type Range = Pick<Token, 'start' | 'end'>

const namesAmong = (words: readonly Token[], { index }: Asked): readonly Range[] =>
  index.concepts.annotate(words).filter(({ word }) => isConcept(word))

/** "The Sok Dara government" is not Sok Dara. */
const isWithinName = ({ start, end }: Range, names: readonly Range[]): boolean =>
  names.some(each => each.start <= start && each.end >= end && each.end - each.start > end - start)

interface LifeQuestion {
  /** The person's name; undefined if the question asks something else. */
  person?: string
  /** The index of the query's word for what is asked; undefined if they themselves are. */
  at?: number
  /** "How long was Sok Dara in Laos", "Sok Dara was Prime Minister since when": of what they did, there is no word. */
  namesOnly?: boolean
}

/** A word such as "die" right after the name of one person, or such as "father" before or after it; or where they were. */
const lifeAsked = memoByObject((asked: Asked): LifeQuestion => {
  const { query, question, corpus, index } = asked
  const names = namesAmong(query.words, asked)
  const { mentions } = peopleOf(corpus, index)(query.text)
  const [person, ...others] = mentions.filter(each => !isWithinName(each, names))
  if (person && kindsOfTime.has(question.kind) && hasNamesOnly(asked)) return { namesOnly: true }
  if (!person || others.length > 0) return {}
  const isBetween = (at: number, from: number, to: number) => {
    const word = query.words[at]
    return word !== undefined && word.start >= from && word.end <= to
  }
  const at = query.words.findIndex((word, index, words) => {
    const { start, end, isAsking } = word
    if (isAsking || !isListed('life', index, words)) return false
    // Nobody dies many times: "how many deaths did Sok Dara cause".
    if (question.kind === 'how many' && isBefalling(word)) return false
    const [from, to] = start >= person.end ? [person.end, start] : [end, person.start]
    const between = [...query.words.keys()].filter(each => isBetween(each, from, to))
    // "Died under Sok Dara" is no life of his, and "father of Sok Dara" is.
    return between.every(each => isStopWord(query.words[each]?.word ?? ''))
  })
  if (at >= 0) return { person: person.name, at }
  const dates = datesIn(query.text)
  const isElsewhere = (range: Range, each: Range) => each.end <= range.start || each.start >= range.end
  const isAlone = contentWords(asked).every(word =>
    [person, ...dates].some(range => !isElsewhere(range, word)),
  )
  return question.kind === 'where' && isAlone ? { person: person.name } : {}
})

const kindsOfTime: ReadonlySet<QuestionKind> = new Set(['when', 'how long'])

function hasNamesOnly(asked: Asked): boolean {
  const { query, question } = asked
  const { sharesOfWords } = soughtWordsOf(asked)
  return (
    question.wordsAside.length === 0 &&
    contentWords(asked).every(word => sharesOfWords[query.words.indexOf(word)] === 0)
  )
}

let inPlaces: ReadonlySet<string> | undefined
/** Words that stand before a place, folded: "in". */
export const placeWords = (): ReadonlySet<string> => {
  inPlaces ??= new Set(fromAllPacks('placeWords').flatMap(list => list.split(' ').map(fold)))
  return inPlaces
}
