// Checks a text and the entities over it as Telegram does.

import { malformed } from './refusal.ts'

export interface Entity {
  type: string
  /** UTF-16 code units. */
  offset: number
  length: number
  url?: string
  user?: unknown
  language?: string
  custom_emoji_id?: string
  unix_time?: number
  date_time_format?: string
}

const mostEntities = 100
/** Telegram drops these from a text, which would move what lies behind them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const dropped = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]/
/** Letters that show nothing: a text of nothing else is empty. */
const invisible = /^[\s\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2800\u3164\ufeff\ufffc]*$/
const overlapping = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler']
const quotes = ['blockquote', 'expandable_blockquote']
const verbatim = ['pre', 'code']
const schemes = /^(https?|tg):\/\/[^\s]+$/i

/** @param most UTF-16 code units, the strictest reading of "characters" */
export function checkText(text: string, entities: readonly Entity[] | undefined, most: number, what: string) {
  if (what !== 'message caption' && invisible.test(text)) malformed(`${what} is empty`)
  if (text.trim().length > most) malformed(`${what} is too long`)
  const found = dropped.exec(text)
  if (found) {
    const code = found[0].charCodeAt(0).toString(16)
    malformed(`${what} has the control character U+${code.padStart(4, '0')} at UTF-16 offset ${found.index}`)
  }
  if (entities?.length) checkEntities(text, entities)
}

/** Web addresses and Telegram's own. A deep link with a payload that no client passes on is refused, too. */
export function checkUrl(url: string, words: string) {
  if (!schemes.test(url) || !URL.canParse(url)) malformed(words)
  const { protocol, hostname, searchParams } = new URL(url)
  if (hostname !== 't.me' && protocol !== 'tg:') return
  for (const name of ['start', 'startgroup', 'startchannel', 'startapp']) {
    const payload = searchParams.get(name)
    if (payload && !/^[\w-]{1,64}$/.test(payload)) malformed(`${words}: deep link payload ${payload}`)
  }
}

/** One after the other along the text, outer ones before those that they hold. */
const order = (a: Entity, b: Entity) =>
  a.offset - b.offset ||
  b.length - a.length ||
  Number(quotes.includes(b.type)) - Number(quotes.includes(a.type))

function checkEntities(text: string, entities: readonly Entity[]) {
  if (entities.length > mostEntities) malformed(`too many entities: ${entities.length} of ${mostEntities}`)
  for (const entity of entities) {
    checkPlace(text, entity)
    checkKind(entity)
  }
  const open: Entity[] = []
  for (const entity of [...entities].sort(order)) {
    while (open.length && end(open.at(-1) as Entity) <= entity.offset) open.pop()
    for (const outer of open) {
      if (end(entity) > end(outer)) wrong(entity, `overlaps ${outer.type} without lying inside it`)
      if (!mayHold(outer.type, entity.type)) wrong(entity, `may not be inside ${outer.type}`)
    }
    open.push(entity)
  }
}

const end = (entity: Entity) => entity.offset + entity.length

function wrong(entity: Entity, words: string): never {
  malformed(`entity ${entity.type} at UTF-16 offset ${entity.offset} ${words}`)
}

function checkPlace(text: string, entity: Entity) {
  const { offset, length } = entity
  if (offset < 0) malformed(`receive an entity with incorrect offset ${offset}`)
  if (length <= 0) malformed(`receive an entity with incorrect length ${length}`)
  if (end(entity) > text.length) {
    malformed(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end(entity)}`,
    )
  }
  if (insideSymbol(text, offset)) wrong(entity, 'begins in a middle of a UTF-16 symbol')
  if (insideSymbol(text, end(entity))) wrong(entity, 'ends in a middle of a UTF-16 symbol')
  if (invisible.test(text.slice(offset, end(entity)))) wrong(entity, 'has nothing but space')
}

const insideSymbol = (text: string, at: number) =>
  at > 0 && at < text.length && (text.codePointAt(at - 1) as number) > 0xffff

/** The fields that one kind of entity has; on another kind they say nothing. */
const fieldsOf: Record<string, readonly [must: (keyof Entity)[], may: (keyof Entity)[]]> = {
  text_link: [['url'], []],
  text_mention: [['user'], []],
  pre: [[], ['language']],
  custom_emoji: [['custom_emoji_id'], []],
  date_time: [['unix_time'], ['date_time_format']],
}

function checkKind(entity: Entity) {
  const [must, may] = fieldsOf[entity.type] ?? [[], []]
  for (const field of must) if (entity[field] === undefined) wrong(entity, `has no ${field}`)
  for (const field in entity) {
    const known = ['type', 'offset', 'length', ...must, ...may]
    if (!known.includes(field)) wrong(entity, `has a ${field}`)
  }
  if (entity.url !== undefined) checkUrl(entity.url, `entity text_link has the wrong URL ${entity.url}`)
  if (entity.date_time_format !== undefined && !/^(r|w?[dD]?[tT]?)$/.test(entity.date_time_format)) {
    wrong(entity, `has the wrong format ${entity.date_time_format}`)
  }
}

function mayHold(outer: string, inner: string): boolean {
  if (verbatim.includes(outer)) return false
  if (quotes.includes(outer)) return !quotes.includes(inner)
  if (verbatim.includes(inner)) return false
  return overlapping.includes(outer) || overlapping.includes(inner)
}
