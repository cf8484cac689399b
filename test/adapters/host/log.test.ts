// Checks the log: one line per event, JSON or words, at the level asked for, and never a secret.

import { describe, expect, it } from 'vitest'
import { createLog, type LogParts } from '../../../src/adapters/host/log.ts'

function scene(more: Partial<LogParts> & { isTTY?: boolean } = {}) {
  const { isTTY, ...parts } = more
  const lines: string[] = []
  const output = { write: (text: string) => lines.push(text), ...(isTTY && { isTTY }) }
  return { lines, log: createLog({ level: 'info', output, secrets: [], ...parts }) }
}

describe('for machines', () => {
  it('an event is one line of JSON, whatever is in it', () => {
    const { lines, log } = scene()
    log('info', 'delivery', { id: 'a-1', text: 'two\nlines' })
    log('error', 'pass failed', { error: 'away' })
    expect(lines.every(line => /^[^\n]*\n$/.test(line))).toBe(true)
    expect(lines.map(line => JSON.parse(line))).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        event: 'delivery',
        id: 'a-1',
        text: 'two\nlines',
      },
      { level: 'error', time: expect.any(String), event: 'pass failed', error: 'away' },
    ])
  })
})

describe('for people', () => {
  it('an event is its hour, its name and its details', () => {
    const { lines, log } = scene({ isTTY: true })
    log('info', 'delivery', { id: 'a-1', attempt: 2 })
    log('error', 'pass failed', { error: 'the database is away' })
    log('info', 'telegram reached again', {})
    log('error', 'odd', { error: 'one\ntwo', name: '\u001b[31mred\n\u0007' })
    expect(lines.map(line => line.replace(/^\d\d:\d\d:\d\d /, ''))).toEqual([
      'delivery  id=a-1 attempt=2\n',
      'error: pass failed  error="the database is away"\n',
      'telegram reached again\n',
      'error: odd  error=one\ntwo name="\\u001b[31mred\\n\\u0007"\n',
    ])
  })
})

describe('the level', () => {
  it.each([
    ['error', ['error']],
    ['info', ['info', 'error']],
    ['debug', ['debug', 'info', 'error']],
  ] as const)('%s writes %j', (level, written) => {
    const { lines, log } = scene({ level })
    for (const each of ['debug', 'info', 'error'] as const) log(each, 'event', {})
    expect(lines.map(line => JSON.parse(line).level)).toEqual(written)
  })
})

describe('a secret', () => {
  const secret = 'pass"word\\of-the-tests'

  it.each([true, false])('is never written, wherever it occurs in an event (terminal: %s)', isTTY => {
    const { lines, log } = scene({ isTTY, secrets: [secret, 'another-secret'] })
    log('error', `event with ${secret}`, {
      error: `connecting to postgres://x:${secret}@host`,
      nested: { deep: [`another-secret`] },
      [secret]: 1,
    })
    expect(lines.join()).not.toMatch(/of-the-tests|another-secret/)
    expect(lines.join().match(/<secret>/g)).toHaveLength(4)
  })
})
