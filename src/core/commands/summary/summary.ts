// Answers /summary: an article's key points, each with its speaker; or, for words that name no article, a topic's.

import type { Article, Subject } from '../../corpus/model.ts'
import { placeOfSentence } from '../../corpus/place.ts'
import { translated } from '../../corpus/translated.ts'
import {
  attribution,
  bullets,
  copy,
  emphasis,
  heading,
  inRows,
  paragraph,
  run,
  share,
} from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import type { StandaloneSentence } from '../../summary/excerpt.ts'
import { type Length, lengths, pointsOf } from '../../summary/points.ts'
import { capital } from '../../text/capital.ts'
import {
  numberOf,
  sourceLine,
  sourceLineWords,
  sourceOf,
  speakerOf,
  versionLines,
} from '../../wording/citation.ts'
import { dateChoice, readChoice } from '../article/read.ts'
import { type Context, command, oneOf, text } from '../command.ts'
import { type ArticleSearch, articleSearch } from '../shared/article-search.ts'
import { chooseArticle, exampleArticle } from '../shared/choose-article.ts'
import { completeArticle } from '../shared/completions.ts'
import { entryOption } from '../shared/pages.ts'
import type { TopicOptions } from './topic.ts'

export const summary = command({
  name: 'summary',
  link: { prefix: 'a', option: 'article', form: 'id' },
  options: {
    article: text({ complete: completeArticle, takesLanguage: true }),
    about: text({ takesLanguage: true }),
    length: oneOf(lengths),
    entry: entryOption,
  },
  example: exampleArticle,
  run: async ({ article: words, about, length = 'short', entry = 1 }, context) => {
    const topic = about === undefined ? undefined : articleSearch(about, context)
    const ofTopic = topic && (await summaryOfTopic(topic, { length, entry }, context))
    if (ofTopic) return ofTopic
    const search = words === undefined ? topic : articleSearch(words, context)
    const open = {
      command: 'summary',
      option: 'article',
      ...(length !== 'short' && { args: { length } }),
    }
    const asked = {
      args: { ...(words !== undefined && { article: words }), ...open.args },
      entry,
    }
    const { ask } = context.say.commands.summary
    const chosen = await chooseArticle(search, { ask, open, asked }, context)
    if ('article' in chosen) {
      const message = await summaryOfArticle(chosen.article, length, context)
      return { ...message, body: [...chosen.note, ...message.body] }
    }
    const { question, isNamed } = chosen
    if (words === undefined || !search) return question
    if (isNamed) return withTopicChoice(question, search, context)
    // A misspelt topic may be a misspelt title, so ask.
    if (search.result().isCorrected) return question
    return (await summaryOfTopic(search, { length, entry }, context)) ?? question
  },
})

/** Loaded on demand: few answers need it, and it must not slow down a start. */
async function summaryOfTopic(
  search: ArticleSearch,
  { length, entry }: TopicOptions,
  context: Context,
): Promise<Message | undefined> {
  const { summariseTopic } = await import('./topic.ts')
  return summariseTopic(search, { length, entry }, context)
}

/** Words in the names of several articles may be their common topic. */
function withTopicChoice(question: Message, { words, result }: ArticleSearch, { say }: Context): Message {
  const isYear = /^\d+$/.test(words)
  if (isYear || result().articles.length < 2) return question
  const choice = run(say.commands.summary.topic(words.slice(0, 40)), 'summary', { about: words })
  return { ...question, choices: [...(question.choices ?? []), [choice]] }
}

async function summaryOfArticle(article: Article, length: Length, context: Context): Promise<Message> {
  const { say } = context
  const phrases = say.commands.summary
  const points = pointsOf(article, length)
  const labelOf = (to: Length) =>
    to === 'long' && points.length === 0 ? phrases.longest : phrases.lengths[to]
  const lengthChoice = (to: Length): Choice =>
    run(labelOf(to), 'summary', { article: article.id, length: to }, true)
  const otherLengths = lengths.filter(each => each !== length && (each !== 'medium' || length === 'short'))
  const hasMore = points.length === 0 || article.keyPoints.length > 3
  const contested = contestedIn(article, context)
  const nameOfSubject = ({ names }: Subject) => translated(names, context.language)
  const excerpt = points.length === 0 ? await excerptSentences(article, length, context) : []
  return {
    body: [
      heading(2, article.title),
      sourceLine(article, say),
      ...versionLines(article, context.language, say),
      ...(article.review ? [paragraph(emphasis(phrases.unreviewed))] : []),
      ...(points.length === 0
        ? await excerptBlocks(article, excerpt, context)
        : [
            bullets(
              points.map(point => {
                const speaker = speakerOf(point, article, say)
                if (speaker === undefined) return [paragraph(point.text)]
                // A claim without a speaker at least belongs to the article.
                const source = point.speaker === undefined ? [' · ', sourceOf(article, say)] : []
                return [paragraph(point.text), attribution([speaker, ...source])]
              }),
            ),
          ]),
      ...(contested.length > 0
        ? [paragraph(emphasis(phrases.differing(contested.map(nameOfSubject).join('; '))))]
        : []),
    ],
    choices: [
      hasMore ? otherLengths.map(lengthChoice) : [],
      ...inRows(excerpt, SENTENCES_IN_ROW).map(row =>
        row.map(sentence =>
          readChoice(article, placeOfSentence(article, sentence.number), {
            say,
            label: capital(numberOf(sentence, article, say)),
          }),
        ),
      ),
      [run(phrases.read, 'article', { name: article.id }), share(say.share, article.title)],
      [copy(say.copySource, sourceLineWords(article, say))],
      ...dateChoice(article, say),
      contested.map(subject => run(nameOfSubject(subject), 'facts', { subject: subject.id })),
    ].filter(row => row.length > 0),
  }
}

const SENTENCES_IN_ROW = 3

/** The subjects on which the article takes a side, and others from outside speak too. */
const contestedIn = ({ id, figures }: Article, { corpus }: Context): Subject[] =>
  corpus.subjects
    .filter(
      ({ outside, claims, ...subject }) =>
        outside.length > 0 &&
        (claims.some(({ articles }) => articles.includes(id)) ||
          figures.some(figure => figure.subject === subject.id)),
    )
    .slice(0, MAX_CONTESTED)

const MAX_CONTESTED = 3

async function excerptSentences(
  article: Article,
  length: Length,
  { corpus, index }: Context,
): Promise<StandaloneSentence[]> {
  // Stems and stop words take time to load, and curated summaries do not need them.
  const [{ excerptOf }, { peopleOf, preparePeople }] = await Promise.all([
    import('../../summary/excerpt.ts'),
    import('../../search/coreference/people.ts'),
  ])
  await preparePeople(corpus, index)
  return excerptOf(article, length, peopleOf(corpus, index))
}

/** Sentences of the article itself, in order, each with its number. */
async function excerptBlocks(
  article: Article,
  sentences: readonly StandaloneSentence[],
  { say }: Context,
): Promise<Block[]> {
  const phrases = say.commands.summary
  const { withNameInBrackets } = await import('../../search/coreference/standalone.ts')
  return [
    paragraph(emphasis(phrases.excerpt)),
    bullets(
      sentences.map(sentence => [
        paragraph(withNameInBrackets(sentence)),
        attribution(`${article.publisher} · ${numberOf(sentence, article, say)}`),
      ]),
    ),
    ...(sentences.some(({ added }) => added) ? [paragraph(emphasis(phrases.brackets))] : []),
  ]
}
