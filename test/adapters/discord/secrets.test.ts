// Checks that no log line, error or output contains the bot's token, whatever goes wrong.

import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import type { PlayedFault } from '../../fakes/discord/faults.ts'
import { startDiscord } from '../../fakes/discord/index.ts'
import { newState, start } from '../../terminal.ts'
import { startArchive } from '../archive.ts'
import { DUE_TIME, openDiscord, startTown, subscribed, token } from './scene.ts'

const secret = token.split('.')[2] ?? ''

const faults: PlayedFault[] = [
  'reset',
  'lost',
  ...[400, 401, 403, 404, 418, 429, 500, 502].map(status => ({ status, message: `Bot ${token}` })),
]

describe('the log', () => {
  test.each(faults)('has no token when requests fail with %j', async fault => {
    // This bot may make mistakes: if the answer to its answer is lost, it answers twice.
    const discord = await startDiscord({ token })
    onTestFinished(() => discord.close())
    const town = await startTown({ discord })
    await subscribed(town, 'news')
    town.now(DUE_TIME)
    town.discord.next('POST', /./, fault, 6)
    town.discord.next('GET', /./, fault, 6)
    const run = town.lan.runs('/help')
    town.lan.types('/search', { option: 'words', text: 'x' })
    await town.dispatcher.pass()
    await Promise.race([run.answer(), town.logged('interaction failed')])
    const error = await Promise.race([town.running.catch((thrown: unknown) => thrown), Promise.resolve()])
    expect(town.log.join('\n')).not.toContain(secret)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret)
  })

  test.each(['http://127.0.0.1:1/api', 'http://no-such-host.invalid/api', 'https://127.0.0.1:1/api'])(
    'has no token when %s cannot be reached',
    async api => {
      const archive = await startArchive(parts => createDiscord({ token, api, ...parts }))
      await archive.logged('discord unreachable')
      expect(archive.log.join('\n')).not.toContain(secret)
      await archive.stop()
    },
  )

  test('has <token> in place of a token that an error contains', async () => {
    const town = await startTown({ discord: await openDiscord({ mayLeaveUnanswered: true }) })
    town.discord.next('POST', /callback$/, { status: 400, code: 50035, message: `Bot ${token}` }, 2)
    town.lan.runs('/help')
    await town.logged('interaction failed')
    expect(town.log.join('\n')).toContain('<token>')
    expect(town.log.join('\n')).not.toContain(secret)
  })
})

describe('the program', () => {
  test.each([
    ['nothing answers', 'http://127.0.0.1:1/api', 'discord unreachable'],
    ['Discord refuses the token', '', 'DISCORD_TOKEN'],
  ])('prints no token if %s', async (_, address, words) => {
    const own = `${Buffer.from(`secrets${process.pid}${words}`).toString('base64url')}.AbCdEf.${secret}`
    const discord = await openDiscord({ token: `${own}x` })
    const program = start({
      state: newState(),
      args: [],
      env: { DISCORD_TOKEN: own, DISCORD_API: address || discord.api },
    })
    onTestFinished(() => void program.child.kill('SIGKILL'))
    let printed = ''
    const { promise: said, resolve } = Promise.withResolvers<void>()
    for (const stream of [program.child.stdout, program.child.stderr])
      stream?.on('data', data => {
        printed += data
        if (printed.includes(words)) resolve()
      })
    await said
    program.child.kill('SIGTERM')
    const { out, err } = await program.gone
    expect(printed + out + err).not.toContain(secret)
    discord.refused.splice(0)
  })
})
