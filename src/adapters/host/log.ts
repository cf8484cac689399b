// Writes the operator's log, one line per event: JSON for machines, words for a terminal, and secrets in neither.

import pino from 'pino'
import type { Log } from '../../core/ports.ts'

export interface LogParts {
  level: 'error' | 'info' | 'debug'
  output: { write(text: string): unknown; isTTY?: boolean }
  /** Texts that must never be written, wherever they occur in an event. */
  secrets: readonly string[]
}

export function createLog({ level, output, secrets }: LogParts): Log {
  const escaped = secrets.map(secret => JSON.stringify(secret).slice(1, -1))
  const write = (line: string) => {
    const safe = escaped.reduce((text, secret) => text.replaceAll(secret, '<secret>'), line)
    output.write(output.isTTY ? inWords(safe) : safe)
  }
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
    },
    { write },
  )
  return (level, event, details) => logger[level]({ event, ...details })
}

/** `07:00:01 delivery  id=... outcome=sent`; errors and debug lines are marked as such. */
function inWords(line: string): string {
  const { level, time, event, ...details } = JSON.parse(line) as Record<string, unknown>
  const words = Object.entries(details).map(([key, value]) => `${key}=${inLine(value)}`)
  const mark = level === 'info' ? '' : `${level}: `
  return `${String(time).slice(11, 19)} ${mark}${event}${words.length > 0 ? '  ' : ''}${words.join(' ')}\n`
}

/** Texts with spaces are quoted, a stack keeps its lines, and control characters never reach the terminal. */
function inLine(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const isStack = /^[^\p{Cc}]+(\n[^\p{Cc}]*)+$/u.test(value)
  return isStack || /^[^\s"=\p{Cc}]+$/u.test(value) ? value : JSON.stringify(value)
}
