// Secrets that a library put into its words: struck out before the words go anywhere.
import type { Log } from './ports.ts'

/** The text without the secret, whatever it is part of. */
export const redactor = (secret: string) => (text: string) => text.replaceAll(secret, '<token>')

/** The log, with the secret struck out of every text that it is told. */
export function redacting(log: Log, secret: string): Log {
  const redact = redactor(secret)
  return (level, event, details) => {
    const told = Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' ? redact(value) : value,
    ])
    log(level, event, Object.fromEntries(told))
  }
}
