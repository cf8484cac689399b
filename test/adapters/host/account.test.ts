// Checks that a second process may not serve the same bot account over another state.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { AccountInUse, accountsFolder, claimAccount } from '../../../src/adapters/host/account.ts'

const root = mkdtempSync(join(tmpdir(), 'daybook-account-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
let folders = 0
let living = new Set<number>()
let started = 'at noon'
beforeEach(() => {
  folder = join(root, String(++folders))
  living = new Set([1, 2, 3])
  started = 'at noon'
})
const claim = (pid: number, store: string, account = 'token') =>
  claimAccount(account, store, { folder, pid, alive: each => living.has(each), startOf: async () => started })

describe('a bot account', () => {
  it('is refused to a second process over another state, with a message that says what to do', async () => {
    await claim(1, 'state one')
    await expect(claim(2, 'state two')).rejects.toThrow(AccountInUse)
    await expect(claim(2, 'state two')).rejects.toThrow(/process 1.*same DAYBOOK_STATE or DATABASE_URL/)
  })

  it('is shared by replicas over the same state, and still refused to others', async () => {
    await claim(1, 'state one')
    await claim(2, 'state one')
    living.delete(1)
    await expect(claim(3, 'state two')).rejects.toThrow(/process 2/)
  })

  it('is free again when its process has ended', async () => {
    await claim(1, 'state one')
    living.delete(1)
    await claim(2, 'state two')
  })

  it('is free when another process has the number of an ended one, as after a restart of the machine', async () => {
    await claim(1, 'state one')
    started = 'in the evening'
    await claim(2, 'state two')
  })

  it('does not keep another account from being served over another state', async () => {
    await claim(1, 'state one')
    await claim(2, 'state two', 'another token')
  })

  it('is claimed in the folder of states, and in the temporary one only where that cannot be written', async () => {
    const temporary = join(root, 'tmp')
    expect(await accountsFolder({ states: join(root, 'states'), temporary })).toBe(
      join(root, 'states/daybook/accounts'),
    )
    writeFileSync(join(root, 'file'), '')
    expect(await accountsFolder({ states: join(root, 'file'), temporary })).toBe(
      join(temporary, 'daybook-accounts'),
    )
  })

  it('is not written down, and neither is the address of the state', async () => {
    await claim(1, 'postgres://user:secret@host/db', 'the:token')
    const files = readdirSync(folder)
    expect(files).toHaveLength(1)
    for (const file of files) {
      expect(file).not.toContain('token')
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/secret|token/)
    }
  })
})
