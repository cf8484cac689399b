// Removes a secret from texts that a library wrote, before they go anywhere.

import type { Log } from './ports.ts'

/** Replaces the secret wherever it occurs in a text. */
export const redactor = (secret: string) => (text: string) => text.replaceAll(secret, '<token>')

/** The log, with the secret removed from every text in the details. */
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
