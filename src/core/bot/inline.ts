// What somebody can put into any chat while they write: findings for their words, or what is worth telling today.

import type { Context } from '../commands/command.ts'
import { timedSearch } from '../commands/shared/timed-search.ts'
import { comingUp } from '../commands/shared/upcoming.ts'
import type { Anniversary, Article } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, heading, paragraph } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { textOf } from '../message/text.ts'
import { anniversariesLike } from '../search/lookup/anniversaries.ts'
import { pointsOf } from '../summary/points.ts'
import { sourceLine, speakerOf } from '../wording/citation.ts'
import { hitBlocks, hitLine } from '../wording/hit.ts'
import { composePost } from '../wording/post.ts'

export interface InlineResult {
  /** Tells it from the others of one answer; at most 64 bytes. */
  id: string
  title: string
  /** A line that tells what it says. */
  detail: string
  message: Message
  /** The article to read on in. */
  article?: string
}

export interface InlineResults {
  offers: InlineResult[]
  /** Where the rest begins, where there is more. */
  next?: number
}

/** The offers from the `from`th on, at most `count`, in the order of /search. */
export function inlineResultsFor(
  words: string,
  from: number,
  count: number,
  context: Context,
): InlineResults {
  const all = words.trim() === '' ? worthOffering(context) : findings(words, context)
  const offers = all.slice(from, from + count).map((make, index) => ({ ...make(), id: String(from + index) }))
  return { offers, ...(from + count < all.length && { next: from + count }) }
}

/** Nobody turns further; the order of the rest is not worked out. */
const most = 50

type Make = () => Omit<InlineResult, 'id'>

function findings(words: string, context: Context): Make[] {
  const { anniversaries, isNamed } = anniversariesLike(words, context.corpus)
  return [
    ...timedSearch(context, words, 0, most).hits.map(hit => () => ({
      title: hit.article.title,
      detail: hitLine(hit, context.say),
      article: hit.article.id,
      message: {
        body: [heading(3, hit.article.title), ...hitBlocks(hit, context.say)],
      },
    })),
    ...(isNamed ? anniversaries : []).map(each => () => anniversaryOffer(each, context)),
  ]
}

/** The next anniversary, then every article. */
function worthOffering(context: Context): Make[] {
  const today = context.now.toZonedDateTimeISO(context.corpus.about.zone).toPlainDate()
  const [next] = comingUp(context, today)
  return [
    ...(next ? [() => anniversaryOffer(next.anniversary, context)] : []),
    ...context.corpus.articles.map(article => () => articleOffer(article, context)),
  ]
}

function anniversaryOffer(anniversary: Anniversary, context: Context): Omit<InlineResult, 'id'> {
  const { corpus, language, say, now } = context
  const today = now.toZonedDateTimeISO(corpus.about.zone).toPlainDate()
  const coming = comingUp(context, today).find(each => each.anniversary.id === anniversary.id)
  const { choices: _, ...message } = composePost(
    anniversary,
    coming?.occurrence ?? today,
    corpus,
    language,
    say,
  )
  const detail = coming ? say.date(coming.occurrence) : ''
  return { title: translated(anniversary.names, language), detail, message }
}

function articleOffer(article: Article, { say }: Context): Omit<InlineResult, 'id'> {
  const source = sourceLine(article, say)
  const points = pointsOf(article, 'short')
  return {
    title: article.title,
    detail: textOf(source.children),
    article: article.id,
    message: {
      body: [
        heading(3, article.title),
        bullets(
          points.map(point => {
            const speaker = speakerOf(point, article, say)
            return [paragraph(point.text), ...(speaker ? [attribution(speaker)] : [])]
          }),
        ),
        source,
      ],
    },
  }
}
