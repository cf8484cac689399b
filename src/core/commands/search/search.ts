// /search: the passages that answer a few words, the matched words marked.

import { translated } from '../../corpus/translated.ts'
import { ask, attribution, emphasis, heading, link, paragraph, run, strong } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import { outsideStatementsOn } from '../../search/lookup/outside.ts'
import { subjectsNamed } from '../../search/lookup/subjects.ts'
import { type SearchResult, suggestions } from '../../search/search.ts'
import { dateOf } from '../../wording/citation.ts'
import { hitBlocks } from '../../wording/hit.ts'
import { type Context, command, integer, text } from '../command.ts'
import { pageChoices } from '../shared/pages.ts'
import { timedSearch } from '../shared/timed-search.ts'
import { correctionChoices, remarks } from './remarks.ts'

/** A phone shows some thirty lines, and an answer of three passages has fifty; each is whole, with what it says of its source. */
const hitsOnPage = 3
/** As many as the most generous platform shows. */
const mostOffered = 25

export const search = command({
  name: 'search',
  options: {
    words: text({
      complete: (typed, { index, language }) =>
        suggestions(index, typed, language, mostOffered).map(value => ({ value, label: value })),
    }),
    page: integer({ isHidden: true }),
  },
  example: ({ index }) => index.offers[0]?.value,
  run: ({ words, page = 1 }, context): Message => {
    const { index, say } = context
    const phrases = say.commands.search
    // Quotation marks with nothing between are no words either.
    if (words === undefined || /^[\s"'“”„‘’«»]*$/.test(words)) {
      const examples = index.offers.slice(0, 4).map(offer => offer.value)
      return {
        body: [paragraph(phrases.ask)],
        choices: [
          ...examples.map(each => [run(each, 'search', { words: each })]),
          [ask(phrases.write, 'search', 'words')],
        ],
      }
    }
    const findFrom = (from: number) => timedSearch(context, words, from, hitsOnPage)
    const asked = findFrom((page - 1) * hitsOnPage)
    const pages = Math.max(1, Math.ceil(asked.reachable / hitsOnPage))
    // A button of yesterday may point past today's end.
    const shown =
      page > pages ? { page: pages, found: findFrom((pages - 1) * hitsOnPage) } : { page, found: asked }
    return shown.found.hits.length === 0
      ? nothing(words, shown.found, context)
      : results(words, shown.found, { ...shown, pages }, context)
  },
})

function results(
  words: string,
  found: SearchResult,
  { page, pages }: { page: number; pages: number },
  context: Context,
): Message {
  const { say } = context
  const phrases = say.commands.search
  const pairs = found.corrected.map(({ typed, used }) => phrases.instead(typed, used))
  const turn = pageChoices('search', { words }, { page, pages, item: undefined }, say)
  return {
    body: [
      heading(2, phrases.found(shortened(words), found.total)),
      ...(pairs.length > 0 ? [paragraph(phrases.corrected(pairs.join(', ')))] : []),
      ...remarks(found, context),
      ...found.hits.flatMap(hit => [paragraph(strong(hit.article.title)), ...hitBlocks(hit, say)]),
      ...(found.hits.some(({ hasInsertedName }) => hasInsertedName)
        ? [paragraph(emphasis(say.commands.summary.brackets))]
        : []),
      // Once is enough: whoever turns pages has read it.
      ...(page === 1 ? fromOutside(words, context) : []),
      ...(pages > 1 ? [paragraph(say.page(page, pages))] : []),
    ],
    choices: [
      // The titles stand above: a label has to fit a phone.
      ...found.hits.map(({ article }) => [
        run(phrases.read(`${article.publisher}, ${dateOf(article, say)}`), 'article', { name: article.id }),
      ]),
      ...(found.asTyped
        ? [[run(phrases.asTyped(shortened(words)), 'search', { words: found.asTyped })]]
        : []),
      ...(turn.length > 0 ? [turn] : []),
      ...correctionChoices(found, words, context),
      ...others(words, found, context),
    ],
  }
}

function nothing(words: string, found: SearchResult, context: Context): Message {
  const { index, say } = context
  const phrases = say.commands.search
  // What was not understood is asked about, and nothing else is guessed.
  if (found.problems.length > 0)
    return {
      body: [paragraph(phrases.nothing(shortened(words))), ...remarks(found, context)],
      choices: correctionChoices(found, words, context),
    }
  const offers = found.near.length > 0 ? found.near : index.offers.slice(0, 3).map(({ value }) => value)
  return {
    body: [
      paragraph(phrases.nothing(shortened(words))),
      ...remarks(found, context),
      ...fromOutside(words, context),
      paragraph(found.near.length > 0 ? phrases.near : phrases.rather),
    ],
    choices: offers.map(each => [run(each, 'search', { words: each })]),
  }
}

/** What no article says, under a heading of its own, each with its source. */
function fromOutside(words: string, { corpus, index, say, language }: Context): Block[] {
  const found = outsideStatementsOn(corpus, index, words).slice(0, mostFromOutside)
  if (found.length === 0) return []
  return [
    heading(3, say.post.outside),
    ...found.flatMap(({ text, source, url }) => {
      const name = translated(source, language)
      return [paragraph(translated(text, language)), attribution(url ? link(url, name) : name)]
    }),
  ]
}

const mostFromOutside = 2

/** Echoing a page of somebody's text back would bury the answer. */
const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 60).trimEnd()} …` : words)

/** Who names an anniversary is offered its day; who asks for figures, figures side by side. */
function others(
  words: string,
  { anniversaries }: SearchResult,
  { corpus, index, say, language }: Context,
): Choice[][] {
  const [subject, ...more] = subjectsNamed(corpus, index, words.slice(0, 64))
  return [
    ...anniversaries.map(({ names, recurrence: { month, day } }) => [
      run(translated(names, language), 'onthisday', { date: `${two(month)}-${two(day)}` }),
    ]),
    ...(subject && more.length === 0
      ? [
          [
            run(say.commands.search.figures(translated(subject.names, language)), 'facts', {
              subject: subject.id,
            }),
          ],
        ]
      : []),
  ]
}

const two = (number: number) => String(number).padStart(2, '0')
