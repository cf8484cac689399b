// Checks the program as an operator runs it: what it logs and does not log, what it answers over HTTP, how it ends.

import { describe, expect, test } from 'vitest'
import { articleFile, writeBelow } from '../fixtures/corpus.ts'
import { freePort } from '../port.ts'
import { discordToken, type Served, startPlatforms, startServing, telegramToken } from '../serving.ts'
import { hasTerminal, newState, start, startInTerminal } from '../terminal.ts'

const words = 'xylophone-of-a-private-person'

/** Makes traffic of every kind on both platforms. Resolves with the texts in it that would identify a person. */
async function traffic({ telegram, discord }: Served): Promise<string[]> {
  const chat = telegram.privateChat()
  const lines = ['/help', `/search ${words}`, words, `/no${words}`, '/subscribe', '/forget']
  for (const line of lines) chat.says(line)
  await chat.answers(lines.length)
  const group = telegram.supergroup()
  group.says(`/search@daybook_bot ${words}`)
  await group.answer()
  telegram.next('sendMessage', 'reset')
  telegram.next('sendMessage', { status: 403, description: 'Forbidden: bot was blocked by the user' })
  chat.says(words)
  chat.says(words)
  telegram.asks(words)
  const server = discord.guild('A private server')
  const channel = server.channel('general')
  const member = server.member('A private person', { permissions: ['ManageGuild'] })
  await member.runs('/search', { words }, { in: channel }).answer()
  await member.runs('/subscribe', {}, { in: channel }).answer()
  await telegram.quiet()
  return [words, chat.id, group.id, group.someone.id, server.id, channel.id, member.id].map(String)
}

describe('the log', () => {
  test('at info is one line of JSON per event, without words, people, chats or tokens', async () => {
    const served = await startServing()
    const personal = await traffic(served)
    const { code, out, err } = await served.stop()
    expect({ code, out }).toEqual({ code: 0, out: '' })
    const events = err
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    for (const event of events)
      expect(event).toMatchObject({
        level: expect.stringMatching(/^(info|error)$/),
        time: expect.any(String),
      })
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['http listening', 'telegram connected', 'discord connected', 'update failed']),
    )
    for (const each of [...personal, telegramToken, discordToken]) expect(err).not.toContain(each)
  })

  test('at debug says who used which command, but still no words or tokens', async () => {
    const served = await startServing({ env: { DAYBOOK_LOG: 'debug' } })
    const [, chat = ''] = await traffic(served)
    const { err } = await served.stop()
    expect(err).toMatch(new RegExp(`"command":"search","platform":"telegram","chat":"${chat}"`))
    for (const each of [words, telegramToken, discordToken]) expect(err).not.toContain(each)
  })

  test('at error is silent while everything works', async () => {
    const served = await startServing({ env: { DAYBOOK_LOG: 'error' } })
    expect(await served.stop()).toEqual({ code: 0, out: '', err: '' })
  })
})

describe.runIf(hasTerminal)('in a terminal', () => {
  test('the log is in words', async () => {
    const { env } = await startPlatforms()
    const program = startInTerminal({ env })
    await program.says(/^\d\d:\d\d:\d\d (telegram|discord) connected {2}as=\w+\r?$/m)
    await program.says(/^\d\d:\d\d:\d\d (telegram|discord) connected {2}as=\w+\r?$/m)
    program.child.kill('SIGTERM')
    await program.gone
  })
})

describe('over HTTP', () => {
  test('the program answers with its health, metrics and calendar, and with nothing about people', async () => {
    const served = await startServing()
    const personal = await traffic(served)
    const health = await served.get('/health')
    const ready = await served.get('/ready')
    const metrics = await served.get('/metrics')
    const calendar = await served.get('/calendar.ics?lang=km')
    expect([health, ready, metrics, calendar].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(JSON.parse(ready.text)).toEqual({
      status: 'ok',
      telegram: 'connected',
      discord: 'connected',
      articles: 5,
      dispatcher: 'running',
      store: 'answers',
      posts: 'nothing in the way',
    })
    expect(metrics.text).toMatch(/^daybook_subscriptions 2$/m)
    expect(metrics.text).toMatch(/^daybook_command_seconds_count\{command="search"\} [5-9]$/m)
    expect(calendar.text.match(/^RRULE:FREQ=YEARLY/gm)).toHaveLength(3)
    const all = [health, ready, metrics, calendar].map(({ text }) => text).join()
    for (const each of [...personal, telegramToken, discordToken]) expect(all).not.toContain(each)
    await served.stop()
  })

  test('the program is healthy but not ready while a large corpus is loaded', async () => {
    const folder = newState()
    await Promise.all(
      Array.from({ length: 2000 }, (_, n) => {
        const { place, text } = articleFile({}, { place: `articles/a-${n}.en.md` })
        return writeBelow(folder, place, text)
      }),
    )
    const port = await freePort()
    const seen: { articles: unknown; health: number; calendar: number }[] = []
    const looking = (async () => {
      const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
      while (typeof seen.at(-1)?.articles !== 'number')
        await get('/ready')
          .then(async ready => {
            const { articles } = JSON.parse(await ready.text())
            const [{ status: health }, { status: calendar }] = [
              await get('/health'),
              await get('/calendar.ics'),
            ]
            seen.push({ articles, health, calendar })
          })
          .catch(() => {})
    })()
    const served = await startServing({ port, env: { DAYBOOK_CORPUS: folder } })
    await looking
    expect(seen[0]).toEqual({ articles: 'loading', health: 200, calendar: 503 })
    expect(seen.at(-1)).toEqual({ articles: 2000, health: 200, calendar: 200 })
    await served.stop()
  })

  test('the start and the end of a platform outage are reported', async () => {
    const served = await startServing()
    const { telegram } = served
    const states = async (wanted: number) => {
      let answer = await served.get('/ready')
      while (answer.status !== wanted) answer = await served.get('/ready')
      return JSON.parse(answer.text)
    }
    telegram.next('getUpdates', { status: 502, description: 'Bad Gateway' }, 3)
    telegram.privateChat().says('/help')
    expect(await states(503)).toMatchObject({ telegram: 'not connected', discord: 'connected' })
    expect(await states(200)).toMatchObject({ telegram: 'connected' })
    await served.stop()
  })

  test('updates arrive through the same server', async () => {
    const port = await freePort()
    const platforms = await startPlatforms(() => `http://127.0.0.1:${port}/telegram`)
    const served = await startServing({
      platforms,
      port,
      env: {
        TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram',
        TELEGRAM_WEBHOOK_SECRET: 'the-secret-of-the-webhook',
      },
    })
    const chat = platforms.telegram.privateChat()
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    expect((await fetch(`${served.url}/telegram`, { method: 'POST', body: '{}' })).status).toBe(401)
    expect((await served.get('/telegram')).status).toBe(405)
    const { code, err } = await served.stop()
    expect(code).toBe(0)
    expect(err).not.toContain('the-secret-of-the-webhook')
  })

  test('a port that is taken ends the program with one line', async () => {
    const served = await startServing()
    const PORT = new URL(served.url).port
    const { code, err } = await start({ state: newState(), env: { PORT } }).gone
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^cannot listen on HOST and PORT \(127\.0\.0\.1:\d+\): .*\n$/),
    })
    await served.stop()
  })
})
