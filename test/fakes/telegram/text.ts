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

interface FormattedText {
  text: string
  entities?: readonly Entity[] | undefined
}

const MAX_ENTITIES = 100
/** Telegram removes these from a text, which would shift every entity after them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for them
const removedCharacters = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]/
/** A text of nothing but invisible characters is empty. */
const invisibleText = /^[\s\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2800\u3164\ufeff\ufffc]*$/
const overlapping = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler']
const quotes = ['blockquote', 'expandable_blockquote']
const verbatim = ['pre', 'code']
const urlForm = /^(https?|tg):\/\/[^\s]+$/i

/** `maxUnits` counts UTF-16 code units, the strictest reading of "characters". `what` names the text in refusals. */
export function checkText({ text, entities }: FormattedText, maxUnits: number, what: string) {
  if (what !== 'message caption' && invisibleText.test(text)) malformed(`${what} is empty`)
  if (text.trim().length > maxUnits) malformed(`${what} is too long`)
  const removed = removedCharacters.exec(text)
  if (removed) {
    const code = removed[0].charCodeAt(0).toString(16)
    malformed(
      `${what} has the control character U+${code.padStart(4, '0')} at UTF-16 offset ${removed.index}`,
    )
  }
  if (entities?.length) checkEntities(text, entities)
}

/** Accepts web addresses and Telegram's own. Refuses a deep link whose payload no client would pass on. */
export function checkUrl(url: string, words: string) {
  if (!urlForm.test(url) || !URL.canParse(url)) malformed(words)
  const { protocol, hostname, searchParams } = new URL(url)
  if (hostname !== 't.me' && protocol !== 'tg:') return
  for (const name of ['start', 'startgroup', 'startchannel', 'startapp']) {
    const payload = searchParams.get(name)
    if (payload && !/^[\w-]{1,64}$/.test(payload)) malformed(`${words}: deep link payload ${payload}`)
  }
}

/** Orders entities along the text, outer ones before those inside them. */
const byPlace = (a: Entity, b: Entity) =>
  a.offset - b.offset ||
  b.length - a.length ||
  Number(quotes.includes(b.type)) - Number(quotes.includes(a.type))

function checkEntities(text: string, entities: readonly Entity[]) {
  if (entities.length > MAX_ENTITIES) malformed(`too many entities: ${entities.length} of ${MAX_ENTITIES}`)
  for (const entity of entities) {
    checkPlace(text, entity)
    checkFields(entity)
  }
  const open: Entity[] = []
  for (const entity of [...entities].sort(byPlace)) {
    while (open.length && end(open.at(-1) as Entity) <= entity.offset) open.pop()
    for (const outer of open) {
      if (end(entity) > end(outer)) refuseEntity(entity, `overlaps ${outer.type} without lying inside it`)
      if (!mayContain(outer.type, entity.type)) refuseEntity(entity, `may not be inside ${outer.type}`)
    }
    open.push(entity)
  }
}

const end = (entity: Entity) => entity.offset + entity.length

function refuseEntity(entity: Entity, words: string): never {
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
  if (splitsCharacter(text, offset)) refuseEntity(entity, 'begins in a middle of a UTF-16 symbol')
  if (splitsCharacter(text, end(entity))) refuseEntity(entity, 'ends in a middle of a UTF-16 symbol')
  if (invisibleText.test(text.slice(offset, end(entity)))) refuseEntity(entity, 'has nothing but space')
}

const splitsCharacter = (text: string, at: number) =>
  at > 0 && at < text.length && (text.codePointAt(at - 1) as number) > 0xffff

/** The fields that only one type of entity has. */
const extraFields: Record<string, readonly [must: (keyof Entity)[], may: (keyof Entity)[]]> = {
  text_link: [['url'], []],
  text_mention: [['user'], []],
  pre: [[], ['language']],
  custom_emoji: [['custom_emoji_id'], []],
  date_time: [['unix_time'], ['date_time_format']],
}

function checkFields(entity: Entity) {
  const [must, may] = extraFields[entity.type] ?? [[], []]
  for (const field of must) if (entity[field] === undefined) refuseEntity(entity, `has no ${field}`)
  for (const field in entity) {
    const known = ['type', 'offset', 'length', ...must, ...may]
    if (!known.includes(field)) refuseEntity(entity, `has a ${field}`)
  }
  if (entity.url !== undefined) checkUrl(entity.url, `entity text_link has the wrong URL ${entity.url}`)
  if (entity.date_time_format !== undefined && !/^(r|w?[dD]?[tT]?)$/.test(entity.date_time_format)) {
    refuseEntity(entity, `has the wrong format ${entity.date_time_format}`)
  }
}

function mayContain(outer: string, inner: string): boolean {
  if (verbatim.includes(outer)) return false
  if (quotes.includes(outer)) return !quotes.includes(inner)
  if (verbatim.includes(inner)) return false
  return overlapping.includes(outer) || overlapping.includes(inner)
}
