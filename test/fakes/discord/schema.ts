// Checks a value against the reduced schemas of the digest, and reports faults in Discord's own words.

import type { Schema } from '../../fixtures/digest-discord.ts'

export type Path = readonly (string | number)[]
export interface Fault {
  path: Path
  code: string
  message: string
}
/** Adds the faults of a value. */
export type Check = (value: unknown, path: Path, faults: Fault[]) => void

const BAD_TYPE = 'BASE_TYPE_BAD'

/** Compiles a schema. Named schemas refer to each other, so each is compiled at its first use. */
export function compiler(schemas: Record<string, Schema>): (schema: Schema) => Check {
  const named = new Map<string, Check>()

  function byName(name: string): Check {
    return (value, path, faults) => {
      let check = named.get(name)
      if (!check) {
        const schema = schemas[name]
        if (!schema) throw new Error(`The digest has no schema ${name}.`)
        check = compile(schema)
        named.set(name, check)
      }
      check(value, path, faults)
    }
  }

  function compile(schema: Schema): Check {
    if (schema.ref) return byName(schema.ref)
    if (schema.values) return oneOf(schema.values)
    if (schema.anyOf) return union(schema.anyOf)
    const checks: Partial<Record<string, Check>> = {
      string: string(schema),
      integer: number(schema, true),
      number: number(schema, false),
      boolean: () => {},
      array: array(schema),
      object: object(schema),
      null: () => {},
    }
    const types = schema.type ?? []
    return (value, path, faults) => {
      const type = typeOf(value)
      const found = types.find(each => each === type || (each === 'number' && type === 'integer'))
      if (!found) {
        faults.push({ path, code: BAD_TYPE, message: `Must be ${types.join(' or ')}, not ${type}.` })
      } else checks[found]?.(value, path, faults)
    }
  }

  /** If every member has its own `type`, the type of the value selects the member. Otherwise the best match does. */
  function union(members: Schema[]): Check {
    const solid = members.filter(each => each.type?.[0] !== 'null')
    const takesNull = solid.length < members.length
    const byType = new Map<unknown, Check>()
    let distinct = true
    for (const member of solid) {
      const types = resolve(member).properties?.type?.values
      if (!types || types.some(type => byType.has(type))) distinct = false
      for (const type of types ?? []) byType.set(type, compile(member))
    }
    const checks = solid.map(compile)
    return (value, path, faults) => {
      if (value === null && takesNull) return
      if (distinct && typeOf(value) === 'object') {
        const { type } = value as { type?: unknown }
        const check = byType.get(type)
        if (check) return check(value, path, faults)
        const message = `Value of field "type" must be one of (${[...byType.keys()].join(', ')}).`
        return void faults.push({ path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message })
      }
      let best: Fault[] | undefined
      // A fault inside the right type is a better match than a wrong type.
      const isOther = (fault: Fault) => fault.path === path && fault.code === BAD_TYPE
      const rank = (own: Fault[]) => own.length + (own.some(isOther) ? 1000 : 0)
      for (const check of checks) {
        const own: Fault[] = []
        check(value, path, own)
        if (own.length === 0) return
        if (!best || rank(own) < rank(best)) best = own
      }
      faults.push(...(best ?? []))
    }
  }

  function resolve(schema: Schema): Schema {
    return schema.ref ? resolve(schemas[schema.ref] ?? {}) : schema
  }

  function array({ items, minItems = 0, maxItems = Infinity, uniqueItems }: Schema): Check {
    const checkItem = items && compile(items)
    return (value, path, faults) => {
      const list = value as unknown[]
      checkLength({ length: list.length, min: minItems, max: maxItems }, path, faults)
      if (uniqueItems && new Set(list).size < list.length) {
        faults.push({
          path,
          code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
          message: 'The set already contains this value',
        })
      }
      list.forEach((each, at) => void checkItem?.(each, [...path, at], faults))
    }
  }

  function object({ properties = {}, required = [], additionalProperties, maxProperties }: Schema): Check {
    const known = new Map(Object.entries(properties).map(([name, schema]) => [name, compile(schema)]))
    const others = additionalProperties && compile(additionalProperties)
    return (value, path, faults) => {
      const entries = Object.entries(value as object)
      if (maxProperties !== undefined)
        checkLength({ length: entries.length, min: 0, max: maxProperties }, path, faults)
      for (const name of required) {
        if (!(name in (value as object))) {
          faults.push({
            path: [...path, name],
            code: 'BASE_TYPE_REQUIRED',
            message: 'This field is required',
          })
        }
      }
      for (const [name, each] of entries) {
        const check = known.get(name) ?? others
        if (check) check(each, [...path, name], faults)
        // Discord ignores unknown fields. Here a field without effect is a mistake, unless it is false or null:
        // discord.js puts `enforce_nonce: false` into every message.
        else if (each !== false && each !== null) {
          faults.push({ path: [...path, name], code: 'UNKNOWN_FIELD', message: 'No such field' })
        }
      }
    }
  }

  return compile
}

function oneOf(values: (string | number)[]): Check {
  const allowed = new Set<unknown>(values)
  const message = `Value must be one of {${values.map(value => JSON.stringify(value)).join(', ')}}.`
  return (value, path, faults) => {
    if (!allowed.has(value)) faults.push({ path, code: 'BASE_TYPE_CHOICES', message })
  }
}

function string({ minLength = 0, maxLength = Infinity, pattern, format }: Schema): Check {
  const shape = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  return (value, path, faults) => {
    const text = value as string
    // In UTF-16 units, which is the strictest count: a text that fits here fits in whatever units Discord counts.
    checkLength({ length: text.length, min: minLength, max: maxLength }, path, faults)
    if (!text.isWellFormed()) {
      faults.push({ path, code: 'STRING_TYPE_CONVERT', message: 'Half of a surrogate pair' })
    }
    if (shape && !shape.test(text)) {
      faults.push({ path, code: 'STRING_TYPE_REGEX', message: `Must match ${pattern}.` })
    }
    if (format === 'uri' && !/^(https?|attachment|discord):\/\/[^\s]+$/.test(text)) {
      faults.push({ path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' })
    }
    if (format === 'date-time' && Number.isNaN(Date.parse(text))) {
      faults.push({ path, code: 'DATE_TIME_TYPE_PARSE', message: 'Not a time in ISO8601.' })
    }
  }
}

function number({ minimum = -Infinity, maximum = Infinity }: Schema, whole: boolean): Check {
  return (value, path, faults) => {
    const figure = value as number
    if (figure < minimum || figure > maximum) {
      faults.push({ path, code: 'NUMBER_TYPE_RANGE', message: `Must be between ${minimum} and ${maximum}.` })
    }
    if (whole && !Number.isInteger(figure)) {
      faults.push({ path, code: 'NUMBER_TYPE_COERCE', message: 'Must be a whole number.' })
    }
  }
}

function checkLength(
  { length, min, max }: { length: number; min: number; max: number },
  path: Path,
  faults: Fault[],
): void {
  if (length >= min && length <= max) return
  faults.push(
    length > max && min === 0
      ? { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer in length.` }
      : { path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${min} and ${max} in length.` },
  )
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (Number.isInteger(value)) return 'integer'
  return typeof value
}
