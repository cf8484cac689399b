// Words the next days that an archive remembers, each with its date and in how many days it is.

import type { Temporal } from 'temporal-polyfill'
import type { Finding } from '../../answers/finding.ts'
import { translated } from '../../corpus/translated.ts'
import { bullets, paragraph, run, strong } from '../../message/build.ts'
import type { Block, Message } from '../../message/message.ts'
import { capital } from '../../text/capital.ts'
import type { LanguageView } from '../language-view.ts'
import { comingLine } from '../post.ts'
import { statementBlocks } from './statement.ts'

/** The nearest few; the command for coming days has the others. */
const MAX_DAYS = 3

export function daysMessage(
  { coming, outside }: Extract<Finding, { kind: 'days' }>,
  today: Temporal.PlainDate,
  view: LanguageView,
): Pick<Message, 'body' | 'choices'> {
  const { say, language } = view
  const [first] = coming
  return {
    body: [
      bullets(
        coming
          .slice(0, MAX_DAYS)
          .map((each): Block[] => [
            paragraph(strong(translated(each.anniversary.names, language))),
            paragraph(comingLine(each, today, say)),
          ]),
      ),
      ...(outside ? statementBlocks(outside, view) : []),
    ],
    choices: [
      [
        ...(first
          ? [
              run(capital(say.day(first.occurrence.month, first.occurrence.day)), 'onthisday', {
                date: first.occurrence.toPlainMonthDay().toString(),
              }),
            ]
          : []),
        run(say.commands.upcoming.title, 'upcoming'),
      ],
    ],
  }
}
