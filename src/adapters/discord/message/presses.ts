// Writes the press of a choice as the id of its button or list entry, and reads it back, also after a restart.

import { createHash } from 'node:crypto'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Choice, Invocation } from '../../../core/message/message.ts'
import {
  COMMAND_NAME,
  modeOf,
  type Press,
  type PressMode,
  pressOf,
  readPress,
  writePress,
} from '../../../core/message/press.ts'
import type { Clock } from '../../../core/ports.ts'

/**
 * The same for the id of a component and for the value of a list entry
 * (https://discord.com/developers/docs/components/reference).
 */
const MAX_ID_UNITS = 100

/** A choice that only Discord has: shows a private answer to everybody. */
export interface ShowChoice {
  type: 'show'
  label: string
  call: Invocation
}

/** A choice as Discord draws it. */
export type DrawnChoice = Choice | ShowChoice

/**
 * The press itself if it fits, else the key under which `storeLongPresses` stores it; undefined for a choice that runs no
 * command. The same press has the same id. A key begins with mode and command, so that these are known before the memory
 * is read.
 */
export function pressIdOf(choice: DrawnChoice): string | undefined {
  const press = pressFor(choice)
  if (!press) return undefined
  const written = writePress(press)
  return written.length <= MAX_ID_UNITS ? written : keyOf(written)
}

const pressFor = (choice: DrawnChoice): Press | undefined =>
  choice.type === 'show' ? { call: choice.call, mode: 'show' } : pressOf(choice)

/** Reads mode and command without the memory. Undefined for an id that no choice of ours has. */
export function peekPress(id: string): { mode: PressMode; command: string } | undefined {
  const mode = modeOf(id)
  const [command = ''] = id.slice(1).replace(/^#/, '').split(/[\n#]/)
  return mode && COMMAND_NAME.test(command) ? { mode, command } : undefined
}

/** Stores the presses that do not fit their ids. Must be called before the message is sent. */
export async function storeLongPresses(
  choices: readonly DrawnChoice[],
  memory: Memory,
  clock: Clock,
): Promise<void> {
  for (const choice of choices) {
    const press = pressFor(choice)
    const written = press && writePress(press)
    if (written && written.length > MAX_ID_UNITS)
      await memory.remember({ key: `discord call ${keyOf(written)}`, value: written, now: clock.now() })
  }
}

/** Undefined for an id that no choice of ours has, and for a choice whose call was forgotten. */
export async function recallPress(id: string, memory: Memory): Promise<Press | undefined> {
  const written = id[1] === '#' ? await memory.recall(`discord call ${id}`) : id
  return written === undefined ? undefined : readPress(written)
}

function keyOf(written: string): string {
  const [modeAndCommand = ''] = written.split('\n')
  return `${written[0]}#${modeAndCommand.slice(1)}#${digestOf(written)}`
}

/** 22 characters that only the same text has. */
export const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22)
