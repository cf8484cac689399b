// Checks the body and the query of each route against the digest of Discord's OpenAPI file.

import { readFileSync } from 'node:fs'
import type { Digest, Schema } from '../../fixtures/digest-discord.ts'
import { type Check, compiler, type Fault } from './schema.ts'

const { routes, schemas } = JSON.parse(
  readFileSync(new URL('../../fixtures/discord-api.json', import.meta.url), 'utf8'),
) as Digest

// The documentation is right about these, the file is not.
for (const name of ['MessageCreateRequest', 'MessageEditRequestPartial', 'BaseCreateMessageCreateRequest']) {
  property(name, 'content').maxLength = 2000
}
// Bit sets are sent as strings, because they outgrow a number. The file says integer.
Object.assign(property('ApplicationCommandUpdateRequest', 'default_member_permissions'), {
  type: ['string', 'null'],
  pattern: '^\\d+$',
})
// Fields that the documentation has or discord.js always sends, and the file leaves out.
Object.assign(schemas.ApplicationCommandUpdateRequest?.properties ?? {}, {
  nsfw: { type: ['boolean', 'null'] },
})
Object.assign(schemas.CreateTextThreadWithMessageRequest?.properties ?? {}, {
  type: { values: [10, 11, 12] },
})

const compile = compiler(schemas)
const bodies = new Map<string, Check>()
const queries = new Map<string, Check>()
for (const [route, { body, query }] of Object.entries(routes)) {
  if (body) bodies.set(route, compile(body))
  queries.set(route, compile({ type: ['object'], properties: query }))
}

/** The faults that the schemas find in a request. */
export function faultsOf(route: string, body: unknown, query: URLSearchParams): Fault[] {
  const faults: Fault[] = []
  const check = bodies.get(route)
  if (check) check(body, [], faults)
  else if (body !== undefined) faults.push({ path: [], code: 'NO_BODY', message: 'This route takes no body' })
  if (query.size > 0) queries.get(route)?.(typed(query), [], faults)
  return faults
}

/** Reads numbers and booleans from the texts of a query, but leaves snowflakes alone. */
function typed(query: URLSearchParams): Record<string, unknown> {
  const read = (text: string) => {
    if (text === 'true' || text === 'false') return text === 'true'
    return /^\d{1,9}$/.test(text) ? Number(text) : text
  }
  return Object.fromEntries([...query].map(([name, value]) => [name, read(value)]))
}

function property(schema: string, name: string): Schema {
  const found = schemas[schema]?.properties?.[name]
  if (!found) throw new Error(`The digest has no ${schema}.${name}.`)
  return found
}
