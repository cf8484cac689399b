// Reads YAML against a schema, and finds the line of every fault.

import { type Document, isMap, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Fault, faultAt, type Located } from './fault.ts'

/** A YAML text and the line of its file on which it starts. */
export interface YamlText {
  path: string
  text: string
  firstLine: number
}

/** The value of the text, or every fault in it. */
export function readYaml<T>(
  { path, text, firstLine }: YamlText,
  schema: z.ZodType<T>,
): Located<T> | { faults: Fault[] } {
  const counter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'error',
    // A key that is itself a set of fields, nested deeply, takes minutes to turn into text.
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
    // An alias without its anchor, or aliases that multiply, show up only here.
    return { faults: [{ path, line: firstLine, message: `is not YAML: ${(error as Error).message}` }] }
  }
  const result = schema.safeParse(data)
  if (result.success) return { path, value: result.data, field: [], lineOf }
  return {
    faults: result.error.issues.flatMap(issue => faultsOf(issue, { path, value: data, field: [], lineOf })),
  }
}

/** A file with this many unknown fields is not a corpus file at all. */
const MAX_UNKNOWN_FIELDS = 50

function faultsOf(issue: z.core.$ZodIssue, file: Located<unknown>): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MAX_UNKNOWN_FIELDS)
      .map(key => faultAt(file, [...issue.path, key], 'is not a known field'))
  const message = isMissing(file.value, issue.path) ? 'is missing' : reason(issue)
  return issue.path.length > 0
    ? [faultAt(file, issue.path, message)]
    : [{ path: file.path, line: file.lineOf([]), message: `the file ${message}` }]
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

/** The start of a field; for a missing field, the start of the value that should have it. */
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
