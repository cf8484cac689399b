// Reads YAML against a schema and says for every fault the line on which it stands.
import { type Document, isMap, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** Something wrong in a corpus file; `line` counts from 1. */
export interface Fault {
  path: string
  line: number
  message: string
}

export type YamlResult<T> =
  | { value: T; lineOf: (path: readonly PropertyKey[]) => number }
  | { faults: Fault[] }

/** The value of a YAML text, or every fault in it. `firstLine` is the file's line that `text` starts on. */
export function readYaml<T>(path: string, text: string, schema: z.ZodType<T>, firstLine = 1): YamlResult<T> {
  const counter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'error',
    // A key that is itself a set of fields, and so on, takes minutes to be written as text.
    stringKeys: true,
  })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  if (document.errors.length > 0)
    return {
      faults: document.errors.map(error => ({
        path,
        line: lineAt(error.pos[0]),
        message: `is not YAML: ${error.message}`,
      })),
    }
  const lineOf = (keys: readonly PropertyKey[]) => lineAt(offsetOf(document, keys))
  let data: unknown
  try {
    data = document.toJS()
  } catch (error) {
    // An alias without its anchor, or aliases that multiply, are only found here.
    return { faults: [{ path, line: firstLine, message: `is not YAML: ${(error as Error).message}` }] }
  }
  const result = schema.safeParse(data)
  if (result.success) return { value: result.data, lineOf }
  return { faults: result.error.issues.flatMap(issue => faultsOf(issue, path, data, lineOf)) }
}

/** Whoever has this many fields that are not known has brought another kind of file. */
const mostUnknown = 50

/** `people[2].role`, as a fault names it. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : `${index ? '.' : ''}${String(key)}`))
    .join('')
}

function faultsOf(
  issue: z.core.$ZodIssue,
  path: string,
  data: unknown,
  lineOf: (keys: readonly PropertyKey[]) => number,
): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, mostUnknown).map(key => {
      const keys = [...issue.path, key]
      return { path, line: lineOf(keys), message: `"${fieldName(keys)}" is not a field known here` }
    })
  const name = issue.path.length ? `"${fieldName(issue.path)}"` : 'the file'
  return [
    {
      path,
      line: lineOf(issue.path),
      message: `${name} ${isMissing(data, issue.path) ? 'is missing' : reason(issue)}`,
    },
  ]
}

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message
  const expected: Record<string, string> = {
    array: 'a list',
    object: 'a set of fields',
    boolean: 'true or false',
  }
  const kind = expected[issue.expected]
  return kind ? `is not ${kind}` : issue.message
}

function isMissing(data: unknown, path: readonly PropertyKey[]): boolean {
  let value = data
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key]
  return path.length > 0 && (value === undefined || value === null)
}

/** Where a field stands; for a missing one, where the thing stands that should have it. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true)
    if (isMap(parent)) {
      const pair = parent.items.find(item => String(item.key) === String(keys[length - 1]))
      const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range
      if (range) return range[0]
    }
    const node = document.getIn(keys.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}
