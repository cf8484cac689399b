// Checks starting, outages and ending: one clear line for a fatal error, and no answer in progress lost.

import { describe, expect, it } from 'vitest'
import { PlatformError } from '../../../src/core/platform.ts'
import { startTelegram, type Telegram } from '../../fakes/telegram/index.ts'
import { newState, quietDay, start } from '../../terminal.ts'
import { holdAnswer, startScene, token } from './scene.ts'

/** The error that ends a bot on this fake. */
async function fatalErrorOf(telegram: Telegram): Promise<unknown> {
  const scene = await startScene({ telegram })
  return scene.running.catch(error => error)
}

describe('a fatal error', () => {
  it('is an unknown token', async () => {
    const telegram = await startTelegram({ token: '999:another-token' })
    const error = await fatalErrorOf(telegram)
    expect(error).toBeInstanceOf(PlatformError)
    expect(String(error)).toMatch(/Telegram does not know TELEGRAM_TOKEN \(Unauthorized\): copy it again/)
    await telegram.close()
  })

  it('is a second poller that stays, after ten tries', async () => {
    const telegram = await startTelegram({ token })
    telegram.contest(true)
    const scene = await startScene({ telegram })
    const error = await scene.running.catch(each => each)
    expect(error).toBeInstanceOf(PlatformError)
    expect(String(error)).toMatch(/another process is polling with TELEGRAM_TOKEN/)
    expect(scene.log.filter(line => line.startsWith('info telegram conflict'))).toHaveLength(9)
    await telegram.close()
  })

  it('is not a second poller that ends in time, however often', async () => {
    const { telegram, log, at } = await startScene()
    const chat = telegram.privateChat()
    await telegram.quiet()
    for (const moment of ['2026-11-21T13:00:00Z', '2026-12-21T12:00:00Z']) {
      at(moment)
      telegram.next('getUpdates', { status: 409, description: 'Conflict: terminated by other getUpdates' }, 9)
      chat.says('/help')
      chat.says('/sources')
      await chat.answers(2)
      await telegram.until(() => telegram.faultsLeft().length === 0 || undefined, 'the last conflict')
      await telegram.quiet()
    }
    expect(log.filter(line => line.startsWith('info telegram conflict'))).toHaveLength(18)
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
  })

  it('is a request that Telegram refuses during the start', async () => {
    const telegram = await startTelegram({ token })
    telegram.next('deleteWebhook', { status: 400, description: 'Bad Request: something' })
    expect(await fatalErrorOf(telegram)).toEqual(
      new PlatformError('Telegram refused deleteWebhook: Bad Request: something'),
    )
    await telegram.close()
  })
})

describe('an outage', () => {
  it.each(['getMe', 'setMyCommands', 'deleteWebhook'])('during %s only delays the start', async method => {
    const telegram = await startTelegram({ token })
    telegram.next(method, 'reset')
    telegram.next(method, { status: 502, body: '<html>' })
    telegram.next(method, { status: 500, description: 'Internal Server Error' })
    const { log } = await startScene({ telegram })
    const chat = telegram.privateChat()
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    expect(log.filter(line => line.startsWith('error telegram not reached'))).toHaveLength(3)
    await telegram.close()
  })

  it('during polling is survived, and logged once', async () => {
    const telegram = await startTelegram({ token })
    telegram.next('getUpdates', { status: 502, description: 'Bad Gateway' })
    telegram.next('getUpdates', 'reset')
    const { log } = await startScene({ telegram })
    const chat = telegram.privateChat()
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    await telegram.until(() => log.find(line => /reached again/.test(line)), 'the end of the outage')
    expect(log.filter(line => line.startsWith('error telegram not reached'))).toHaveLength(1)
    await telegram.close()
  })
})

describe('ending', () => {
  it('waits for the answer in progress', async () => {
    const { telegram, stop } = await startScene()
    const chat = telegram.privateChat()
    const held = holdAnswer()
    telegram.next('sendMessage', held.fault)
    chat.says('/help')
    await held.begun
    const ending = stop()
    held.release()
    await ending
    expect(chat.unread()).toHaveLength(1)
  })

  it('leaves unfetched updates to the next start', async () => {
    const telegram = await startTelegram({ token })
    const first = await startScene({ telegram })
    await telegram.quiet()
    await first.stop()
    const chat = telegram.privateChat()
    chat.says('/help')
    await startScene({ telegram })
    expect((await chat.answer()).text).toMatch(/^Commands/)
    await telegram.quiet()
    expect(chat.unread()).toEqual([])
    await telegram.close()
  })
})

describe('the program', () => {
  const env = (telegram: Telegram, given = token) => ({
    TELEGRAM_TOKEN: given,
    TELEGRAM_API_ROOT: telegram.url,
  })

  it('ends with code 1 and one line if the token is wrong', async () => {
    const telegram = await startTelegram({ token: '999:another-token' })
    const { code, err, out } = await start({ env: env(telegram) }).gone
    expect(code).toBe(1)
    expect(err.trim()).toBe(
      'Telegram does not know TELEGRAM_TOKEN (Unauthorized): copy it again from @BotFather.',
    )
    expect(out + err).not.toContain(token)
    await telegram.close()
  })

  it('finishes the answer in progress on SIGTERM and ends with code 0', async () => {
    const telegram = await startTelegram({ token })
    const chat = telegram.privateChat()
    const held = holdAnswer()
    telegram.next('sendMessage', held.fault)
    const program = start({ env: env(telegram) })
    chat.says('/help')
    await held.begun
    program.child.kill('SIGTERM')
    held.release()
    const { code, err, out } = await program.gone
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^.*"telegram connected".*\n$/) })
    expect(chat.unread()).toHaveLength(1)
    expect(out).toBe('')
    await telegram.close()
  })

  it('does not answer again after a restart what it has answered before', async () => {
    const telegram = await startTelegram({ token })
    const chat = telegram.privateChat()
    const state = newState()
    const first = start({ env: env(telegram), state, args: quietDay })
    chat.says('/subscribe')
    await chat.answer({ within: 20_000 })
    first.child.kill('SIGTERM')
    expect((await first.gone).code).toBe(0)
    const second = start({ env: env(telegram), state, args: quietDay })
    chat.says('/settings')
    expect((await chat.answer({ within: 20_000 })).text).toMatch(/Every year at 07:00, Asia\/Phnom_Penh/)
    second.child.kill('SIGTERM')
    expect((await second.gone).code).toBe(0)
    expect(chat.unread()).toEqual([])
    await telegram.close()
  })
})
