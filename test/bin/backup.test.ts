// Checks `npm run backup`: copies of a state in use, and states restored from them.

import { spawnSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../src/adapters/storage/store.ts'
import type { Store } from '../../src/core/delivery/store.ts'
import { chat, nextYear, subscription } from '../contracts/store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const storeIn = (state: string) => createStore(openSqlite(join(at(state), 'daybook.db')))
const backup = (state: string, ...words: string[]) =>
  spawnSync(process.execPath, ['src/bin/backup.ts', ...words], {
    env: { ...process.env, DAYBOOK_STATE: at(state), DATABASE_URL: '' },
    encoding: 'utf8',
  })

/** A post that was sent, and a subscription that has none yet. */
async function fill(store: Store): Promise<void> {
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
  await store.settle(delivery, 'a', { state: 'sent', messageId: 'm1' })
  await store.putSubscription(subscription({ anniversary: 'other', next: nextYear }))
}

describe('npm run backup', () => {
  it('copies a state in use, and restores its subscriptions and its ledger', async () => {
    const living = storeIn('living')
    await fill(living)
    const made = backup('living', at('copy.db'))
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toContain('Backed up 2 subscriptions and 1 delivery to ')
    // Whatever is written after the copy is not in it.
    await living.putSubscription(subscription({ anniversary: 'later' }))
    await living.close()
    expect(readdirSync(folder).sort()).toEqual(['copy.db', 'living'])

    expect(backup('new', 'restore', at('copy.db'))).toMatchObject({ status: 0, stderr: '' })
    const restored = storeIn('new')
    expect((await restored.subscriptionsOf(chat)).map(each => each.anniversary).sort()).toEqual([
      'january-7',
      'other',
    ])
    expect(await restored.deliveriesOf(chat, 10)).toMatchObject([{ state: 'sent', messageId: 'm1' }])
    await restored.close()
    expect(readdirSync(at('new'))).toEqual(['daybook.db'])
  })

  it('lists what fell due since the copy as unknown, so that nothing is sent twice', async () => {
    const living = storeIn('living')
    const past = Temporal.Instant.from('2020-01-07T00:00:00Z')
    const due = { occurrence: Temporal.PlainDate.from('2020-01-07'), at: past }
    const opened = await living.putSubscription(subscription({ next: due }))
    await living.openGroup({
      group: opened,
      due,
      expiresAt: past.add({ hours: 72 }),
      next: nextYear,
      limit: 10,
    })
    await living.putSubscription(subscription({ anniversary: 'other', next: due }))
    await living.close()
    backup('living', at('copy.db'))
    expect(backup('new', 'restore', at('copy.db')).stdout).toContain('2 of them fell due since the backup')
    const restored = storeIn('new')
    // Open the group as the dispatcher would: the row exists already, and nothing becomes pending.
    const group = await restored.dueGroup(past.add({ hours: 1 }))
    if (group)
      await restored.openGroup({ group, due, expiresAt: past.add({ hours: 72 }), next: nextYear, limit: 10 })
    expect(await restored.countDeliveries()).toMatchObject({ unknown: 2, pending: 0 })
    expect(await restored.dueGroup(past.add({ hours: 1 }))).toBeUndefined()
    // It is sent again only if the operator says so.
    const now = past.add({ hours: 2 })
    for (const { id } of await restored.listDeliveries(['unknown'], 10))
      await restored.resend(id, now, now.add({ hours: 24 }))
    expect(
      await restored.claim({
        platform: 'fake',
        now,
        lease: { owner: 'b', until: now.add({ minutes: 1 }) },
        limit: 10,
      }),
    ).toHaveLength(2)
    await restored.close()
  })

  it('overwrites neither a copy nor a state', async () => {
    const living = storeIn('living')
    await fill(living)
    await living.close()
    writeFileSync(at('precious'), 'x')
    expect(backup('living', at('precious'))).toMatchObject({ status: 1 })
    backup('living', at('copy.db'))
    const refused = backup('living', 'restore', at('copy.db'))
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(/there is a state already\. Move it away first\./)
  })

  it('restores nothing beside SQLite files left over from a lost state', async () => {
    const living = storeIn('living')
    await fill(living)
    await living.close()
    backup('living', at('copy.db'))
    renameSync(at('living/daybook.db'), at('old.db'))
    writeFileSync(at('living/daybook.db-wal'), 'of the old one')
    const refused = backup('living', 'restore', at('copy.db'))
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(/daybook\.db-wal: there is a state already/)
  })

  it('names the path that a copy cannot be written to', async () => {
    await storeIn('living').close()
    const refused = backup('living', at('nowhere/copy.db'))
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(/nowhere\/copy\.db cannot be written: ENOENT/)
  })

  it('restores nothing from a file that is not a state, half a state or missing', async () => {
    const living = storeIn('living')
    await fill(living)
    await living.close()
    backup('living', at('copy.db'))
    writeFileSync(at('text.db'), 'not a database at all'.repeat(500))
    copyFileSync(at('copy.db'), at('half.db'))
    const half = openSync(at('half.db'), 'r+')
    ftruncateSync(half, 6000)
    closeSync(half)
    writeFileSync(at('empty.db'), '')
    for (const name of ['text.db', 'half.db', 'empty.db', 'missing.db']) {
      const { status, stderr } = backup('new', 'restore', at(name))
      expect({ name, status, made: existsSync(join(at('new'), 'daybook.db')) }).toEqual({
        name,
        status: 1,
        made: false,
      })
      expect(stderr).toContain(name)
      expect(stderr).not.toMatch(/^ +at /m)
    }
  })

  it('prints its usage, and the commands for PostgreSQL', () => {
    expect(backup('living')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage:') })
    for (const flag of ['--help', '-h'])
      expect(backup('living', flag)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^usage:/) })
    expect(backup('living', at('copy.db'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('DAYBOOK_STATE'),
    })
    const { status, stderr } = spawnSync(process.execPath, ['src/bin/backup.ts', at('copy')], {
      env: { ...process.env, DATABASE_URL: 'postgres://user:secret@localhost/daybook' },
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr).toContain('pg_dump --format=custom')
    expect(stderr).not.toContain('secret')
  })
})
