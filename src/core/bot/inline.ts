// Makes the results that people put into any chat while writing: hits for their words, or what is worth sharing today.

import type { Context } from '../commands/command.ts'
import { answerIfAsked } from '../commands/search/answer-if-asked.ts'
import { timedSearch } from '../commands/shared/timed-search.ts'
import type { Anniversary, Article } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph } from '../message/build.ts'
import type { Block, Invocation, Message } from '../message/message.ts'
import { textOfBlocks } from '../message/text.ts'
import { anniversariesLike } from '../search/lookup/anniversaries.ts'
import { comingUp, defaultLeapDays } from '../search/lookup/coming.ts'
import type { Hit } from '../search/search.ts'
import { pointsOf } from '../summary/points.ts'
import { startWithin, wordCuts } from '../text/cuts.ts'
import { sourceLine, sourceLineWords, speakerOf } from '../wording/citation.ts'
import { hitBlocks, hitLine } from '../wording/hit.ts'
import { composeBrief } from '../wording/post.ts'

export interface InlineQuery {
  words: string
  /** The number of the first result wanted, from 0. */
  from: number
  /** The most results wanted. */
  count: number
}

export interface InlineResult {
  /** Unique within one answer; at most 64 bytes. */
  id: string
  title: string
  /** The content in one line. */
  detail: string
  message: Message
  /** The call that reads on in the article. */
  readOn?: Invocation
}

export interface InlineResults {
  results: InlineResult[]
  /** The number of the first remaining result, if any. */
  next?: number
}

/** The answer to a question first, then results in the order of /search. */
export async function inlineResultsFor(
  { words, from, count }: InlineQuery,
  context: Context,
): Promise<InlineResults> {
  const all =
    words.trim() === ''
      ? worthSharing(context)
      : [...(await answersTo(words, context)), ...hitsFor(words, context)]
  const results = all
    .slice(from, from + count)
    .map((make, index) => oneLine({ ...make(), id: String(from + index) }))
  return { results, ...(from + count < all.length && { next: from + count }) }
}

/** Cut between words: lists show about one line of it. */
function oneLine(result: InlineResult): InlineResult {
  const detail = withoutBreaks(result.detail)
  if (detail.length <= MAX_DETAIL_UNITS) return { ...result, detail }
  const end = wordCuts(detail).findLast(at => at <= MAX_DETAIL_UNITS) || MAX_DETAIL_UNITS
  return { ...result, detail: `${startWithin(detail, end).trimEnd()} …` }
}

const MAX_DETAIL_UNITS = 100

const withoutBreaks = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Nobody scrolls further. */
const MAX_HITS = 50

type Draft = Omit<InlineResult, 'id'>
/** Drafts are made only for the results wanted. */
type MakeDraft = () => Draft

/** A no is nothing to share. */
async function answersTo(words: string, context: Context): Promise<MakeDraft[]> {
  const answered = await answerIfAsked(words, context)
  if (!answered || answered.isSilent) return []
  const { body } = answered.message
  const title = withoutBreaks(words)
  return [
    () => ({
      title,
      detail: textOfBlocks(body),
      message: { body: [heading(3, title), ...body] },
    }),
  ]
}

function hitsFor(words: string, context: Context): MakeDraft[] {
  const { anniversaries, isNamed } = anniversariesLike(words, context.corpus)
  return [
    ...timedSearch(words, { from: 0, count: MAX_HITS }, context).hits.map(hit => () => ({
      title: hit.article.title,
      detail: hitLine(hit, context.say),
      readOn: readOn(hit.article),
      message: {
        body: [heading(3, hit.article.title), ...hitBlocks(hit, context.say), ...bracketsNote(hit, context)],
      },
    })),
    ...(isNamed ? anniversaries : []).map(each => () => anniversaryDraft(each, context)),
  ]
}

/** Readers of a shared passage have nothing else that says so. */
const bracketsNote = ({ hasInsertedName }: Hit, { say }: Context): Block[] =>
  hasInsertedName ? [paragraph(emphasis(say.commands.summary.brackets))] : []

/** The next anniversary, then every article. */
function worthSharing(context: Context): MakeDraft[] {
  const [next] = coming(context)
  return [
    ...(next ? [() => anniversaryDraft(next.anniversary, context)] : []),
    ...context.corpus.articles.map(article => () => articleDraft(article, context)),
  ]
}

function anniversaryDraft(anniversary: Anniversary, context: Context): Draft {
  const { language, say } = context
  const next = coming(context).find(each => each.anniversary.id === anniversary.id)
  if (!next) throw new Error(`the corpus has no anniversary ${anniversary.id}`)
  const { body } = composeBrief(next, context)
  return {
    title: translated(anniversary.names, language),
    detail: say.date(next.occurrence),
    message: { body },
  }
}

function articleDraft(article: Article, { say }: Context): Draft {
  const points = pointsOf(article, 'short')
  return {
    title: article.title,
    detail: sourceLineWords(article, say),
    readOn: readOn(article),
    message: {
      body: [
        heading(3, article.title),
        bullets(
          points.map(point => {
            const speaker = speakerOf(point, article, say)
            return [paragraph(point.text), ...(speaker ? [attribution(speaker)] : [])]
          }),
        ),
        sourceLine(article, say),
      ],
    },
  }
}

const readOn = ({ id }: Article): Invocation => ({ command: 'summary', args: { article: id } })

/** In the archive's own time zone and with its own leap day, because the chat that the result goes to is unknown. */
const coming = ({ corpus, now }: Context) =>
  comingUp({
    corpus,
    today: now.toZonedDateTimeISO(corpus.about.zone).toPlainDate(),
    leapDayOf: defaultLeapDays,
  })
