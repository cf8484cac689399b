// Makes refusals: of a mistake of the bot (form), or because of the world's state (a deleted channel, a missing permission).

import type { Fault } from './schema.ts'

export interface Refusal {
  refusal: 'form' | 'world'
  status: number
  code: number
  message: string
  faults: Fault[]
  /** Seconds to wait, for a 429. */
  retryAfter?: number
  /** Whether all routes have to wait. */
  global?: boolean
}

/** Refuses a request that a correct bot never makes. */
export const mistake = (status: number, code: number, message: string): Refusal => ({
  refusal: 'form',
  status,
  code,
  message,
  faults: [],
})

/** Refuses a request that the state of the world does not allow. */
export const denied = (status: number, code: number, message: string): Refusal => ({
  refusal: 'world',
  status,
  code,
  message,
  faults: [],
})

export const rateLimited = (retryAfter: number, global: boolean): Refusal => ({
  ...denied(429, 0, 'You are being rate limited.'),
  retryAfter,
  global,
})

/** Throws if there are faults. */
export function refuseFaults(faults: Fault[]): void {
  if (faults.length > 0) throw { ...mistake(400, 50035, 'Invalid Form Body'), faults }
}

export const isRefusal = (thrown: unknown): thrown is Refusal =>
  typeof thrown === 'object' && thrown !== null && 'refusal' in thrown

/** Refusals that are used in more than one place, in Discord's words. */
export const unavailable = {
  channel: denied(404, 10003, 'Unknown Channel'),
  guild: denied(404, 10004, 'Unknown Guild'),
  member: denied(404, 10007, 'Unknown Member'),
  message: denied(404, 10008, 'Unknown Message'),
  webhook: denied(404, 10015, 'Unknown Webhook'),
  interaction: denied(404, 10062, 'Unknown interaction'),
  access: denied(403, 50001, 'Missing Access'),
  permission: denied(403, 50013, 'Missing Permissions'),
  token: denied(401, 50027, 'Invalid Webhook Token'),
} as const

/** The body of an error. The paths of the faults become a tree with `_errors` at its leaves. */
export function refusalBody({ code, message, faults, retryAfter, global = false }: Refusal): unknown {
  if (retryAfter !== undefined) return { message, retry_after: retryAfter, global, code }
  if (faults.length === 0) return { message, code }
  const errors: Record<string, unknown> = {}
  for (const { path, ...fault } of faults) {
    let node = errors
    for (const step of path) {
      node[step] ??= {}
      node = node[step] as Record<string, unknown>
    }
    node._errors ??= []
    ;(node._errors as unknown[]).push(fault)
  }
  return { message, code, errors }
}
