// Words one statement that answers a question, with all that is known of where it comes from.

import type { AnswerStatement } from '../../answers/statement.ts'
import { articleById } from '../../corpus/article-by-id.ts'
import type { Translated } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import { attribution, link, paragraph, strong } from '../../message/build.ts'
import type { Block, Inline } from '../../message/message.ts'
import type { Marks } from '../../search/hits/marks.ts'
import { numberOf, sourceLine, sourceOf, sourceWords, speakerOf } from '../citation.ts'
import { eventBlocks, publicationBlocks } from '../dated.ts'
import { marked } from '../hit.ts'
import type { LanguageView } from '../language-view.ts'

export function statementBlocks(answer: AnswerStatement, view: LanguageView): Block[] {
  const { statement } = answer
  const { say, language } = view
  switch (statement.kind) {
    case 'event':
      return eventBlocks(statement.event, view, { marks: focusMarks(answer), maxLinks: 1 })
    case 'publication':
      return publicationBlocks(statement.article, view)
    case 'point':
    case 'figure': {
      const stated = statement.kind === 'point' ? statement.point : statement.figure
      const speaker = speakerOf(stated, statement.article, say)
      return [
        paragraph(markedText(answer)),
        ...(speaker ? [attribution(answer.isSpeakerAsked ? strong(speaker) : speaker)] : []),
        sourceLine(statement.article, say),
      ]
    }
    case 'note':
      return [paragraph(markedText(answer)), attribution(say.post.sources)]
    case 'role': {
      const { person, article } = statement
      const year = say.date({ year: article.published.year })
      return [
        paragraph([strong(person.name), say.colon, say.commands.who.role(answer.text, year)]),
        sourceLine(article, say),
      ]
    }
    case 'sentence':
      return [
        paragraph(markedText(answer)),
        attribution([sourceOf(statement.article, say), ` · ${numberOf(statement, statement.article, say)}`]),
      ]
    case 'claim':
      return [
        paragraph(markedText(answer)),
        attribution(translated(statement.claim.speaker, language)),
        ...citation(statement.claim.articles, view),
      ]
    case 'account': {
      const { speaker, articles } = statement.statement
      return [
        paragraph(markedText(answer)),
        ...(speaker ? [attribution(translated(speaker, language))] : []),
        ...citation(articles, view),
      ]
    }
    case 'outside':
      return outsideRow(answer, statement.statement, view)
    default:
      return statement satisfies never
  }
}

function outsideRow(
  answer: AnswerStatement,
  { source, url }: { source: Translated; url?: string },
  { say, language }: LanguageView,
): Block[] {
  const name = translated(source, language)
  return [
    paragraph(markedText(answer)),
    attribution([say.post.outside, say.colon, url ? link(url, name) : name]),
  ]
}

/** The text with what was asked for in bold; a figure's number always is. */
export const markedText = (answer: AnswerStatement): Inline[] => marked(answer.text, focusMarks(answer))

const focusMarks = ({ statement, focus }: AnswerStatement): Marks =>
  focus.length === 0 && statement.kind === 'figure'
    ? [[0, statement.figure.number.length]]
    : focus
        .map(([start, end]): [number, number] => [start, end])
        .sort(([one], [other]) => one - other)
        .filter(([start], at, all) => start >= Math.max(0, ...all.slice(0, at).map(([, end]) => end)))

/** Publishers and dates. Several are no links, because addresses are long where they are shown. */
function citation(articles: readonly string[], { corpus, say }: LanguageView): Block[] {
  const known = articles.flatMap(id => articleById(corpus, id) ?? []).slice(0, MAX_SOURCES)
  const [only] = known
  if (!only) return []
  if (known.length === 1) return [attribution(sourceOf(only, say))]
  return [attribution(known.map(each => sourceWords(each, say)).join('; '))]
}

const MAX_SOURCES = 3
