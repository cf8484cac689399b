// Checks that `--check` says what would start, asks each platform once, starts nothing, and exits with 0 or 1.

import { describe, expect, test } from 'vitest'
import { discordToken, startPlatforms, telegramToken } from '../serving.ts'
import { runOver } from '../terminal.ts'

const check = (env: Record<string, string> = {}, ...more: string[]) =>
  runOver('', { args: ['--check', '--now', '2027-01-07T06:00:00+07:00', ...more], env })

describe('--check', () => {
  test('says corpus, occurrences, store, platforms and paths, and asks each platform once', async () => {
    const { telegram, discord, env } = await startPlatforms()
    const { code, out, err } = await check({ ...env, PORT: '8080' })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')).toEqual([
      'corpus    data: 5 articles (5 in en, 5 in km, 5 in vi), 3 anniversaries',
      'next      2027-01-07 07:00 Asia/Phnom_Penh = 2027-01-07T00:00:00Z: january-7',
      'next      2027-06-20 07:00 Asia/Phnom_Penh = 2027-06-20T00:00:00Z: journey-1977',
      'next      2027-12-02 07:00 Asia/Phnom_Penh = 2027-12-02T00:00:00Z: front-founding',
      expect.stringMatching(/^store {5}SQLite in .*: 0 subscriptions, next post: none$/),
      'telegram  @daybook_bot, polling',
      expect.stringMatching(/^discord {3}\S+, one process recommended, \d+ of \d+ connections left today$/),
      'http      127.0.0.1:8080 with /health, /ready, /metrics, /calendar.ics',
      'Everything would start.',
      '',
    ])
    expect(telegram.calls.map(({ method }) => method)).toEqual(['getMe'])
    expect(discord.requests.map(({ path }) => path)).toEqual(['/users/@me', '/gateway/bot'])
    expect(discord.commands()).toEqual([])
  })

  test('names the webhook, and does not register it with Telegram', async () => {
    const { telegram, env } = await startPlatforms()
    const webhook = {
      TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram',
      TELEGRAM_WEBHOOK_SECRET: 'the-secret-of-the-webhook',
    }
    const { code, out } = await check({ ...env, ...webhook, PORT: '8080', HOST: '0.0.0.0' })
    expect(code).toBe(0)
    expect(out).toContain('telegram  @daybook_bot, webhook https://bot.example.org/telegram\n')
    expect(out).toContain('http      0.0.0.0:8080 with /health, /ready, /metrics, /calendar.ics, /telegram\n')
    expect(out).not.toContain('the-secret')
    expect(telegram.webhook()).toBeUndefined()
  })

  test('without a token names the terminal', async () => {
    const { code, out } = await check()
    expect(code).toBe(0)
    expect(out).toMatch(/^console {3}this terminal$/m)
  })

  test('lists variables that look like ours but are not, and ignores them', async () => {
    const { code, out } = await check({
      TELEGRAM_BOT_TOKEN: '1:secretstuff',
      DISCORD_WEBHOOK: 'x',
    })
    expect(code).toBe(0)
    expect(out).toContain(
      'ignored   TELEGRAM_BOT_TOKEN is not a Daybook setting: did you mean TELEGRAM_TOKEN?\n' +
        'ignored   DISCORD_WEBHOOK is not a Daybook setting\n' +
        'Everything would start.\n',
    )
  })

  test('names a value that is perhaps not as it was meant, and goes on', async () => {
    const { code, out } = await check({ LANG: '"vi_VN.UTF-8"' })
    expect(code).toBe(0)
    expect(out).toMatch(/^warning {3}LANG has quotation marks that are part of the value$/m)
  })

  test('continues after a failure, repeats no secret, and exits with 1', async () => {
    const { env } = await startPlatforms()
    const { code, out, err } = await check({
      ...env,
      DAYBOOK_CORPUS: '/nowhere',
      DAYBOOK_STATE: 'package.json',
      TELEGRAM_TOKEN: '999:another-token-than-the-fakes',
      DISCORD_TOKEN: 'another.token.than-the-fakes',
    })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^corpus {4}FAILED: \/nowhere:1 .*no such folder/m)
    expect(out).toMatch(/^store {5}FAILED: package\.json.*cannot be used/m)
    expect(out).toMatch(/^telegram {2}FAILED: Telegram does not know TELEGRAM_TOKEN/m)
    expect(out).toMatch(/^discord {3}FAILED: Discord does not know DISCORD_TOKEN/m)
    expect(out).toMatch(/^Not everything would start\.$/m)
    expect(out).not.toMatch(/than-the-fakes/)
  })

  test('distinguishes a platform that cannot be reached from one that refuses', async () => {
    const { code, out } = await check({
      TELEGRAM_TOKEN: telegramToken,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
      DISCORD_TOKEN: discordToken,
      DISCORD_API: 'http://127.0.0.1:1/api',
    })
    expect(code).toBe(1)
    expect(out).toMatch(/^telegram {2}FAILED: Telegram cannot be reached: ECONNREFUSED$/m)
    expect(out).toMatch(/^discord {3}FAILED: Discord cannot be reached: .*ECONNREFUSED/m)
    expect(out).not.toMatch(/of-the-tests|OfTheTests/i)
  })

  test('exits with 1 if a variable is wrong', async () => {
    const { code, err } = await check({ PORT: 'many' })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^PORT "many" is not a number/) })
  })
})
