// Writes log lines to stderr, and goes on without them while that is not possible: posts matter more than the log.

import { writeSync } from 'node:fs'
import type { LogParts } from './log.ts'

const STDOUT = 1
const STDERR = 2

/** Says once on stdout that the log cannot be written, because its disk is full or its reader is gone. */
export function createLogOutput(): LogParts['output'] {
  let isBroken = false
  process.stderr.on('error', ({ message }) => {
    if (!isBroken)
      tryToWrite(STDOUT, `The log cannot be written (${message}). The bot goes on without it until it can.\n`)
    isBroken = true
  })
  return {
    isTTY: process.stderr.isTTY,
    // Node's stream takes nothing more after an error, but the disk may have room again.
    write: text => (isBroken ? tryToWrite(STDERR, text) : process.stderr.write(text)),
  }
}

function tryToWrite(file: number, text: string): void {
  try {
    writeSync(file, text)
  } catch {
    // There is nowhere left to say so.
  }
}
