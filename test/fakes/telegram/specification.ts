// Compiles the specification of the Bot API into functions that check requests against it.

import { readFileSync } from 'node:fs'
import { type Digest, digestFile, type Fields } from '../../fixtures/digest-telegram.ts'
import { type Rule, rulesOf } from './limits.ts'
import { malformed } from './refusal.ts'

export type Parameters = Record<string, unknown>
/** The names of the file parts of a multipart body. */
export type Files = ReadonlySet<string>

/** Throws a Refusal with the path of the wrong field. */
type FieldCheck = (value: unknown, path: string, files: Files) => void

export interface Specification {
  knows(method: string): boolean
  check(method: string, parameters: Parameters, files: Files): void
  /** Reads the fields of a multipart body, which are all text, as the types of the method. */
  read(method: string, fields: Record<string, string>): Parameters
}

/** Read and compiled once, because many tests start a fake. */
const digest: Digest = JSON.parse(readFileSync(digestFile, 'utf8'))
let compiled: Specification | undefined

/** The specification of the digest, with fields of a later Bot API (see `compile`). */
export function specificationWith(newer: readonly string[]): Specification {
  if (newer.length > 0) return compile(digest, newer)
  compiled ??= compile(digest)
  return compiled
}

/** `newer` lists fields of a later Bot API as "method.field" or "Type.field", which are accepted with any value. */
function compile({ methods, types }: Digest, newer: readonly string[] = []): Specification {
  const shapes = new Map<string, Shape>()
  const families = new Map<string, FieldCheck>()

  const shapeOf = (name: string, fields: Fields): Shape => {
    const known = shapes.get(name)
    if (known) return known
    const shape: Shape = { name, fields: new Map(), required: [], constant: undefined, rule: undefined }
    // Stored before its fields are compiled, because types may contain one another.
    shapes.set(name, shape)
    for (const [key, line] of Object.entries(fields)) {
      const field = key.replace(/!$/, '')
      if (key.endsWith('!')) shape.required.push(field)
      if (field === 'type') shape.constant = /; one of (\w+)$/.exec(line)?.[1]
      shape.fields.set(field, fieldCheck(field, line))
    }
    for (const field of newer) {
      if (field.startsWith(`${name}.`)) shape.fields.set(field.slice(name.length + 1), () => {})
    }
    shape.rule = rulesOf(name, shape.fields)
    return shape
  }

  const fieldCheck = (field: string, line: string): FieldCheck => {
    const [names = '', limit = ''] = line.split('; ')
    const check = typeCheck(names.split(' | '))
    const limited = limit ? limitCheck(field, limit) : undefined
    if (!limited) return check
    return (value, path, files) => {
      check(value, path, files)
      limited(value, path, files)
    }
  }

  const typeCheck = (names: string[]): FieldCheck => {
    const scalars = names.filter(name => name in scalarChecks)
    const arrays = names.filter(name => name.startsWith('Array of '))
    const objects = names.filter(name => !scalars.includes(name) && !arrays.includes(name))
    const ofItem = arrays.length ? typeCheck(arrays.map(name => name.slice('Array of '.length))) : undefined
    const ofObject = objects.length ? familyCheck(objects) : undefined
    const expected = names.join(' or ')
    return (value, path, files) => {
      if (ofItem && Array.isArray(value)) {
        for (let at = 0; at < value.length; at++) ofItem(value[at], `${path}[${at}]`, files)
        return
      }
      if (ofObject && isObject(value)) return ofObject(value, path, files)
      for (const name of scalars) if (scalarChecks[name]?.(value, files)) return checkWellFormed(value)
      malformed(`field "${path}" must be of type ${expected}`)
    }
  }

  const familyCheck = (names: string[]): FieldCheck => {
    const key = names.join(' | ')
    const known = families.get(key)
    if (known) return known
    let members: Shape[] | undefined
    const check: FieldCheck = (value, path, files) => {
      members ??= names.flatMap(shapesUnder).sort((a, b) => b.required.length - a.required.length)
      const object = value as Parameters
      const typed = members.filter(member => !member.constant || member.constant === object.type)
      const match = typed.find(member => member.required.every(field => field in object)) ?? typed[0]
      if (!match) malformed(`field "${path}.type" has the unknown value ${JSON.stringify(object.type)}`)
      checkShape(match, object, { path, files })
    }
    families.set(key, check)
    return check
  }

  const shapesUnder = (name: string): Shape[] => {
    const type = types[name]
    if (type === undefined) throw new Error(`the specification has no type ${name}`)
    return typeof type === 'string' ? type.split(' | ').flatMap(shapesUnder) : [shapeOf(name, type)]
  }

  const methodShapes = new Map(Object.entries(methods).map(([name, fields]) => [name, shapeOf(name, fields)]))
  return {
    knows: method => methodShapes.has(method),
    check: (method, parameters, files) =>
      checkShape(methodShapes.get(method) as Shape, parameters, { path: '', files }),
    read(method, fields) {
      const texts = Object.entries(methods[method] ?? {}).filter(([, line]) =>
        /\bString\b|InputFile/.test(line),
      )
      const isText = new Set(
        texts.filter(([, line]) => !line.startsWith('Array')).map(([key]) => key.replace('!', '')),
      )
      return Object.fromEntries(
        Object.entries(fields).map(([key, text]) => [
          key,
          isText.has(key) ? chatOrText(key, text) : parseJson(text, key),
        ]),
      )
    },
  }
}

interface Shape {
  name: string
  fields: Map<string, FieldCheck>
  required: string[]
  /** The only value that its `type` may have. */
  constant: string | undefined
  rule: Rule | undefined
}

function checkShape(shape: Shape, object: Parameters, { path, files }: { path: string; files: Files }) {
  for (const field of shape.required) {
    if (!(field in object)) malformed(`field "${path ? `${path}.` : ''}${field}" is required`)
  }
  for (const field in object) {
    const check = shape.fields.get(field)
    const at = path ? `${path}.${field}` : field
    if (!check) malformed(`field "${at}" is unknown to ${shape.name}`)
    check(object[field], at, files)
  }
  shape.rule?.(object, path)
}

const isObject = (value: unknown): value is Parameters =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const scalarChecks: Record<string, (value: unknown, files: Files) => boolean> = {
  String: value => typeof value === 'string',
  Integer: value => Number.isSafeInteger(value),
  Float: value => Number.isFinite(value),
  Boolean: value => typeof value === 'boolean',
  InputFile: (value, files) => typeof value === 'string' && files.has(value.replace('attach://', '')),
}

function checkWellFormed(value: unknown) {
  if (typeof value === 'string' && !value.isWellFormed()) malformed('strings must be encoded in UTF-8')
}

/** Checks what follows the semicolon in a field's line. Message texts have limits and error texts of their own. */
function limitCheck(field: string, limit: string): FieldCheck | undefined {
  if (limit.startsWith('one of ')) {
    const choices = new Set(limit.slice('one of '.length).split(', '))
    return (value, path) => {
      if (!choices.has(value as string)) malformed(`field "${path}" must be ${limit}`)
    }
  }
  const [, min, max, unit] = /^(\d+)-(\d+) ?(\w*)$/.exec(limit) ?? []
  if (/text|caption|quote/.test(field) && Number(max) >= 1024) return undefined
  const measure = (value: unknown) =>
    typeof value !== 'string' ? Number(value) : unit === 'bytes' ? Buffer.byteLength(value) : value.length
  return (value, path) => {
    const size = measure(value)
    if (size < Number(min) || size > Number(max))
      malformed(`field "${path}" must be ${limit}, but has ${size}`)
  }
}

const chatOrText = (key: string, text: string) =>
  /chat_id$/.test(key) && /^-?\d+$/.test(text) ? Number(text) : text

function parseJson(text: string, key: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    malformed(`can't parse ${key}: it is not JSON`)
  }
}
