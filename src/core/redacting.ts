// Strikes a secret out of texts that a library wrote, before they go anywhere.

import type { Log } from './ports.ts'

/** Replaces the secret in a text, whatever it is part of. */
export const redactor = (secret: string) => (text: string) => text.replaceAll(secret, '<token>')

/** The log, with the secret struck out of every text in the details. */
export function redacting(log: Log, secret: string): Log {
  const redact = redactor(secret)
  return (level, event, details) => {
    const redacted = Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' ? redact(value) : value,
    ])
    log(level, event, Object.fromEntries(redacted))
  }
}
