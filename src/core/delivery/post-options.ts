// Stores what the admins of a place chose for its posts beside hour and language: a role to mention, and publishing.

import type { Temporal } from 'temporal-polyfill'
import type { Address } from '../ports.ts'
import type { Memory } from './store.ts'

export interface PostOptions {
  /** The id of a role that each post mentions. */
  role?: string
  /** Whether each post is published to those who follow the place from other servers. */
  publish?: boolean
}

/** The choices for the place; none if the stored text cannot be read. */
export async function postOptionsOf(place: Address, memory: Pick<Memory, 'recall'>): Promise<PostOptions> {
  return read(await memory.recall(optionsKey(place)))
}

/** Changes what the wish has, and keeps the rest. An empty role, or `publish: false`, takes a choice back. */
export async function changePostOptions(
  { place, wish, now }: { place: Address; wish: PostOptions; now: Temporal.Instant },
  memory: Memory,
): Promise<PostOptions> {
  const { role, publish } = { ...(await postOptionsOf(place, memory)), ...wish }
  const options: PostOptions = { ...(role && { role }), ...(publish && { publish }) }
  await memory.remember({ key: optionsKey(place), value: JSON.stringify(options), now, chat: place })
  return options
}

/** Stores the choice again, because memory that nobody has touched for more than a year is erased. */
export async function keepPostOptions(
  { place, now }: { place: Address; now: Temporal.Instant },
  memory: Memory,
): Promise<PostOptions> {
  const stored = await memory.recall(optionsKey(place))
  if (stored !== undefined) await memory.remember({ key: optionsKey(place), value: stored, now, chat: place })
  return read(stored)
}

/** The key is as old as the first release, so that the choices of then still hold. */
const optionsKey = ({ platform, chat, thread }: Address) => `${platform}${OPTIONS_KEY}${thread ?? chat}`
const OPTIONS_KEY = ' wishes '

/** Whether a choice is stored under the key. */
export const isPostOptionsKey = (key: string): boolean => key.includes(OPTIONS_KEY)

function read(stored: string | undefined): PostOptions {
  if (stored === undefined) return {}
  let found: unknown
  try {
    found = JSON.parse(stored)
  } catch {
    return {}
  }
  if (typeof found !== 'object' || found === null) return {}
  const { role, publish } = found as Record<string, unknown>
  return {
    ...(typeof role === 'string' && role !== '' && { role }),
    ...(publish === true && { publish }),
  }
}
