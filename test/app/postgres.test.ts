// Checks the program over PostgreSQL as an operator sees it: what --check says, and what is answered on PORT.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServerOfPostgres, type Server } from '../postgres.ts'
import { startPlatforms, startServing } from '../serving.ts'
import { quietDay, runOver } from '../terminal.ts'

let server: Server
beforeAll(async () => {
  server = await createServerOfPostgres()
}, 60_000)
afterAll(() => server.remove())

/** The address of a new, empty database. */
async function database(name: string): Promise<string> {
  await server.createDatabase(name)
  return server.url.replace(/[^/]*$/, name)
}

test('--check reports an empty database, prints no password, and sends nothing', async () => {
  const { telegram, env } = await startPlatforms()
  const DATABASE_URL = await database('checked')
  const { code, out, err } = await runOver('', {
    args: ['--check', ...quietDay],
    env: { ...env, DATABASE_URL, PORT: '8080' },
  })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('store     PostgreSQL: 0 subscriptions, next post: none\n')
  expect(out).not.toContain('postgres://')
  expect(telegram.calls.map(({ method }) => method)).toEqual(['getMe'])
})

test('--check reports a missing database and the rest, and exits with 1', async () => {
  const { env } = await startPlatforms()
  const DATABASE_URL = 'postgres://daybook:the-password@127.0.0.1:1/none'
  const { code, out, err } = await runOver('', { args: ['--check'], env: { ...env, DATABASE_URL } })
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toMatch(/^store {5}FAILED: DATABASE_URL cannot be used as the state: .*ECONNREFUSED/m)
  expect(out).toMatch(/^telegram {2}@daybook_bot, polling$/m)
  expect(out).not.toContain('the-password')
})

test('health, readiness and metrics reflect the database, and health fails while it is away', async () => {
  const served = await startServing({ env: { DATABASE_URL: await database('served') } })
  const chat = served.telegram.privateChat()
  chat.says('/subscribe')
  await chat.answer()
  expect((await served.get('/health')).text).toMatch(/"status":"ok".*"store ms":\d+/)
  expect((await served.get('/ready')).text).toContain('"dispatcher":"running"')
  expect((await served.get('/metrics')).text).toMatch(/^daybook_subscriptions 1$/m)

  await server.stop()
  // The database is asked at most once a second.
  await expect.poll(async () => (await served.get('/health')).status, { timeout: 15_000 }).toBe(503)
  expect((await served.get('/health')).text).toContain('no answer')
  await server.start()
  await expect.poll(async () => (await served.get('/health')).status, { timeout: 15_000 }).toBe(200)
  expect((await served.get('/metrics')).text).toMatch(/^daybook_subscriptions 1$/m)
  expect(await served.stop()).toMatchObject({ code: 0 })
})
