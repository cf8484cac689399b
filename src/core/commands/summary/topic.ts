// Summarises a topic: statements of several articles, grouped by whether they agree, each with its source.

import type { Article } from '../../corpus/model.ts'
import { type ArticlePlace, placeOfSentence, placeOfText } from '../../corpus/place.ts'
import { translated } from '../../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph, run } from '../../message/build.ts'
import type { Block, Message } from '../../message/message.ts'
import { preparePeople } from '../../search/coreference/people.ts'
import { withNameInBrackets } from '../../search/coreference/standalone.ts'
import { subjectsNamed } from '../../search/lookup/subjects.ts'
import type { Length } from '../../summary/points.ts'
import { subjectsIn, type TopicGroup, type TopicStatement, topicOf } from '../../summary/topic.ts'
import { nextTurn } from '../../text/turns.ts'
import { numberOf, retellingOf, sourceOf, speakerOf } from '../../wording/citation.ts'
import { outsideBlocks } from '../../wording/outside.ts'
import { readChoice } from '../article/read.ts'
import type { Context } from '../command.ts'
import type { ArticleSearch } from '../shared/article-search.ts'
import { sectionAt, sectionChoices, sectionLine, unitsOf } from '../shared/pages.ts'

/** Only this many of the best articles are read for a topic. */
const MAX_ARTICLES = 10
const MAX_TOPIC_UNITS = 64

export interface TopicOptions {
  length: Length
  /** The first of the groups of statements to show, counted from 1. */
  entry: number
}

/** The answer, or undefined if no article has a statement on the topic. */
export async function summariseTopic(
  search: ArticleSearch,
  { length, entry }: TopicOptions,
  context: Context,
): Promise<Message | undefined> {
  const { corpus, index, say, language } = context
  const phrases = say.commands.summary
  const articles = search.result().articles.slice(0, MAX_ARTICLES)
  if (articles.length === 0) return undefined
  await nextTurn()
  await preparePeople(corpus, index)
  await nextTurn()
  const topic = search.words.slice(0, MAX_TOPIC_UNITS)
  const groups = topicOf(articles, topic, { length, corpus, index, language }).sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  )
  const statements = groups.flatMap(group => group.statements)
  const cited = new Set(statements.map(({ article }) => article))
  if (cited.size === 0) return undefined
  await nextTurn()
  const [subject, ...otherSubjects] = await subjectsNamed(corpus, index, topic)
  const section = sectionAt(groups, {
    from: entry,
    compose: ({ kind, statements }) => ({
      ...{ kind, statements },
      blocks: statements.flatMap(statement => statementBlocks(statement, context)),
    }),
    unitsOf: ({ blocks }, linked) => unitsOf(blocks, linked),
    maxUnits: MAX_ANSWER_UNITS,
  })
  const listed = section.entries.flatMap(group => group.statements)
  const outside = outsideOnSubjectsOf(listed, context).slice(0, MAX_OUTSIDE_STATEMENTS)
  return {
    body: [
      heading(2, phrases.about(topic, cited.size)),
      ...kinds.flatMap(kind => blocksOfKind(kind, section.entries, context)),
      ...(listed.some(({ sentence }) => sentence?.added) ? [paragraph(emphasis(phrases.brackets))] : []),
      ...outsideBlocks(outside, context),
      ...sectionLine(section, say),
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
      ...Array.from(new Set(listed.map(({ article }) => article)), article => [
        readChoice(article, placeOfFirst(article, listed), context),
      ]),
      ...sectionChoices({ command: 'summary', args: { about: search.words, length } }, section, say),
    ],
  }
}

/** About one screen of a phone, beside headings and notes. */
const MAX_ANSWER_UNITS = 1200
const MAX_OUTSIDE_STATEMENTS = 2

/** Where articles differ comes first, so that no page shows one side of it alone. */
const kinds = ['different', 'alike', 'single'] as const

function blocksOfKind(
  kind: TopicGroup['kind'],
  groups: readonly { kind: TopicGroup['kind']; blocks: Block[] }[],
  { corpus, say, language }: Context,
): Block[] {
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
    bullets(ofKind.map(({ blocks }) => blocks)),
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

/** The place of the first statement that an article makes. */
function placeOfFirst(article: Article, statements: readonly TopicStatement[]): ArticlePlace | undefined {
  const first = statements.find(each => each.article === article)
  if (first?.sentence) return placeOfSentence(article, first.sentence.number)
  return first && placeOfText(article, first.text)
}
