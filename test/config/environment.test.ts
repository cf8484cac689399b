// Checks where a variable comes from: the environment wins over the .env file, and a secret may come from its own file.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { platforms } from '../../src/app/platforms.ts'
import { type Config, readConfig } from '../../src/config/config.ts'

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-env-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'file')
  writeFileSync(path, text)
  return path
}

/** The configuration, or its errors, one line each. */
function readOver(real: Record<string, string>, envFile?: string) {
  const read = readConfig({ environment: real, envFile, platforms })
  return 'errors' in read ? read.errors.join('\n') : read.config
}

describe('the .env file', () => {
  test('has settings, one a line', () => {
    const path = fileWith(
      '# ours\nDAYBOOK_CORPUS=mine\nexport DAYBOOK_STATE="a place" # there\n\nDAYBOOK_LOG=debug\n',
    )
    expect(readOver({}, path)).toMatchObject({ corpus: 'mine', state: 'a place', log: 'debug' })
  })

  test('may begin with a byte order mark, as some editors write it', () => {
    expect(readOver({}, fileWith('\uFEFFDAYBOOK_CORPUS=mine\n'))).toMatchObject({ corpus: 'mine' })
  })

  test('that is not text is refused', () => {
    const path = fileWith('')
    writeFileSync(path, Uint8Array.of(0x44, 0xff, 0xfe, 0x3d))
    expect(readOver({}, path)).toContain(`${path} is not UTF-8 text`)
  })

  test.each([
    'DATABASE_URL: postgres://daybook:hunter2@h/db?sslmode=require',
    'TELEGRAM_TOKEN: 1:hunter2==',
    '1:hunter2=',
  ])('with "%s" in it is refused without repeating it', line => {
    const error = String(readOver({}, fileWith(`${line}\n`)))
    expect(error).toContain('line 1 is not NAME=value')
    expect(error).not.toContain('hunter2')
  })

  test('gives way to the environment, even to an empty variable', () => {
    const path = fileWith('DAYBOOK_CORPUS=file\nDAYBOOK_STATE=file\n')
    expect(readOver({ DAYBOOK_CORPUS: 'real', DAYBOOK_STATE: '' }, path)).toMatchObject({
      corpus: 'real',
      state: 'state',
    })
  })

  test('may be missing, unless it was asked for by name', () => {
    expect(readOver({}, '/nowhere/.env')).toMatchObject({ corpus: 'data' })
    expect(readOver({ DAYBOOK_ENV_FILE: '/nowhere/.env' })).toMatch(
      /^DAYBOOK_ENV_FILE: \/nowhere\/\.env cannot be read: ENOENT/,
    )
  })

  test('that cannot be read is refused', () => {
    expect(readOver({}, tmpdir())).toMatch(/cannot be read: EISDIR/)
  })

  test('is checked like the environment, with the same errors', () => {
    expect(readOver({}, fileWith('PORT=many\n'))).toBe('PORT "many" is not a number from 1 to 65535')
  })

  test('with a name that nothing reads is refused with its path', () => {
    const path = fileWith('TELEGRAM_TOKN=1:secretstuff\nDAYBOOK_LOG=debug\n')
    expect(readOver({}, path)).toBe(
      `${path}: TELEGRAM_TOKN is not a Daybook setting: did you mean TELEGRAM_TOKEN?`,
    )
  })

  test('with a repeated name is refused with both lines and no value', () => {
    const path = fileWith('PORT=8123\n\n# again\nexport PORT = 8124\n')
    expect(readOver({}, path)).toBe(`${path}: line 4 gives PORT again, after line 1: expected it once`)
    const secret = fileWith('TELEGRAM_TOKEN=1:secretstuff\nTELEGRAM_TOKEN=2:secretstuff\n')
    expect(readOver({}, secret)).not.toContain('secretstuff')
  })

  test.each(['8123', 'PORT 8123', 'PORT: 8123', '=8123', 'export'])(
    'with the line %s is refused by its number alone',
    line => {
      const path = fileWith(`DAYBOOK_LOG=debug\r\n\r\n${line}\r\n`)
      expect(readOver({}, path)).toBe(`${path}: line 3 is not NAME=value, nor a # comment`)
    },
  )

  test('may have a value of several lines, which are not read as settings', () => {
    const path = fileWith('DAYBOOK_CORPUS="one\nPORT=1\nPORT=2\nthree" # said\nPORT=8123\n')
    expect(readOver({}, path)).toMatchObject({ corpus: 'one\nPORT=1\nPORT=2\nthree', http: { port: 8123 } })
    const open = fileWith('DAYBOOK_CORPUS="one\nPORT=8123\nPORT=8124\n')
    expect(readOver({}, open)).toContain('line 3 gives PORT again, after line 2')
  })

  test('may have a # in the folder of the state', () => {
    expect(readOver({}, fileWith('DAYBOOK_STATE=/srv/state#2\n'))).toMatchObject({ state: '/srv/state#2' })
  })

  test('gets a warning by file, line and name for a value that was perhaps cut, and another for what only a shell expands', () => {
    const path = fileWith('DAYBOOK_STATE=~/my #2 state\n')
    expect(readOver({}, path)).toMatchObject({
      state: '~/my',
      warnings: [
        expect.stringContaining(`${path}: line 1: the value of DAYBOOK_STATE ends before " #"`),
        expect.stringContaining('DAYBOOK_STATE begins with ~'),
      ],
    })
  })

  test('with HOST needs a PORT there or in the environment, which may have another HOST', () => {
    const path = fileWith('HOST=0.0.0.0\n')
    expect(readOver({}, path)).toBe('PORT is missing, but HOST needs it: expected a number from 1 to 65535')
    expect(readOver({ PORT: '8123' }, path)).toMatchObject({ http: { port: 8123, host: '0.0.0.0' } })
    expect(readOver({ HOST: 'x86_64-linux-gnu' })).toBeTypeOf('object')
    expect(readOver({ HOST: 'x86_64-linux-gnu' }, path)).toBeTypeOf('object')
  })
})

test('a suspicious value of the environment gets a warning that does not repeat it', () => {
  const { warnings } = readOver({ DAYBOOK_STATE: '"/srv/state"', LANG: 'C' }) as Config
  expect(warnings).toEqual(['DAYBOOK_STATE has quotation marks that are part of the value'])
})

describe('a secret from a file', () => {
  const good: Record<string, string> = {
    TELEGRAM_TOKEN: '123:abcdef',
    TELEGRAM_WEBHOOK_SECRET: 'a-secret',
    DISCORD_TOKEN: 'a.b.c',
    DATABASE_URL: 'postgres://localhost/daybook',
  }
  /** The other settings that the secret needs. */
  const beside = (name: string): Record<string, string> =>
    name === 'TELEGRAM_WEBHOOK_SECRET'
      ? { TELEGRAM_TOKEN: '123:abcdef', TELEGRAM_WEBHOOK_URL: 'https://example.org/hook', PORT: '80' }
      : {}

  describe.each(Object.entries(good))('%s', (name, value) => {
    test('is the same as the secret itself', () => {
      const direct = readOver({ ...beside(name), [name]: value })
      expect(direct).toBeTypeOf('object')
      for (const end of ['', '\n', '\r\n'])
        expect(readOver({ ...beside(name), [`${name}_FILE`]: fileWith(value + end) })).toEqual(direct)
    })

    test('that is missing or empty is refused in one line', () => {
      expect(readOver({ ...beside(name), [`${name}_FILE`]: '/nowhere/secret' })).toMatch(
        new RegExp(`^${name}_FILE: /nowhere/secret cannot be read: ENOENT.*$`),
      )
      const empty = fileWith('\n')
      expect(readOver({ ...beside(name), [`${name}_FILE`]: empty })).toBe(
        `${name}_FILE: ${empty} is empty: expected the secret alone in it`,
      )
    })

    test('is not repeated if it is the secret itself', () => {
      const said = readOver({ ...beside(name), [`${name}_FILE`]: value })
      expect(said).toContain(`${name}_FILE names no file that can be read (ENOENT)`)
      expect(said).not.toContain(value)
    })

    test('beside the secret itself is refused, and neither is repeated', () => {
      const both = { ...beside(name), [name]: value, [`${name}_FILE`]: fileWith(value) }
      expect(readOver(both)).toBe(`${name} and ${name}_FILE are both given: expected one of them`)
    })

    test('wins over either form in the .env file', () => {
      const envFile = fileWith(`${name}=wrong\n${name}_FILE=/nowhere\n`)
      const real = { ...beside(name), [`${name}_FILE`]: fileWith(value) }
      expect(readOver(real, envFile)).toEqual(readOver(real))
    })
  })

  test('is checked without being repeated', () => {
    const errors = readOver({ TELEGRAM_TOKEN_FILE: fileWith('secret stuff') })
    expect(errors).toMatch(/^TELEGRAM_TOKEN is not a token/)
    expect(errors).not.toContain('secret stuff')
  })

  test('reaches the processes of the shards, to which discord.js hands the token as well', () => {
    const real = { DISCORD_TOKEN: 'a.b.c', DISCORD_TOKEN_FILE: '/nowhere', SHARDING_MANAGER: 'true' }
    expect(readOver(real)).toMatchObject({ platforms: { discord: { token: 'a.b.c' } }, shardOf: 'discord' })
  })
})
