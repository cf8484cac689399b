// Reads the text of a .env file. We read it ourselves: Node's reader cuts an unquoted value at any #, takes the last of
// two values, and skips lines that it cannot read.

export interface EnvFile {
  values: Record<string, string>
  /** A sentence for each line that cannot be read. They have line numbers, from 1, but no values, which may be secret. */
  faults: string[]
  /** The same for each line that was read, but perhaps not as it was meant. */
  warnings: string[]
}

/** Text that is not a name may be a secret, so it is not repeated. */
const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/

/**
 * Lines of `NAME=value`, with spaces around each and `export` before it if need be. An unquoted value ends with its
 * line, or at a # after a space, where a comment begins. Between quotation marks ("', or backticks) every character is
 * as written, and so is a line break.
 */
export function parseEnvFile(text: string): EnvFile {
  const file: EnvFile = { values: {}, faults: [], warnings: [] }
  const seen = new Map<string, number>()
  // Some editors begin a file with a byte order mark, which would become part of the first name.
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim()
    const number = at + 1
    if (line === '' || line.startsWith('#')) continue
    const equals = line.indexOf('=')
    const name = line
      .slice(0, Math.max(equals, 0))
      .replace(/^export\s+/, '')
      .trim()
    const written = line.slice(equals + 1)
    if (!NAME.test(name)) {
      file.faults.push(`line ${number} is not NAME=value, nor a # comment`)
      continue
    }
    const isQuoted = /^\s*["'`]/.test(written)
    const value = isQuoted ? quotedValue(written, lines.slice(at + 1)) : unquotedValue(written)
    if (seen.has(name))
      file.faults.push(`line ${number} gives ${name} again, after line ${seen.get(name)}: expected it once`)
    else seen.set(name, number)
    if ('fault' in value) {
      file.faults.push(`line ${number}: ${value.fault(name)}`)
      continue
    }
    if (value.warning) file.warnings.push(`line ${number}: ${value.warning(name)}`)
    file.values[name] ??= value.text
    at += value.moreLines ?? 0
  }
  return file
}

type Sentence = (name: string) => string
type Value = { text: string; moreLines?: number; warning?: Sentence } | { fault: Sentence }

function unquotedValue(written: string): Value {
  const hash = written.search(/\s#/)
  if (hash < 0) return { text: written.trim() }
  // Most people put a space after the # of a comment, so without one it may be part of a name.
  const isDoubtful = /^[^\s#]/.test(written.slice(hash + 2))
  return { text: written.slice(0, hash).trim(), ...(isDoubtful && { warning: cutAtHash }) }
}

function quotedValue(written: string, following: readonly string[]): Value {
  const value = written.trimStart()
  const quote = value.charAt(0)
  const rest = [value.slice(1), ...following]
  const last = rest.findIndex(line => line.includes(quote))
  if (last < 0) return { fault: notClosed }
  const lastLine = rest[last] ?? ''
  const end = lastLine.indexOf(quote)
  if (!/^(\s*|\s+#.*)$/.test(lastLine.slice(end + 1))) return { fault: textAfterQuote }
  return { text: [...rest.slice(0, last), lastLine.slice(0, end)].join('\n'), moreLines: last }
}

const cutAtHash: Sentence = name =>
  `the value of ${name} ends before " #", where a comment begins. If the # belongs to it, put the value in quotation marks`
const notClosed: Sentence = name =>
  `the quotation mark at the start of ${name} is never closed: close it, or put the value in marks of another kind`
const textAfterQuote: Sentence = name =>
  `${name} goes on after its closing quotation mark: expected the end of the line, or a space and a # comment`

/** Says why the value of a variable is suspicious, wherever it comes from; undefined if it is not. */
export function suspicionOf(value: string): string | undefined {
  if (/^(["'`]).*\1$|^[“”„‘’«].*[“”‘’»]$/su.test(value))
    return 'has quotation marks that are part of the value'
  if (/[\r\n]/.test(value.trim())) return 'has several lines'
  if (value !== value.trim()) return 'begins or ends with a space or a line break, which is part of the value'
  if (value.startsWith('#')) return 'begins with #, which is part of the value'
  if (/^~(\/|$)/.test(value)) return 'begins with ~, which only a shell expands: write the whole path'
  if (/^\$(\w|\{)/.test(value)) return 'begins with $, which only a shell expands: write the value itself'
  return undefined
}
