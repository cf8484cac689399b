// Proves that arguments and environment are read as meant, and that each mistake is named with what was expected.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Config, readConfig, secretsOf } from '../../src/config/config.ts'
import { names } from '../../src/config/names.ts'
import { usage } from '../../src/config/usage.ts'

function configOf(args: string[], environment: Record<string, string | undefined> = {}): Config {
  const read = readConfig(args, environment)
  if ('errors' in read) throw new Error(read.errors.join('; '))
  return read.config
}

function errorsOf(...args: string[]): string[] {
  const read = readConfig(args, {})
  return 'errors' in read ? read.errors : []
}

test('nothing said means the usual folders and the clock of the machine', () => {
  expect(configOf([])).toEqual({
    corpus: 'data',
    state: 'state',
    locale: '',
    plain: false,
    log: 'info',
    help: false,
    check: false,
    unread: [],
  })
})

describe('--now', () => {
  test.each([
    ['2027-01-07T06:59:57+07:00', '2027-01-06T23:59:57Z'],
    ['2027-01-07T06:59:57+0700', '2027-01-06T23:59:57Z'],
    ['2027-01-06T23:59:57Z', '2027-01-06T23:59:57Z'],
    ['2027-01-07T06:59+07:00[Asia/Phnom_Penh]', '2027-01-06T23:59:00Z'],
  ])('%s is the moment %s', (typed, moment) => {
    expect(configOf(['--now', typed]).now?.toString()).toBe(moment)
    expect(configOf([`--now=${typed}`]).now?.toString()).toBe(moment)
  })

  test.each(['2027-01-07T06:59:57', '2027-01-07', '07:00', 'tomorrow', '2027-02-30T07:00+07:00', ''])(
    '"%s" is refused: the answer quotes it and shows how to write it',
    typed => {
      const [error, ...others] = errorsOf('--now', typed)
      expect(others).toEqual([])
      expect(error).toContain(`"${typed}"`)
      expect(error).toContain('with an offset, such as 2027-01-07T06:59:57+07:00')
    },
  )

  test('the moment that the refusal shows can be read', () => {
    const shown = / such as (\S+)/.exec(errorsOf('--now', 'x')[0] ?? '')?.[1] ?? ''
    expect(errorsOf('--now', shown)).toEqual([])
  })

  test('without a moment it is refused by its name', () => {
    expect(errorsOf('--now').join()).toContain('--now')
  })
})

describe('flags', () => {
  test.each(['--help', '-h'])('%s asks for help', flag => {
    expect(configOf([flag]).help).toBe(true)
  })

  test.each(['--nwo', '--now-please', '-x', '--help=yes', 'summary'])('%s is refused by its name', flag => {
    expect(errorsOf(flag)).toEqual([expect.stringContaining(flag.replace('=yes', ''))])
  })

  test('whatever is typed is read or refused, never thrown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('--now', '-h', '--'))), args => {
        const read = readConfig(args, {})
        expect('config' in read || read.errors.every(error => error !== '')).toBe(true)
      }),
    )
  })
})

describe('environment', () => {
  test('names the folders', () => {
    expect(configOf([], { DAYBOOK_CORPUS: '/c', DAYBOOK_STATE: '/s' })).toMatchObject({
      corpus: '/c',
      state: '/s',
    })
  })

  test('an empty name counts as none', () => {
    expect(configOf([], { DAYBOOK_CORPUS: '', DAYBOOK_STATE: '' })).toEqual(configOf([]))
  })
})

test('the usage and the README name every flag and every variable', () => {
  const readme = readFileSync('README.md', 'utf8')
  // Only discord.js sets the one, and the usual order of locales is told of by its last.
  const own = names.filter(name => !/^(SHARDING_|LC_)/.test(name))
  const told = ['--now', '--check', ...own]
  expect(told.filter(name => !usage.includes(name))).toEqual([])
  expect(told.filter(name => !readme.includes(`\`${name}`))).toEqual([])
})

/** What is wrong with an environment. */
function faultsOf(environment: Record<string, string>): string[] {
  const read = readConfig([], environment)
  return 'errors' in read ? read.errors : []
}

describe('platforms', () => {
  const telegram = { TELEGRAM_TOKEN: '123:abcdef' }
  const discord = { DISCORD_TOKEN: 'a.b.c' }

  test('a token is all it takes', () => {
    expect(configOf([], telegram).telegram).toEqual({ token: '123:abcdef' })
    expect(configOf([], discord).discord).toEqual({ token: 'a.b.c' })
  })

  test('a webhook needs its secret and a port', () => {
    const url = { TELEGRAM_WEBHOOK_URL: 'https://example.org/hook' }
    expect(faultsOf({ ...telegram, ...url })).toEqual([
      expect.stringContaining('TELEGRAM_WEBHOOK_SECRET'),
      expect.stringContaining('PORT'),
    ])
    const whole = { ...telegram, ...url, TELEGRAM_WEBHOOK_SECRET: 's', PORT: '8080' }
    expect(configOf([], whole)).toMatchObject({
      telegram: { webhook: { url: 'https://example.org/hook', secret: 's' } },
      http: { port: 8080, host: '127.0.0.1' },
    })
  })

  test.each(['/health', '/ready', '/metrics', '/calendar.ics'])('a webhook cannot be at %s', path => {
    const webhook = { TELEGRAM_WEBHOOK_URL: `https://example.org${path}`, TELEGRAM_WEBHOOK_SECRET: 's' }
    expect(faultsOf({ ...telegram, ...webhook, PORT: '8080' })).toEqual([
      expect.stringContaining('TELEGRAM_WEBHOOK_URL has a path that Daybook uses itself'),
    ])
  })

  test.each([
    [{ TELEGRAM_TOKEN: 'secret stuff' }, 'TELEGRAM_TOKEN'],
    [{ TELEGRAM_WEBHOOK_URL: 'https://example.org' }, 'TELEGRAM_TOKEN is missing'],
    [{ ...telegram, TELEGRAM_API_ROOT: 'http://localhost/' }, 'TELEGRAM_API_ROOT'],
    [{ DISCORD_TOKEN: 'secret stuff' }, 'DISCORD_TOKEN'],
    [{ DISCORD_GUILD: '12345' }, 'DISCORD_TOKEN is missing'],
    [{ ...discord, DISCORD_GUILD: 'my server' }, 'DISCORD_GUILD'],
    [{ ...discord, DISCORD_SHARDS: '0' }, 'DISCORD_SHARDS'],
    [{ ...discord, DISCORD_API: 'localhost' }, 'DISCORD_API'],
    [{ ...telegram, TELEGRAM_WEBHOOK_SECRET: 'secretstuff' }, 'without TELEGRAM_WEBHOOK_URL'],
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '80 80' }, 'PORT'],
    [{ PORT: '8080', HOST: 'http://0.0.0.0' }, 'HOST'],
    [{ DAYBOOK_LOG: 'loud' }, 'none of error, info, debug'],
    [{ DATABASE_URL: 'mysql://secretstuff@host/db' }, 'DATABASE_URL'],
  ])('%j is refused with one line that names it, and repeats no secret', (environment, named) => {
    const errors = faultsOf(environment)
    expect(errors).toEqual([expect.stringContaining(named)])
    expect(errors.join()).not.toMatch(/secret ?stuff/)
  })
})

describe('what must stand in no log', () => {
  test('is every token and secret, the address of the database and the password in it', () => {
    const secrets = secretsOf(
      configOf([], {
        TELEGRAM_TOKEN: '123456:telegram-part',
        TELEGRAM_WEBHOOK_URL: 'https://example.org/hook',
        TELEGRAM_WEBHOOK_SECRET: 'webhook-secret',
        PORT: '8080',
        DISCORD_TOKEN: 'discord.token.whole',
        DATABASE_URL: 'postgres://daybook:pass%2Fof-the-database@localhost/daybook',
      }),
    )
    expect(secrets.sort()).toEqual([
      '123456:telegram-part',
      'discord.token.whole',
      'pass%2Fof-the-database',
      'pass/of-the-database',
      'postgres://daybook:pass%2Fof-the-database@localhost/daybook',
      'telegram-part',
      'webhook-secret',
    ])
  })

  test('is not what is too short to be told from other words', () => {
    expect(secretsOf(configOf([], { TELEGRAM_TOKEN: '1:abcde' }))).toEqual([])
  })
})
