// Finds faults in the lines of a .env file. Node's own reader takes the last of two values, and skips unreadable lines.

/**
 * A sentence for each line that repeats a name or is not NAME=value, with the line number (from 1) but not the value.
 * Lines end as they do for `parseEnv` of node:util.
 */
export function faultsInLines(text: string): string[] {
  const faults: string[] = []
  const seen = new Map<string, number>()
  const lines = text.split('\n').map(line => line.trim())
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '' || line.startsWith('#')) continue
    const equals = line.indexOf('=')
    const name = line
      .slice(0, Math.max(0, equals))
      .replace(/^export /, '')
      .trim()
    const value = line.slice(equals + 1).trimStart()
    const number = at + 1
    // Text that is not a name may be a secret, so it is not repeated.
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name))
      faults.push(`line ${number} is not NAME=value, nor a # comment`)
    else if (seen.has(name))
      faults.push(`line ${number} gives ${name} again, after line ${seen.get(name)}: expected it once`)
    else seen.set(name, number)
    at += continuationLines(value, lines.slice(at + 1))
  }
  return faults
}

/** How many of the following lines belong to the value, up to its closing quotation mark. */
function continuationLines(value: string, following: readonly string[]): number {
  const [quote] = /^["'`]/.exec(value) ?? []
  if (quote === undefined || value.includes(quote, 1)) return 0
  // A quotation mark that is never closed is a character like any other.
  return following.findIndex(line => line.includes(quote)) + 1
}
