// Checks which .env file the programs read.

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { newState } from '../terminal.ts'

test('programs read the .env file of the folder they are started in, or the file they are given', () => {
  const folder = newState()
  const named = join(folder, 'named.env')
  writeFileSync(join(folder, '.env'), `DAYBOOK_CORPUS=/from/the/file\nDAYBOOK_STATE=${folder}\n`)
  const another = join(folder, 'another')
  writeFileSync(named, `DAYBOOK_CORPUS=/from/another\nDAYBOOK_STATE=${another}\n`)
  const run = (program: string, env = {}) =>
    spawnSync(process.execPath, [resolve(program)], { cwd: folder, env, encoding: 'utf8', input: '' }).stderr
  expect(run('src/bin/deliveries.ts')).toContain(`there is no ledger in ${folder}:`)
  expect(run('src/bin/start.ts')).toContain('/from/the/file')
  expect(run('src/bin/deliveries.ts', { DAYBOOK_ENV_FILE: named })).toContain(
    `there is no ledger in ${another}:`,
  )
  expect(run('src/bin/start.ts', { DAYBOOK_ENV_FILE: named })).toContain('/from/another')
})
