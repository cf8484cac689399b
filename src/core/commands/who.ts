// Answers /who about a person, a body or a place: its spellings, its roles by each article's date, and where it is
// mentioned.

import { compareLooseDates } from '../calendar/date.ts'
import type { Article, NameEntry } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import type { Phrases } from '../languages/phrases.ts'
import { attribution, bullets, heading, paragraph, run } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { mentioning } from '../search/index/search-index.ts'
import { completeNames, namesLike } from '../search/lookup/names.ts'
import { sourceLine, sourceOf } from '../wording/citation.ts'
import { type Context, command, text } from './command.ts'
import { completeName } from './shared/completions.ts'

export const who = command({
  name: 'who',
  options: { name: text({ complete: completeName }) },
  example: ({ corpus, language }) => corpus.names[0] && translated(corpus.names[0].names, language),
  run: ({ name: typed }, context): Message => {
    const { corpus, say } = context
    const phrases = say.commands.who
    if (typed === undefined) return choose(phrases.ask, completeNames(corpus, '', 10), context)
    const { names, isNamed } = namesLike(corpus, typed)
    const [entry, ...others] = names
    if (!entry) return choose(phrases.none(typed.slice(0, 60)), completeNames(corpus, '', 10), context)
    return isNamed && others.length === 0
      ? entryMessage(entry, context)
      : choose(phrases.which(typed.slice(0, 60)), names, context)
  },
})

function entryMessage({ name, names, also }: NameEntry, { corpus, index, say, language }: Context): Message {
  const phrases = say.commands.who
  const title = translated(names, language)
  const spellings = [name, ...also]
  const roles = corpus.articles
    .flatMap(article => rolesOf(spellings, article, say).map(role => ({ article, role })))
    .sort((a, b) => compareLooseDates(a.article.published, b.article.published))
  const otherSpellings = spellings.filter(each => each !== title)
  const ids = mentioning(index, name)
  const mentioned = corpus.articles
    .filter(({ id, people }) => ids.has(id) || people.some(person => spellings.includes(person.name)))
    .sort((a, b) => compareLooseDates(a.published, b.published))
  return {
    body: [
      heading(2, title),
      ...(otherSpellings.length > 0 ? [paragraph(phrases.also(otherSpellings.join(', ')))] : []),
      ...(roles.length > 0
        ? [
            heading(3, phrases.roles),
            bullets(
              roles.map(({ article, role }): Block[] => [
                paragraph(phrases.role(role, say.date({ year: article.published.year }))),
                attribution(sourceOf(article, say)),
              ]),
            ),
          ]
        : []),
      heading(3, phrases.mentioned),
      mentioned.length > 0
        ? bullets(mentioned.map((article): Block[] => [paragraph(article.title), sourceLine(article, say)]))
        : paragraph(phrases.nowhere),
    ],
    choices: [[run(phrases.search(title), 'search', { words: title })]],
  }
}

/**
 * The roles that an article gives somebody: as one of its people, as its author, as the paper it retells, or as that
 * paper's author.
 */
function rolesOf(
  spellings: readonly string[],
  { people, author, publisher, retells }: Article,
  say: Phrases,
): string[] {
  const phrases = say.commands.who
  const isThem = (name: string | undefined) => name !== undefined && spellings.includes(name)
  return [
    ...people.flatMap(person => (isThem(person.name) && person.role ? [person.role] : [])),
    ...(isThem(author) ? [phrases.author(publisher)] : []),
    ...(retells && isThem(retells.author) ? [phrases.writing(retells.name)] : []),
    ...(retells && isThem(retells.name) ? [retells.note] : []),
  ]
}

const choose = (question: string, entries: readonly NameEntry[], { language }: Context): Message => ({
  body: [paragraph(question)],
  choices: entries.slice(0, 10).map(({ name, names }) => [run(translated(names, language), 'who', { name })]),
})
