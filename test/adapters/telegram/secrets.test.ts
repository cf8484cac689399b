// Checks that the token, which is in every address of the API, gets into no log line, error or output.

import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { startTelegram } from '../../fakes/telegram/index.ts'
import { start } from '../../terminal.ts'
import { startScene, token } from './scene.ts'

/** The half after the colon. The other half is the bot's public id. */
const secret = token.split(':')[1] ?? token

const faults = [
  'reset',
  'lost',
  { status: 500, description: 'Internal Server Error' },
  { status: 502, body: '<html>Bad Gateway</html>' },
  { status: 200, body: 'no JSON' },
  { status: 400, description: 'Bad Request: something' },
  { status: 403, description: 'Forbidden: something' },
  { status: 404, description: 'Not Found' },
] as const

describe('the token', () => {
  it.each(faults)('is in no log line when Telegram answers %j', async fault => {
    const scene = await startScene({ mayLeaveUnanswered: true })
    const { telegram, store, dispatcher, platform, log } = scene
    const group = telegram.supergroup()
    const chat = telegram.privateChat()
    await telegram.quiet()
    for (const method of ['sendMessage', 'getChatMember', 'answerCallbackQuery', 'answerInlineQuery'])
      telegram.next(method, fault)
    group.says('/subscribe', { from: group.someone })
    chat.says('/start')
    chat.says('/help')
    chat.presses({ message_id: 1, date: 0, chat: { id: chat.id, type: 'private' } }, { data: '+help' })
    telegram.asks('Pol Pot')
    await telegram.quiet()
    telegram.next('*', fault, 3)
    const to = { platform: 'telegram', chat: String(group.id) }
    const thrown = [
      await platform.check?.(to).catch(error => error),
      await platform.notifyAdmins?.(to, { body: [] }).catch(error => error),
      await platform.send(to, { body: [] }, 'key').catch(error => error),
    ]
    chat.says('/subscribe')
    await telegram.quiet()
    scene.at('2027-01-07T00:00:30Z')
    telegram.next('sendMessage', fault)
    await dispatcher.pass()
    const ledger = await store.listDeliveries(['pending', 'unknown', 'failed', 'sent'], 10)
    const output = [...log, inspect(thrown, { depth: 9, showHidden: true }), JSON.stringify(ledger)].join(
      '\n',
    )
    expect(log.some(line => /update failed|not reached|command failed/.test(line))).toBe(true)
    expect(output).not.toContain(secret)
  })

  it('is in no error that ends the bot', async () => {
    const telegram = await startTelegram({ token })
    telegram.next('getMe', { status: 400, description: 'Bad Request: something' })
    const { running, log } = await startScene({ telegram })
    const error = await running.catch(each => each)
    expect(error).toBeInstanceOf(Error)
    expect(inspect([error, log], { depth: 9, showHidden: true })).not.toContain(secret)
    await telegram.close()
  })

  it('is not printed, whatever the network does', async () => {
    const telegram = await startTelegram({ token })
    const chat = telegram.privateChat()
    telegram.next('getMe', 'reset')
    for (const method of ['getUpdates', 'sendMessage'])
      for (const fault of ['reset', { status: 502, body: '<html>' }] as const) telegram.next(method, fault)
    const program = start({ env: { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: telegram.url, DEBUG: '' } })
    for (const line of ['/help', '/help', '/sources']) chat.says(line)
    expect((await chat.answer({ within: 15_000 })).text).toMatch(/^The sources/)
    program.child.kill('SIGTERM')
    const { code, out, err } = await program.gone
    expect(code).toBe(0)
    expect(err).toMatch(/telegram not reached/)
    expect(err).toMatch(/update failed/)
    expect(out + err).not.toContain(secret)
    await telegram.close()
  })

  it('is not printed even if it is invalid', async () => {
    const { code, err } = await start({ env: { TELEGRAM_TOKEN: `${secret} with a space` } }).gone
    expect(code).toBe(2)
    expect(err).not.toContain(secret)
  })
})
