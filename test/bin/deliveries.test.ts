// Checks `npm run deliveries` over a real state: counts, unknown deliveries, resending and skipping.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../src/adapters/storage/store.ts'
import { nextYear, subscription } from '../contracts/store.ts'

let state = ''
let id = ''
beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), 'daybook-deliveries-'))
  const store = createStore(openSqlite(join(state, 'daybook.db')))
  const saved = await store.putSubscription(subscription())
  const lease = { owner: 'a', until: saved.next.at.add({ minutes: 1 }) }
  await store.openGroup({
    group: saved,
    due: saved.next,
    expiresAt: saved.next.at.add({ hours: 72 }),
    next: nextYear,
    limit: 10,
  })
  const [delivery] = await store.claim({ platform: 'fake', now: saved.next.at, lease, limit: 1 })
  if (!delivery) throw new Error('nothing was claimed')
  await store.markSending(delivery, lease)
  await store.settle(delivery, 'a', { state: 'unknown', error: 'no answer' })
  id = delivery.id
  await store.close()
})
afterEach(() => rmSync(state, { recursive: true, force: true }))

const deliveries = (...args: string[]) =>
  spawnSync(process.execPath, ['src/bin/deliveries.ts', ...args], {
    env: { ...process.env, DAYBOOK_STATE: state, DATABASE_URL: '', DAYBOOK_ENV_FILE: '/dev/null' },
    encoding: 'utf8',
    input: '',
  })

describe('npm run deliveries', () => {
  it('counts by state and lists what is unknown', () => {
    const { stdout, status } = deliveries()
    expect(status).toBe(0)
    expect(stdout).toMatch(/^unknown\s+1$/m)
    expect(stdout).toMatch(
      new RegExp(`${id}  unknown  fake/1  january-7 7 January 2027  attempt 1  no answer`),
    )
  })

  it('lists the subscriptions that are set aside, with what is wrong with them', async () => {
    const store = createStore(openSqlite(join(state, 'daybook.db')))
    const kept = await store.putSubscription(subscription({ chat: { platform: 'fake', chat: '2' } }))
    await store.setAside(kept, 'no such zone')
    await store.close()
    expect(deliveries().stdout).toContain(`1 set aside`)
    expect(deliveries().stdout).toContain(`${kept.id}  fake/2  january-7  no such zone`)
  })

  it('asks first, and does nothing without a terminal to ask at', () => {
    const { stderr, status } = deliveries('resend', id)
    expect(status).toBe(2)
    expect(stderr).toContain('It may have arrived already')
    expect(stderr).toContain('--yes')
    expect(deliveries().stdout).toMatch(/^unknown\s+1$/m)
  })

  it('resends or skips by id with --yes', () => {
    expect(deliveries('resend', id, '--yes').stdout).toContain('is now pending')
    expect(deliveries('skip', id, '--yes').stdout).toContain('is now skipped')
    expect(deliveries().stdout).toMatch(/^skipped\s+1$/m)
  })

  it('counts what a filter matches before it changes anything', () => {
    const { stdout, status } = deliveries('resend', '--anniversary', 'january-7', '--dry-run')
    expect([stdout, status]).toEqual(['     1  january-7  fake  unknown\n1 in all\n', 0])
    const unconfirmed = deliveries('resend', '--state', 'unknown')
    expect(unconfirmed).toMatchObject({ status: 2, stdout: expect.stringContaining('1 in all') })
    expect(unconfirmed.stderr).toContain('The unknown ones may have arrived already')
    expect(deliveries().stdout).toMatch(/^unknown\s+1$/m)
  })

  it.each([
    ['another anniversary', ['--anniversary', 'december-22']],
    ['another platform', ['--platform', 'telegram']],
    ['another state', ['--state', 'failed']],
    ['a time before it was due', ['--until', '2027-01-06']],
    ['a time after it was due', ['--since', '2027-01-09T00:00Z']],
  ])('leaves what %s does not match', (_, filter) => {
    expect(deliveries('skip', ...filter, '--yes').stdout).toBe('0 in all\n')
    expect(deliveries().stdout).toMatch(/^unknown\s+1$/m)
  })

  it('resends or skips all that match with --yes', () => {
    const filter = ['--platform', 'fake', '--since', '2027-01-06', '--until', '2027-01-09', '--yes']
    expect(deliveries('resend', ...filter).stdout).toContain('1 of 1 are now pending')
    expect(deliveries('skip', ...filter).stdout).toContain('1 of 1 are now skipped')
  })

  it.each([
    ['no filter', [], /name an ID, or a filter/],
    ['a state that does not exist', ['--state', 'lost'], /there is no state lost/],
    ['no time', ['--since', 'yesterday'], /--since takes a day/],
    ['an option that does not exist', ['--chat', '1'], /--chat/],
    ['an ID and a filter', ['an-id', '--state', 'unknown'], /usage/],
  ])('changes nothing for %s', (_, args, words) => {
    expect(deliveries('resend', ...args, '--yes')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(words),
    })
  })

  it.each(['--help', '-h'])('prints its usage for %s', flag => {
    expect(deliveries(flag)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^usage:/),
      stderr: '',
    })
  })

  it('says what is wrong with an id, a verb or a state', () => {
    expect(deliveries('resend', 'nothing', '--yes')).toMatchObject({
      status: 1,
      stderr: 'there is no delivery nothing\n',
    })
    expect(deliveries('delete', id).status).toBe(2)
    writeFileSync(
      join(state, 'daybook.db'),
      'not a database at all, but long enough to look like one'.repeat(30),
    )
    expect(deliveries()).toMatchObject({ status: 1 })
    expect(deliveries().stderr).toContain('cannot be used as the state')
  })
})
