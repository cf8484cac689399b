// Lists every route of the fake with its handler. The digest has the same list.

import { routes } from '../../../fixtures/digest-discord.ts'
import type { Handler } from '../core.ts'
import { callback, deleteAnswer, editAnswer, followUp, getAnswer } from './interactions.ts'
import * as lookups from './lookups.ts'
import { createMessage, crosspost, deleteMessage, editMessage, getMessage, listMessages } from './messages.ts'
import { createThread, createThreadUnder } from './threads.ts'

export interface Route {
  method: string
  /** As in the digest: `METHOD /template`. */
  name: string
  template: string
  /** Whether the request needs the bot's token. Interactions have their own. */
  guarded: boolean
  handle: Handler
}
export interface Found {
  route: Route
  params: Record<string, string>
}

const message = '/channels/{channel_id}/messages/{message_id}'
const webhook = '/webhooks/{webhook_id}/{webhook_token}'

/** Finds routes by method and path, both without the version. */
export function routing(gatewayUrl: () => string): (method: string, path: string) => Found | undefined {
  const handlers: Record<string, Handler> = {
    'GET /gateway': lookups.gatewayAddress(gatewayUrl),
    'GET /gateway/bot': lookups.gatewayBot(gatewayUrl),
    'GET /users/@me': lookups.getMe,
    'POST /users/@me/channels': lookups.openDm,
    'GET /applications/{application_id}/commands': lookups.getCommands,
    'PUT /applications/{application_id}/commands': lookups.putCommands,
    'GET /applications/{application_id}/guilds/{guild_id}/commands': lookups.getCommands,
    'PUT /applications/{application_id}/guilds/{guild_id}/commands': lookups.putCommands,
    'GET /applications/{application_id}/guilds/{guild_id}/commands/permissions': lookups.getOverrides,
    'POST /interactions/{interaction_id}/{interaction_token}/callback': callback,
    [`POST ${webhook}`]: followUp,
    [`GET ${webhook}/messages/@original`]: getAnswer,
    [`PATCH ${webhook}/messages/@original`]: editAnswer,
    [`DELETE ${webhook}/messages/@original`]: deleteAnswer,
    [`GET ${webhook}/messages/{message_id}`]: getAnswer,
    [`PATCH ${webhook}/messages/{message_id}`]: editAnswer,
    [`DELETE ${webhook}/messages/{message_id}`]: deleteAnswer,
    'GET /channels/{channel_id}': lookups.getChannel,
    'GET /channels/{channel_id}/messages': listMessages,
    'POST /channels/{channel_id}/messages': createMessage,
    [`GET ${message}`]: getMessage,
    [`PATCH ${message}`]: editMessage,
    [`DELETE ${message}`]: deleteMessage,
    [`POST ${message}/crosspost`]: crosspost,
    [`POST ${message}/threads`]: createThreadUnder,
    'POST /channels/{channel_id}/threads': createThread,
    'GET /guilds/{guild_id}': lookups.getGuild,
    'GET /guilds/{guild_id}/channels': lookups.getChannels,
    'GET /guilds/{guild_id}/roles': lookups.getRoles,
    'GET /guilds/{guild_id}/threads/active': lookups.getThreads,
    'GET /guilds/{guild_id}/members/{user_id}': lookups.getMember,
  }
  const table = routes.map(name => {
    const [method, template] = name.split(' ') as [string, string]
    const handle = handlers[name]
    if (!handle) throw new Error(`Nobody answers ${name}.`)
    const shape = template.replaceAll(
      /\{(\w+)\}/g,
      (_, param) => `(?<${param}>${param.endsWith('_id') ? '\\d+' : '[^/]+'})`,
    )
    const guarded = !/^\/(gateway$|interactions\/|webhooks\/)/.test(template)
    return { route: { method, name, template, guarded, handle }, shape: new RegExp(`^${shape}$`) }
  })
  return (method, path) => {
    for (const { route, shape } of table) {
      if (route.method !== method) continue
      const match = shape.exec(path)
      if (match) return { route, params: { ...match.groups } }
    }
    return undefined
  }
}
