// Says in a sentence why a SQLite state cannot be used, and what the operator can do about it.

import { statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StateError } from './sql.ts'

/** https://sqlite.org/rescode.html */
const CODE = {
  busy: 5,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const

/** SQLite and Linux name the same cause by different codes. */
const causes: readonly { codes: readonly (number | string)[]; help: string }[] = [
  {
    codes: [CODE.full, 'ENOSPC', 'EDQUOT'],
    help: 'The disk is full: make room on it, or name another folder in DAYBOOK_STATE.',
  },
  {
    codes: [CODE.readOnly, CODE.cannotOpen, 'EACCES', 'EPERM', 'EROFS'],
    help: 'The user that runs Daybook must be able to write the folder and every file in it: change their owner, or name another folder in DAYBOOK_STATE.',
  },
  {
    codes: ['ENOTDIR', 'EEXIST', 'ENOENT', 'EISDIR'],
    help: 'DAYBOOK_STATE has to name a folder that can be created.',
  },
  {
    codes: [CODE.corrupt, CODE.notADatabase],
    help: 'The file is damaged: restore a backup, or name another folder in DAYBOOK_STATE.',
  },
  {
    codes: [CODE.busy],
    help: 'Another program holds it: end that program, and start again.',
  },
]

/** Too little for the shared memory file of the write-ahead log, which fails without naming the cause. */
const MIN_FREE_BYTES = 64 * 1024

export const isBusy = (error: unknown): boolean => codeOf(error) === CODE.busy

/** The error as a StateError, if the operator can do something about it. */
export function stateFault(path: string, error: unknown): StateError | undefined {
  if (error instanceof StateError) return error
  const code = codeOf(error)
  const { message } = error as Error
  const namedCode = isDiskFull(code, path) ? CODE.full : isInFile(code, path) ? 'ENOTDIR' : code
  const cause = causes.find(({ codes }) => codes.includes(namedCode))
  if (!cause && code !== CODE.io) return undefined
  return new StateError(`${path} cannot be used as the state: ${message}. ${cause?.help ?? ''}`.trimEnd(), {
    cause: error,
  })
}

/** The primary code of SQLite, or the system's. */
function codeOf(error: unknown): number | string {
  const { errcode, code = '' } = error as { errcode?: number; code?: string }
  return errcode === undefined ? code : errcode & 0xff
}

/** SQLite does not tell a state that is a file rather than a folder from one that may not be opened. */
const isInFile = (code: number | string, path: string): boolean =>
  code === CODE.cannotOpen && statSync(dirname(path), { throwIfNoEntry: false })?.isFile() === true

function isDiskFull(code: number | string, path: string): boolean {
  if (code !== CODE.io) return code === CODE.full
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize < MIN_FREE_BYTES
  } catch {
    return false
  }
}
