// Describes what is wrong in a corpus file, and where.

/** A fault in a corpus file; `line` counts from 1. */
export interface Fault {
  path: string
  line: number
  message: string
}

/** A value of a corpus file, and its place in the file. */
export interface Located<T> {
  path: string
  value: T
  /** The keys that lead to the value; empty for the whole file. */
  field: readonly PropertyKey[]
  /** The line of a field of the file. */
  lineOf(field: readonly PropertyKey[]): number
}

/** A fault of the field that `keys` lead to, starting from the value: `"people[2].role" ...`. */
export function faultAt(
  { path, field, lineOf }: Located<unknown>,
  keys: readonly PropertyKey[],
  message: string,
) {
  const whole = [...field, ...keys]
  return { path, line: lineOf(whole), message: `"${fieldName(whole)}" ${message}` }
}

/** One field of a value, with its place in the file. */
export const fieldOf = <T extends object, K extends keyof T>(located: Located<T>, key: K): Located<T[K]> => ({
  ...located,
  value: located.value[key],
  field: [...located.field, key],
})

/** Writes `people[2].role`, as a fault names it. */
export function fieldName(keys: readonly PropertyKey[]): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : `${index ? '.' : ''}${String(key)}`))
    .join('')
}

/** Writes `path:line message`, as a curator reads it. */
export const describeFault = ({ path, line, message }: Fault) => `${path}:${line} ${message}`

/** By path and line, without duplicates: a tag that opens and closes on one line is one fault to its author. */
export function sortedFaults(faults: readonly Fault[]): Fault[] {
  const sorted = faults.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line))
  return sorted.filter((fault, index) => {
    const before = sorted[index - 1]
    return before === undefined || describeFault(fault) !== describeFault(before)
  })
}
