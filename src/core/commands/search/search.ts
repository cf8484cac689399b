// Answers /search: what the archive says to a question, or the passages that key words find, with the words marked.

import { monthDay } from '../../calendar/day.ts'
import { dayOfYear } from '../../calendar/recurrence.ts'
import type { OutsideStatement } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import { ask, emphasis, heading, paragraph, run, strong } from '../../message/build.ts'
import type { Choice, Message } from '../../message/message.ts'
import { outsideStatementsOn } from '../../search/lookup/outside.ts'
import { subjectsNamed } from '../../search/lookup/subjects.ts'
import { isOnOtherThings } from '../../search/query/other-things.ts'
import { readQuery } from '../../search/query/query.ts'
import { type SearchResult, suggestions } from '../../search/search.ts'
import { fold } from '../../text/fold.ts'
import { nextTurn } from '../../text/turns.ts'
import { hitBlocks } from '../../wording/hit.ts'
import { outsideBlocks, outsideBullets } from '../../wording/outside.ts'
import { readChoice } from '../article/read.ts'
import { type Context, command, integer, text } from '../command.ts'
import { MAX_COMPLETIONS } from '../shared/completions.ts'
import { type PageNumber, pageChoices } from '../shared/pages.ts'
import { timedSearch } from '../shared/timed-search.ts'
import { answerIfAsked } from './answer-if-asked.ts'
import { correctionChoices, remarks } from './remarks.ts'

/** Three whole hits with their sources take fifty lines; a phone shows about thirty. */
const HITS_ON_PAGE = 3
const MAX_OUTSIDE_STATEMENTS = 2
const MAX_ANNIVERSARIES = 3
/** A longer echo of the words would bury the answer. */
const MAX_ECHO_UNITS = 60

export const search = command({
  name: 'search',
  plainWords: 'words',
  link: { prefix: 's', option: 'words', form: 'words' },
  options: {
    words: text({
      complete: (typed, { index, language }) =>
        suggestions(index, typed, language, MAX_COMPLETIONS).map(value => ({ value, label: value })),
    }),
    page: integer({ isHidden: true }),
  },
  example: context => {
    const [words] = offersIn(context, 1)
    return words === undefined ? undefined : { words }
  },
  run: ({ words, page }, context): Message | Promise<Message> => {
    if (words === undefined || !hasWords(words)) return askForWords(context)
    return page === undefined ? answerOrPassages(words, context) : passages(words, page, context)
  },
})

/** Quotation marks with nothing between them count as no words. */
export const hasWords = (typed: string): boolean => !/^[\s"']*$/.test(fold(typed))

/** Answers a question, or shows the passages that key words find. */
export const answerOrPassages = async (words: string, context: Context): Promise<Message> =>
  (await answerIfAsked(words, context))?.message ??
  (isOnOtherThings(readQuery(words), context.index)
    ? { body: [paragraph(context.say.commands.ask.silent)] }
    : passages(words, 1, context))

async function passages(words: string, page: number, context: Context): Promise<Message> {
  const resultOfPage = (number: number) =>
    timedSearch(words, { from: (number - 1) * HITS_ON_PAGE, count: HITS_ON_PAGE }, context)
  const first = resultOfPage(page)
  const pages = Math.max(1, Math.ceil(first.reachable / HITS_ON_PAGE))
  // An old button may point past the last page of today.
  await nextTurn()
  const result = page > pages ? resultOfPage(pages) : first
  const isOnlyOutside = result.areWordsHidden && outsideOf(result, context).length > 0
  return result.hits.length === 0 || isOnlyOutside
    ? noHits(words, result, context)
    : hits(words, { result, page: Math.min(page, pages), pages }, context)
}

function askForWords(context: Context): Message {
  const { say } = context
  const phrases = say.commands.search
  return {
    body: [paragraph(phrases.ask)],
    choices: [...offersIn(context, 4).map(searchChoice), [ask(phrases.write, 'search', 'words')]],
  }
}

/** The names that most articles mention, in the language of the answer. */
const offersIn = ({ index, language }: Context, count: number): string[] =>
  index.offers.slice(0, count).map(({ value }) => translated(value, language))

const searchChoice = (words: string): Choice[] => [run(words, 'search', { words })]

async function hits(
  words: string,
  { result, page, pages }: PageNumber & { result: SearchResult },
  context: Context,
): Promise<Message> {
  const { say } = context
  const phrases = say.commands.search
  const corrections = result.corrected.map(({ typed, used }) => phrases.instead(typed, used))
  return {
    body: [
      heading(2, phrases.found(shortened(words), result.total)),
      ...(corrections.length > 0 ? [paragraph(phrases.corrected(corrections.join(', ')))] : []),
      ...remarks(result, context),
      ...result.hits.flatMap(hit => [paragraph(strong(hit.article.title)), ...hitBlocks(hit, say)]),
      ...(result.hits.some(({ hasInsertedName }) => hasInsertedName)
        ? [paragraph(emphasis(say.commands.summary.brackets))]
        : []),
      // On the first page only, because people who turn pages have read it.
      ...(page === 1 ? outsideBlocks(outsideOf(result, context), context) : []),
      ...(pages > 1 ? [paragraph(say.page(page, pages))] : []),
    ],
    choices: [
      // The titles are above: a label has to fit on a phone.
      ...result.hits.map(({ article, place }) => [readChoice(article, place, context)]),
      ...(result.asTyped
        ? [[run(phrases.asTyped(shortened(words)), 'search', { words: result.asTyped })]]
        : []),
      ...pageChoices({ command: 'search', args: { words } }, { page, pages }, say),
      ...correctionChoices(result, words, context),
      ...(await relatedChoices(result, context)),
    ],
  }
}

function noHits(words: string, result: SearchResult, context: Context): Message {
  const { say } = context
  const phrases = say.commands.search
  // Words that were not understood lead to a question; nothing else is guessed.
  if (result.problems.length > 0)
    return {
      body: [paragraph(phrases.nothing(shortened(words))), ...remarks(result, context)],
      choices: correctionChoices(result, words, context),
    }
  const fromOutside = outsideOf(result, context)
  const echo = shortened(words)
  return {
    body: [
      // Statements from outside are a finding too. Articles found by hidden words alone do not say them.
      paragraph(fromOutside.length > 0 ? phrases.noArticle(echo) : phrases.nothing(echo)),
      ...remarks(result, context),
      ...(fromOutside.length > 0 ? [outsideBullets(fromOutside, context)] : []),
      ...(result.near.length > 0 ? [paragraph(phrases.near)] : []),
    ],
    choices: [
      ...result.hits.map(({ article, place }) => [readChoice(article, place, context)]),
      ...result.near.map(searchChoice),
      [ask(phrases.write, 'search', 'words')],
    ],
  }
}

const outsideOf = ({ query }: SearchResult, { corpus, index }: Context): OutsideStatement[] =>
  outsideStatementsOn(corpus, index, query).slice(0, MAX_OUTSIDE_STATEMENTS)

const shortened = (words: string): string =>
  words.length > MAX_ECHO_UNITS ? `${words.slice(0, MAX_ECHO_UNITS).trimEnd()} …` : words

/** The day of an anniversary that the words name, and a comparison of figures if they ask for figures. */
async function relatedChoices(
  { query, anniversaries }: SearchResult,
  { corpus, index, say, language, now }: Context,
): Promise<Choice[][]> {
  const today = now.toZonedDateTimeISO(corpus.about.zone).toPlainDate()
  const [subject, ...otherSubjects] = await subjectsNamed(corpus, index, query)
  const figures =
    subject && otherSubjects.length === 0
      ? run(say.commands.search.figures(translated(subject.names, language)), 'facts', {
          subject: subject.id,
        })
      : undefined
  return [
    ...anniversaries.slice(0, MAX_ANNIVERSARIES).map(anniversary => [
      run(translated(anniversary.names, language), 'onthisday', {
        date: monthDay(dayOfYear(anniversary, today)),
      }),
    ]),
    ...(figures ? [[figures]] : []),
  ]
}
