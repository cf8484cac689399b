// Finds a full date near the ends of a text, outside its bylines, and decides whether the text appeared on that date.

import type { LooseDate } from '../core/calendar/date.ts'
import type { Language } from '../core/languages/language.ts'
import { isFurniture } from '../core/summary/clean.ts'
import { fullDateIn, inTwoWays } from './printed-date.ts'
import { nearEnds, type Source } from './source.ts'

/** The date of the text, if its dateline gives one; or a note on the date that was seen and why it was not taken. */
export function seenDate(
  { lines, title }: Source,
  language: Language,
): { date: LooseDate; where: string } | { notTaken: string } | undefined {
  let notTaken: string | undefined
  for (const line of lines.filter((_, at) => nearEnds(at, lines.length))) {
    const found = fullDateIn(line, language)
    if (!found) continue
    const words = line.slice(found.start, found.end)
    if (opening.test(line.slice(0, found.start)) && report.test(line.slice(found.end)))
      return {
        date: found.date,
        where: `in “${words}” where the report begins${found.isTwoWays ? inTwoWays : ''}`,
      }
    const place =
      line === title ? 'the title' : isFurniture(line) ? 'a caption or another short line' : 'a sentence'
    notTaken ??= `“${words}” is in ${place}, which may be about that day`
  }
  return notTaken === undefined ? undefined : { notTaken }
}

/** HARBOUR TOWN, 3 March 2019 (ABC) – */
const opening = /^\(?(?:\p{Lu}[\p{L}.'’]*,? ){0,4}\(?$/u
const report = /^\)?,? ?(?:\([\p{L}\d /.]{2,30}\) ?)?[–—-]/u
