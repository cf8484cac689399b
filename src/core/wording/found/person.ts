// Words who somebody is and what they said: each role and each statement with its article and date.

import type { Finding } from '../../answers/finding.ts'
import type { AnswerStatement } from '../../answers/statement.ts'
import { translated } from '../../corpus/translated.ts'
import { attribution, bullets, heading, paragraph, run, strong } from '../../message/build.ts'
import type { Block, Message } from '../../message/message.ts'
import { textOfBlocks } from '../../message/text.ts'
import { sourceOf } from '../citation.ts'
import type { LanguageView } from '../language-view.ts'

type Words = Pick<Message, 'body' | 'choices'>

/** The roles first, the latest last, as in the command that tells more; then a few statements. */
export function personMessage(
  { name, roles, said }: Extract<Finding, { kind: 'person' }>,
  view: LanguageView,
): Words {
  const { say, language } = view
  const title = translated(name.names, language)
  const phrases = say.commands.who
  const roleRows = roles.map(({ statement, text }): Block[] => {
    if (statement.kind !== 'role') return [paragraph(text)]
    const { article } = statement
    return [
      paragraph(strong(phrases.role(text, say.date({ year: article.published.year })))),
      attribution(sourceOf(article, say)),
    ]
  })
  const saidRows = rowsWithin(said, MAX_SAID_UNITS, view)
  return {
    body: [
      heading(3, title),
      ...(roleRows.length > 0 ? [bullets(roleRows)] : []),
      ...(saidRows.length > 0 ? [heading(3, phrases.said), bullets(saidRows)] : []),
    ],
    choices: [[run(title, 'who', { name: name.name })]],
  }
}

/** Words somebody's statements on a subject; if there are none, that comes first. */
export function saidMessage(
  { name, statements, onSubject, missing }: Extract<Finding, { kind: 'said' }>,
  view: LanguageView,
): Words {
  const { say, language } = view
  const title = translated(name.names, language)
  const shown = missing.length > 0 ? statements : statements.slice(0, onSubject)
  return {
    body: [
      missing.length > 0
        ? paragraph(`${say.commands.ask.silent} ${say.commands.who.notOn(title, missing.join(' '))}`)
        : heading(3, title),
      bullets(rowsWithin(shown, MAX_UNITS, view)),
    ],
    choices: [[run(title, 'who', { name: name.name })]],
  }
}

/** With the roles, what a phone shows on one screen. */
const MAX_SAID_UNITS = 400
const MAX_UNITS = 1000

/** As many as have room, and at least one. */
function rowsWithin(answers: readonly AnswerStatement[], maxUnits: number, view: LanguageView): Block[][] {
  const rows: Block[][] = []
  let units = 0
  for (const answer of answers) {
    const row = saidRow(answer, view)
    units += textOfBlocks(row).length
    if (units > maxUnits && rows.length > 0) break
    rows.push(row)
  }
  return rows
}

/** The speaker is above; whoever reported the words is with their source. */
function saidRow({ statement, text }: AnswerStatement, { say }: LanguageView): Block[] {
  if (statement.kind !== 'point') return [paragraph(text)]
  const { article, point } = statement
  const source = sourceOf(article, say)
  return [
    paragraph(text),
    attribution(point.via === undefined ? source : [source, ` · ${say.reportedBy(point.via)}`]),
  ]
}
