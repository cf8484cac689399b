// Summarises a topic: statements of several articles, grouped by whether they agree, each with its source.

import { translated } from '../../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph, run } from '../../message/build.ts'
import type { Block, Message } from '../../message/message.ts'
import { withNameInBrackets } from '../../search/coreference/standalone.ts'
import { subjectsNamed } from '../../search/lookup/subjects.ts'
import type { Length } from '../../summary/points.ts'
import { subjectsIn, type TopicGroup, type TopicStatement, topicOf } from '../../summary/topic.ts'
import { numberOf, retellingOf, sourceOf, speakerOf } from '../../wording/citation.ts'
import { outsideBlocks } from '../../wording/outside.ts'
import type { Context } from '../command.ts'
import type { ArticleSearch } from '../shared/article-search.ts'

/** Only this many of the best articles are read for a topic. */
const MAX_ARTICLES = 10
const MAX_TOPIC_UNITS = 64

/** The answer, or undefined if no article has a statement on the topic. */
export function summariseTopic(search: ArticleSearch, length: Length, context: Context): Message | undefined {
  const { corpus, index, say, language } = context
  const phrases = say.commands.summary
  const articles = search.result().articles.slice(0, MAX_ARTICLES)
  if (articles.length === 0) return undefined
  const topic = search.words.slice(0, MAX_TOPIC_UNITS)
  const groups = topicOf(articles, topic, { length, corpus, index, language })
  const statements = groups.flatMap(group => group.statements)
  const cited = new Set(statements.map(({ article }) => article))
  if (cited.size === 0) return undefined
  const [subject, ...otherSubjects] = subjectsNamed(corpus, index, topic)
  return {
    body: [
      heading(2, phrases.about(topic, cited.size)),
      ...(['alike', 'different', 'single'] as const).flatMap(kind => sectionOf(kind, groups, context)),
      ...(statements.some(({ sentence }) => sentence?.added) ? [paragraph(emphasis(phrases.brackets))] : []),
      ...outsideBlocks(outsideOnSubjectsOf(statements, context), context),
    ],
    choices: [
      ...(subject && otherSubjects.length === 0
        ? [
            [
              run(say.commands.search.figures(translated(subject.names, language)), 'facts', {
                subject: subject.id,
              }),
            ],
          ]
        : []),
      ...Array.from(cited, article => [run(article.title, 'summary', { article: article.id })]),
    ],
  }
}

function sectionOf(kind: TopicGroup['kind'], groups: readonly TopicGroup[], context: Context): Block[] {
  const { corpus, say, language } = context
  const phrases = say.commands.summary
  const ofKind = groups.filter(group => group.kind === kind)
  if (ofKind.length === 0) return []
  const { dependence } = corpus.about
  return [
    heading(3, phrases.kinds[kind]),
    // Articles that depend on one another do not confirm one another.
    ...(kind === 'alike'
      ? [paragraph(emphasis(dependence ? translated(dependence, language) : phrases.noConfirmation))]
      : []),
    bullets(
      ofKind.map(({ statements }) => statements.flatMap(statement => statementBlocks(statement, context))),
    ),
  ]
}

/** Outside statements on the subjects of the figures, so that no single figure seems to be the whole record. */
function outsideOnSubjectsOf(statements: readonly TopicStatement[], { corpus }: Context) {
  const ids = new Set(statements.flatMap(subjectsIn))
  return corpus.subjects.filter(({ id }) => ids.has(id)).flatMap(({ outside }) => outside)
}

/** A statement with its speaker and the article that has it. */
function statementBlocks(statement: TopicStatement, { say }: Context): Block[] {
  const { article, sentence, text } = statement
  const source = sourceOf(article, say)
  if (sentence) {
    const notes = [retellingOf(article, say), numberOf(sentence, article, say)].filter(each => each !== '')
    return [
      paragraph(withNameInBrackets(sentence)),
      attribution([source, ...notes.map(each => ` · ${each}`)]),
    ]
  }
  const speaker = speakerOf(statement, article, say)
  const isOther = speaker !== undefined && speaker !== '' && speaker !== article.publisher
  return [paragraph(text), attribution([isOther ? `${speaker} · ` : '', source])]
}
