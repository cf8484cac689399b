// /summary: an article's key points, each with its speaker.
import { sourceLine, speakerOf, versionLines } from '../citation/citation.ts'
import { attribution, bullets, copy, emphasis, heading, paragraph, run, share } from '../message/build.ts'
import type { Choice } from '../message/message.ts'
import { textOf } from '../message/text.ts'
import { type Length, lengths, pointsOf } from '../summary/points.ts'
import { chooseArticle, chooser } from './choose.ts'
import { command, oneOf, text } from './command.ts'
import { completeArticle } from './completions.ts'

export const summary = command({
  name: 'summary',
  options: { article: text({ complete: completeArticle }), length: oneOf(lengths) },
  run: ({ article: words, length = 'short' }, context) => {
    const { say } = context
    const phrases = say.commands.summary
    const more: Record<string, string> = length === 'short' ? {} : { length }
    const chosen = chooseArticle(words, phrases.ask, chooser('summary', 'article', say, more), context)
    if ('message' in chosen) return chosen.message
    const { article } = chosen
    const { points, opening } = pointsOf(article, length)
    const other = (to: Length): Choice =>
      run(phrases.lengths[to], 'summary', { article: article.id, length: to }, true)
    return {
      body: [
        heading(2, article.title),
        sourceLine(article, say),
        ...versionLines(article, context.language, say),
        ...(article.inferred ? [attribution(say.commands.article.inferred(article.inferred))] : []),
        ...(opening ? [paragraph(emphasis(phrases.opening))] : []),
        bullets(
          points.map(point => {
            const speaker = speakerOf(point, article, say)
            return [paragraph(point.text), ...(speaker ? [attribution(speaker)] : [])]
          }),
        ),
      ],
      choices: [
        pointsOf(article, 'long').points.length > 3
          ? lengths.filter(each => each !== length && (each !== 'medium' || length === 'short')).map(other)
          : [],
        [run(phrases.read, 'article', { name: article.id }), share(say.share, article.title)],
        [copy(say.copySource, textOf(sourceLine(article, say).children))],
      ].filter(row => row.length > 0),
    }
  },
})
