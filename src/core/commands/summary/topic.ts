// What /summary says of a topic: statements of several articles, grouped by whether they agree, each with its source.

import { translated } from '../../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, link, paragraph, run } from '../../message/build.ts'
import type { Block, Message } from '../../message/message.ts'
import { subjectsNamed } from '../../search/lookup/subjects.ts'
import { articlesFor } from '../../search/search.ts'
import { withNameInBrackets } from '../../summary/alone.ts'
import type { Length } from '../../summary/points.ts'
import { subjectsIn, type TopicGroup, type TopicStatement, topicOf } from '../../summary/topic.ts'
import { numberOf, retellingOf, sourceOf, speakerOf } from '../../wording/citation.ts'
import type { Context } from '../command.ts'

/** The articles that are looked at, the best first. */
const most = 10

/** The answer, or undefined where no article has a statement on the words. */
export function summariseTopic(words: string, length: Length, context: Context): Message | undefined {
  const { corpus, index, say, language } = context
  const phrases = say.commands.summary
  const articles = articlesFor(index, words, { language, count: most })
  if (articles.length === 0) return undefined
  const groups = topicOf(articles, words.slice(0, longest), { length, corpus, index, language })
  const told = new Set(groups.flatMap(({ statements }) => statements.map(({ article }) => article)))
  if (told.size === 0) return undefined
  const subjects = subjectsNamed(corpus, index, words.slice(0, longest))
  return {
    body: [
      heading(2, phrases.about(words.slice(0, longest), told.size)),
      ...(['alike', 'different', 'single'] as const).flatMap(kind => section(kind, groups, context)),
      ...(groups.some(({ statements }) => statements.some(({ sentence }) => sentence?.added))
        ? [paragraph(emphasis(phrases.brackets))]
        : []),
      ...fromOutside(groups, context),
    ],
    choices: [
      ...(subjects.length === 1
        ? subjects.map(({ id, names }) => [
            run(say.commands.search.figures(translated(names, language)), 'facts', { subject: id }),
          ])
        : []),
      ...Array.from(told, article => [run(article.title, 'summary', { article: article.id })]),
    ],
  }
}

const longest = 64

function section(kind: TopicGroup['kind'], groups: readonly TopicGroup[], context: Context): Block[] {
  const { corpus, say, language } = context
  const phrases = say.commands.summary
  const own = groups.filter(group => group.kind === kind)
  if (own.length === 0) return []
  const { dependence } = corpus.about
  return [
    heading(3, phrases.kinds[kind]),
    // Articles that depend on one another are no witnesses for one another.
    ...(kind === 'alike'
      ? [paragraph(emphasis(dependence ? translated(dependence, language) : phrases.noConfirmation))]
      : []),
    bullets(own.map(({ statements }) => statements.flatMap(statement => told(statement, context)))),
  ]
}

/** What the wider record has on the subjects of the figures that are told: no figure stands for the whole of it. */
function fromOutside(groups: readonly TopicGroup[], { corpus, say, language }: Context): Block[] {
  const ids = new Set(groups.flatMap(({ statements }) => statements.flatMap(subjectsIn)))
  const outside = corpus.subjects.filter(({ id }) => ids.has(id)).flatMap(subject => subject.outside)
  if (outside.length === 0) return []
  return [
    heading(3, say.post.outside),
    bullets(
      outside.map(({ text, source, url }) => {
        const name = translated(source, language)
        return [paragraph(translated(text, language)), attribution(url ? link(url, name) : name)]
      }),
    ),
  ]
}

/** A statement with whose it is and the article that has it. */
function told(statement: TopicStatement, { say }: Context): Block[] {
  const { article, sentence, text } = statement
  const whose = speakerOf(statement, article, say)
  const speaker = whose === article.publisher ? '' : whose
  const source = sourceOf(article, say)
  if (sentence) {
    const rest = [retellingOf(article, say), numberOf(sentence, article, say)].filter(each => each !== '')
    return [paragraph(withNameInBrackets(sentence)), attribution([source, ...rest.map(each => ` · ${each}`)])]
  }
  return [paragraph(text), attribution([speaker ? `${speaker} · ` : '', source])]
}
