// /summary: an article's key points, each with its speaker; or, where words name none, what several say on a topic.

import type { Article } from '../../corpus/model.ts'
import { attribution, bullets, copy, emphasis, heading, paragraph, run, share } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import { textOf } from '../../message/text.ts'
import { findArticles } from '../../search/lookup/articles.ts'
import { search } from '../../search/search.ts'
import { type Length, lengths, pointsOf } from '../../summary/points.ts'
import { numberOf, sourceLine, sourceOf, speakerOf, versionLines } from '../../wording/citation.ts'
import { type Context, command, oneOf, text } from '../command.ts'
import { chooseArticle, chooser, exampleArticle } from '../shared/choose-article.ts'
import { completeArticle } from '../shared/completions.ts'

export const summary = command({
  name: 'summary',
  options: { article: text({ complete: completeArticle }), about: text(), length: oneOf(lengths) },
  example: exampleArticle,
  run: async ({ article: words, about, length = 'short' }, context) => {
    const { corpus, index, say } = context
    const phrases = say.commands.summary
    if (about !== undefined) {
      const answer = await onTopic(about, length, context)
      if (answer) return answer
    }
    const more: Record<string, string> = length === 'short' ? {} : { length }
    const chosen = chooseArticle(
      words ?? about,
      phrases.ask,
      chooser('summary', 'article', say, more),
      context,
    )
    if ('article' in chosen) return ofArticle(chosen.article, length, context)
    if (words === undefined) return chosen.message
    const { isNamed } = findArticles(corpus, index, words)
    // A misspelt topic may be a misspelt title: then it is asked about.
    const answer = !isNamed && search(index, words).corrected.length === 0
    return (
      (answer && (await onTopic(words, length, context))) ||
      withTopic(chosen.message, words, isNamed, context)
    )
  },
})

/** Few answers need it, and none shall start later for it. */
async function onTopic(words: string, length: Length, context: Context): Promise<Message | undefined> {
  const { summariseTopic } = await import('./topic.ts')
  return summariseTopic(words, length, context)
}

/** Where several articles bear the words in their names, they may be the topic of all. */
function withTopic(message: Message, words: string, isNamed: boolean, { index, say }: Context): Message {
  if (!isNamed || /^\d+$/.test(words) || search(index, words).hits.length < 2) return message
  const choice = run(say.commands.summary.topic(words.slice(0, 40)), 'summary', { about: words })
  return { ...message, choices: [...(message.choices ?? []), [choice]] }
}

async function ofArticle(article: Article, length: Length, context: Context): Promise<Message> {
  const { say } = context
  const phrases = say.commands.summary
  const other = (to: Length): Choice => run(labelOf(to), 'summary', { article: article.id, length: to }, true)
  const points = pointsOf(article, length)
  const labelOf = (to: Length) =>
    to === 'long' && points.length === 0 ? phrases.longest : phrases.lengths[to]
  const more = points.length === 0 || article.keyPoints.length > 3
  return {
    body: [
      heading(2, article.title),
      sourceLine(article, say),
      ...versionLines(article, context.language, say),
      ...(article.inferred ? [attribution(say.commands.article.inferred(article.inferred))] : []),
      ...(article.review ? [paragraph(emphasis(phrases.unreviewed))] : []),
      ...(points.length === 0
        ? await excerpted(article, length, context)
        : [
            bullets(
              points.map(point => {
                const speaker = speakerOf(point, article, say)
                if (speaker === undefined) return [paragraph(point.text)]
                // A claim of nobody is at least the article's.
                const source = point.speaker === undefined ? [' · ', sourceOf(article, say)] : []
                return [paragraph(point.text), attribution([speaker, ...source])]
              }),
            ),
          ]),
    ],
    choices: [
      more
        ? lengths.filter(each => each !== length && (each !== 'medium' || length === 'short')).map(other)
        : [],
      [run(phrases.read, 'article', { name: article.id }), share(say.share, article.title)],
      [copy(say.copySource, textOf(sourceLine(article, say).children))],
    ].filter(row => row.length > 0),
  }
}

/** Sentences of the article itself, in its order, each with its number. */
async function excerpted(
  article: Article,
  length: Length,
  { corpus, index, say }: Context,
): Promise<Block[]> {
  const phrases = say.commands.summary
  // Stems and stop words take time to load that curated summaries need not spend.
  const [{ withNameInBrackets }, { excerptOf }, { peopleOf }] = await Promise.all([
    import('../../summary/alone.ts'),
    import('../../summary/excerpt.ts'),
    import('../../summary/people.ts'),
  ])
  const sentences = excerptOf(article, length, peopleOf(corpus, index))
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
