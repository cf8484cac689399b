// Asks the questions of test/questions, so that a change that answers fewer of them is seen.

import { expect, it } from 'vitest'
import { archiveQuestions } from '../../../bench/questions/archive.ts'

/** A little below the shares when they were last looked at; docs/search.md has those. */
const MIN_ANSWERED = 0.88
const MIN_REFUSED = 0.92

it('answers most of the questions about the bundled archive, and refuses most of those it cannot answer', async () => {
  const tables = await archiveQuestions('test/questions')
  const rows = tables.flatMap(({ rows }) => rows)
  expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['en', 'km', 'vi']))
  for (const row of rows) {
    expect(row.answered).toBeGreaterThanOrEqual(MIN_ANSWERED)
    expect(row['told so']).toBeGreaterThanOrEqual(MIN_REFUSED)
  }
}, 300_000)
