// Infers when an undated text appeared, from its address or its words, and always gives the reason.

import { type LooseDate, parseLooseDate } from '../core/calendar/date.ts'
import type { Anniversary } from '../core/corpus/model.ts'
import { monthName } from '../core/languages/en/words.ts'

export interface Inferred {
  date: LooseDate
  reason: string
}

type Known = Pick<Anniversary, 'since'>

/**
 * The likeliest date, only as precise as the evidence; undefined if there is none. `seen` says why a date in the text was
 * not taken.
 */
export function inferDate(
  text: string,
  address: string,
  anniversaries: readonly Known[],
  seen?: string,
): Inferred | undefined {
  const inferred = fromAddress(address) ?? fromCount(text, anniversaries) ?? fromYears(text, anniversaries)
  const why =
    seen === undefined ? 'The text bears no date.' : `The text does not say when it appeared: ${seen}.`
  return inferred && { ...inferred, reason: `${why} ${inferred.reason}` }
}

/** .../2014/01/07/..., 2014-01-07 */
function fromAddress(address: string): Inferred | undefined {
  const [, year, month, day] =
    /(?<!\d)((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:[/-]([0-2]\d|3[01]))?(?!\d)/.exec(address) ?? []
  if (year === undefined) return undefined
  const date = parseLooseDate([year, month, day].filter(Boolean).join('-'))
  return date && { date, reason: 'Its address has this one.' }
}

/** "January 7th marks 35 years since ...": the year in which the known day was that long ago. */
function fromCount(text: string, anniversaries: readonly Known[]): Inferred | undefined {
  for (const { since } of anniversaries) {
    const day = daySpelt(since)
    const counted = new RegExp(
      `${day}[^.]{0,40}?\\b(?:marks?|marked|is|was) (?:the )?(\\d{1,3})(?:th|st|nd|rd)? (?:years|anniversary)`,
      'iu',
    ).exec(text)
    if (!counted) continue
    const year = since.year + Number(counted[1])
    return {
      date: { year, month: since.month },
      reason: `It says that ${counted[0]}; counted from ${since.year} that is ${year}. The day is not known.`,
    }
  }
  return undefined
}

/** The latest year mentioned. If it is past, a text about a known day belongs to the next return of that day. */
function fromYears(text: string, anniversaries: readonly Known[]): Inferred | undefined {
  const years = [...text.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([year]) => Number(year))
  const latest = Math.max(...years)
  if (years.length === 0) return undefined
  const about = anniversaries.find(({ since }) =>
    new RegExp(`${daySpelt(since)},? ${since.year}\\b`, 'iu').test(text),
  )
  const past = new RegExp(
    `\\b${latest},? (?:when|where|which|as) [^.]{0,60}?\\b(?:held|was|were|had|\\p{L}+ed)\\b`,
    'u',
  ).test(text)
  if (about && past && latest > about.since.year)
    return {
      date: { year: latest + 1, month: about.since.month },
      reason:
        `It speaks of ${latest} as past and is about a day whose next anniversary fell in ` +
        `${monthName(about.since.month)} ${latest + 1}, so it probably appeared about then.`,
    }
  return {
    date: { year: latest },
    reason: `The latest year it speaks of is ${latest}; it may have appeared later.`,
  }
}

const daySpelt = ({ month, day }: { month: number; day: number }) =>
  `(?:${monthName(month)} ${day}(?:th|st|nd|rd)?|${day}(?:th|st|nd|rd)? ${monthName(month)})`
