// /who: a person, a body or a place: its spellings, its roles by the date of each article, and where it is mentioned.
import { sourceLine, sourceOf } from '../citation/citation.ts'
import type { NameEntry } from '../corpus/corpus.ts'
import { attribution, bullets, heading, paragraph, run } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { mentioning } from '../search/index.ts'
import { completeNames, namesLike } from '../search/names.ts'
import { type Context, command, text } from './command.ts'
import { completeName } from './completions.ts'

export const who = command({
  name: 'who',
  options: { name: text({ complete: completeName }) },
  run: ({ name: typed }, context): Message => {
    const { corpus, say } = context
    const phrases = say.commands.who
    if (typed === undefined) return offer(phrases.ask, completeNames(corpus, '', 10))
    const { names, sure } = namesLike(corpus, typed)
    const [entry, ...others] = names
    if (!entry) return offer(phrases.none(typed.slice(0, 60)), completeNames(corpus, '', 10))
    return sure && others.length === 0
      ? portrait(entry, context)
      : offer(phrases.which(typed.slice(0, 60)), names)
  },
})

function portrait({ name, also }: NameEntry, { corpus, index, say }: Context): Message {
  const phrases = say.commands.who
  const roles = corpus.articles
    .flatMap(article =>
      article.people.filter(person => person.name === name).map(({ role }) => ({ article, role })),
    )
    .filter(({ role }) => role !== undefined)
    .sort((a, b) => a.article.published.year - b.article.published.year)
  const ids = mentioning(index, name)
  const mentioned = corpus.articles.filter(
    ({ id, people }) => ids.has(id) || people.some(person => person.name === name),
  )
  return {
    body: [
      heading(2, name),
      ...(also.length > 0 ? [paragraph(phrases.also(also.join(', ')))] : []),
      ...(roles.length > 0
        ? [
            heading(3, phrases.roles),
            bullets(
              roles.map(({ article, role = '' }): Block[] => [
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
    choices: [[run(phrases.search(name), 'search', { words: name })]],
  }
}

const offer = (question: string, names: readonly NameEntry[]): Message => ({
  body: [paragraph(question)],
  choices: names.slice(0, 10).map(({ name }) => [run(name, 'who', { name })]),
})
