// Checks that arguments and environment are read as meant, and that each mistake is reported with what was expected.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/adapters/host/log.ts'
import { platforms } from '../../src/app/platforms.ts'
import { type Config, readConfig } from '../../src/config/config.ts'
import { definePlatform } from '../../src/core/platform.ts'
import { anyText } from '../../src/core/setting.ts'

function configOf(args: string[], environment: Record<string, string | undefined> = {}): Config {
  const read = readConfig({ args, environment, platforms })
  if ('errors' in read) throw new Error(read.errors.join('; '))
  return read.config
}

function errorsOf(...args: string[]): string[] {
  const read = readConfig({ args, environment: {}, platforms })
  return 'errors' in read ? read.errors : []
}

test('without arguments and variables the defaults and the clock of the machine are used', () => {
  expect(configOf([])).toEqual({
    corpus: 'data',
    state: 'state',
    locale: '',
    noColor: false,
    log: 'info',
    help: false,
    check: false,
    ignored: [],
    warnings: [],
    secrets: [],
    platforms: {},
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

  test('the example in the refusal is a valid moment', () => {
    const example = / such as (\S+)/.exec(errorsOf('--now', 'x')[0] ?? '')?.[1] ?? ''
    expect(errorsOf('--now', example)).toEqual([])
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

  test('any arguments are read or refused, and never throw', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('--now', '-h', '--'))), args => {
        const read = readConfig({ args, environment: {}, platforms })
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

  test('an empty name counts as not given', () => {
    expect(configOf([], { DAYBOOK_CORPUS: '', DAYBOOK_STATE: '' })).toEqual(configOf([]))
  })
})

/** The errors in an environment. */
function faultsOf(environment: Record<string, string>): string[] {
  const read = readConfig({ environment, platforms })
  return 'errors' in read ? read.errors : []
}

describe('platforms', () => {
  const telegram = { TELEGRAM_TOKEN: '123:abcdef' }
  const discord = { DISCORD_TOKEN: 'a.b.c' }

  test('a token is enough', () => {
    expect(configOf([], telegram).platforms).toEqual({ telegram: { token: '123:abcdef' } })
    expect(configOf([], discord).platforms).toEqual({ discord: { token: 'a.b.c' } })
  })

  test('a webhook needs its secret and a port', () => {
    const url = { TELEGRAM_WEBHOOK_URL: 'https://example.org/hook' }
    expect(faultsOf({ ...telegram, ...url })).toEqual([
      expect.stringContaining('TELEGRAM_WEBHOOK_SECRET'),
      expect.stringContaining('PORT'),
    ])
    const whole = { ...telegram, ...url, TELEGRAM_WEBHOOK_SECRET: 's', PORT: '8080' }
    expect(configOf([], whole)).toMatchObject({
      platforms: { telegram: { webhookUrl: 'https://example.org/hook', webhookSecret: 's' } },
      http: { port: 8080, host: '127.0.0.1' },
    })
  })

  test('a webhook is called over https only', () => {
    const webhook = { TELEGRAM_WEBHOOK_URL: 'http://example.org/hook', TELEGRAM_WEBHOOK_SECRET: 's' }
    expect(faultsOf({ ...telegram, ...webhook, PORT: '8080' })).toEqual([
      expect.stringContaining('TELEGRAM_WEBHOOK_URL is not an address that begins with https://'),
    ])
  })

  test.each(['/health', '/ready', '/metrics', '/calendar.ics'])('a webhook cannot be at %s', path => {
    const webhook = { TELEGRAM_WEBHOOK_URL: `https://example.org${path}`, TELEGRAM_WEBHOOK_SECRET: 's' }
    expect(faultsOf({ ...telegram, ...webhook, PORT: '8080' })).toEqual([
      expect.stringMatching(/^TELEGRAM_WEBHOOK_URL is not an address .* with a path other than/),
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
    [{ ...telegram, TELEGRAM_WEBHOOK_SECRET: 'secretstuff' }, 'TELEGRAM_WEBHOOK_URL is missing'],
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '80 80' }, 'PORT'],
    [{ PORT: '8080', HOST: 'http://0.0.0.0' }, 'HOST'],
    [{ DAYBOOK_LOG: 'loud' }, 'not one of error, info, debug'],
    [{ DATABASE_URL: 'mysql://secretstuff@host/db' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://u:pass@secretstuff#x@host/db' }, 'DATABASE_URL'],
  ])('%j is refused with one line that names it, and repeats no secret', (environment, named) => {
    const errors = faultsOf(environment)
    expect(errors).toEqual([expect.stringContaining(named)])
    expect(errors.join()).not.toMatch(/secret ?stuff/)
  })
})

describe('the secrets that must not be logged', () => {
  test('are every token and secret, the address of the database and the password in it', () => {
    const { secrets } = configOf([], {
      TELEGRAM_TOKEN: '123456:telegram-part',
      TELEGRAM_WEBHOOK_URL: 'https://example.org/hook',
      TELEGRAM_WEBHOOK_SECRET: 'webhook-secret',
      PORT: '8080',
      DISCORD_TOKEN: 'discord.token.whole',
      DATABASE_URL: 'postgres://daybook:pass%2Fof-the-database@localhost/daybook',
    })
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

  test('are not those that are too short to tell from other words', () => {
    expect(configOf([], { TELEGRAM_TOKEN: '1:abcde' }).secrets).toEqual([])
  })

  test('include those of a platform that is added, without another line of code', () => {
    const added = definePlatform({
      name: 'pigeon',
      title: 'Pigeon post',
      settings: {
        token: { name: 'PIGEON_TOKEN', form: anyText, sentence: 'The token.', isSecret: true },
        loft: { name: 'PIGEON_LOFT', form: anyText, sentence: 'The address of the loft.', isSecret: true },
      },
      open: () => Promise.reject(new Error('not opened here')),
    })
    const environment = {
      PIGEON_TOKEN: 'loft7:the-pigeon-token',
      PIGEON_LOFT: 'https://keeper:grain%2Band-water@loft.example.org/',
    }
    const read = readConfig({ environment, platforms: [...platforms, added] })
    if ('errors' in read) throw new Error(read.errors.join())
    const lines: string[] = []
    const output = { write: (line: string) => lines.push(line) }
    const log = createLog({ level: 'info', output, secrets: read.config.secrets })
    const words = [...Object.values(environment), 'the-pigeon-token', 'grain%2Band-water', 'grain+and-water']
    for (const each of words) log('info', 'pigeon away', { as: each })
    expect(lines).toHaveLength(words.length)
    expect(lines.join()).not.toMatch(/pigeon-token|and-water/)
  })
})
