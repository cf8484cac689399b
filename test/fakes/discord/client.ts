// Connects a real discord.js client, or only its REST part, to the fake for the duration of a test.

import { Client, type ClientOptions, DiscordAPIError, Events, type Interaction, REST } from 'discord.js'
import { expect, onTestFinished } from 'vitest'
import { type Discord, type DiscordOptions, startDiscord } from './index.ts'

export const token = 'MTIz.fake.token-of-a-test'

export async function startFake(options: Partial<DiscordOptions> = {}): Promise<Discord> {
  const discord = await startDiscord({ token, timeoutMs: 4000, ...options })
  onTestFinished(() => discord.close())
  return discord
}

/** A client that is not logged in yet. */
export function createClient(discord: Discord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: 1,
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: discord.api, ...options.rest },
  })
  client.on(Events.Error, () => {})
  onTestFinished(() => client.destroy())
  return client
}

/** Logs in a client and handles its interactions. Errors of the handler go to `errors`. */
export async function connect(
  discord: Discord,
  handle: (interaction: Interaction) => unknown = () => {},
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client<true>; errors: unknown[] }> {
  const client = createClient(discord, options)
  const errors: unknown[] = []
  client.on(Events.InteractionCreate, async interaction => {
    try {
      await handle(interaction)
    } catch (error) {
      errors.push(error)
    }
  })
  const ready = new Promise<Client<true>>(done => client.once(Events.ClientReady, done))
  await client.login(token)
  return { client: await ready, errors }
}

/** The paths of a request's faults, or its error code if it has none. Empty if the request passes. */
export async function faultsOf(
  discord: Discord,
  { method, path }: { method: 'post' | 'put' | 'patch'; path: `/${string}` },
  body: unknown,
): Promise<string[]> {
  try {
    await new REST({ api: discord.api, retries: 0 }).setToken(token)[method](path, { body })
    return []
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error
    const last = discord.refused.at(-1) ?? discord.denied.at(-1)
    expect(last?.code).toBe(error.code)
    return last?.faults.length
      ? last.faults.map(fault => fault.replace(/: .*\((\w+)\)$/, ' $1'))
      : [String(error.code)]
  }
}
