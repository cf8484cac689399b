// What is wrong with the lines of a .env file, where Node's own reader takes the last of two and skips what it cannot read.

/**
 * A sentence for each line that gives a name again or is no NAME=value, with its number from 1; nothing of a value is in
 * it. Lines are told apart as `parseEnv` of node:util does.
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
    // What is no name is not repeated: it may be a secret.
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name))
      faults.push(`line ${number} is not NAME=value, nor a # comment`)
    else if (seen.has(name))
      faults.push(`line ${number} gives ${name} again, after line ${seen.get(name)}: expected it once`)
    else seen.set(name, number)
    at += linesMore(value, lines.slice(at + 1))
  }
  return faults
}

/** How many of the lines that follow belong to the value: those up to the quotation mark that ends it. */
function linesMore(value: string, following: readonly string[]): number {
  const [quote] = /^["'`]/.exec(value) ?? []
  if (quote === undefined || value.includes(quote, 1)) return 0
  // One that nothing ends is a character like any other.
  return following.findIndex(line => line.includes(quote)) + 1
}
