// What a command is: a name, typed options, and an answer. Every platform derives its native form from this.
import type { Temporal } from 'temporal-polyfill'
import type { Corpus } from '../corpus/model.ts'
import type { Store } from '../delivery/ledger.ts'
import type { Language } from '../languages/language.ts'
import type { Phrases } from '../languages/phrases.ts'
import type { Message } from '../message/message.ts'
import type { Paint } from '../picture/painting.ts'
import type { Address, Caller, Meter } from '../ports.ts'
import type { SearchIndex } from '../search/index/search-index.ts'

/** What a command may look at while it answers. */
export interface Context {
  corpus: Corpus
  index: SearchIndex
  store: Store
  caller: Caller
  now: Temporal.Instant
  language: Language
  say: Phrases
  newId(): string
  /** Draws a picture; undefined where there is nobody to draw. */
  paint: Paint | undefined
  meter: Meter
  /** The same, in another language. */
  speak(language: Language): Promise<Context>
  /** Whether a chat takes posts now; undefined where its platform has no way to ask. */
  check(chat: Address): Promise<boolean | undefined>
}

/** A value offered while an option is typed. */
export interface Completion {
  value: string
  label: string
}

type Complete = (typed: string, context: Context) => Completion[]

interface Common {
  complete?: Complete
  /** For buttons to fill in: nobody is told of it, though who types it is understood. */
  isHidden?: true
}
/** Takes the words of a typed line that no other option claims. */
export interface TextOption extends Common {
  type: 'text'
}
/** A word that looks like an hour (`time`) or a zone (`zone`) is claimed wherever it stands in a typed line. */
export interface ShapedOption extends Common {
  type: 'time' | 'zone'
}
export interface IntegerOption extends Common {
  type: 'integer'
}
/** Claimed from a typed line where it is the last word. */
export interface ChoiceOption<V extends string = string> extends Common {
  type: 'choice'
  values: readonly V[]
}
export type Option = TextOption | ShapedOption | IntegerOption | ChoiceOption

export const text = (more: Common = {}): TextOption => ({ type: 'text', ...more })
export const hour = (more: Common = {}): ShapedOption => ({ type: 'time', ...more })
export const zone = (more: Common = {}): ShapedOption => ({ type: 'zone', ...more })
export const integer = (more: Common = {}): IntegerOption => ({ type: 'integer', ...more })
export const oneOf = <V extends string>(values: readonly V[], more: Common = {}): ChoiceOption<V> => ({
  type: 'choice',
  values,
  ...more,
})

export type ValueOf<O extends Option> = O extends IntegerOption
  ? number
  : O extends ChoiceOption<infer V>
    ? V
    : string
export type Values<O extends Record<string, Option>> = { [K in keyof O]?: ValueOf<O[K]> }

export interface Command {
  name: string
  options: Record<string, Option>
  /** What may be typed after the name, from the archive at hand; undefined where it has nothing to name. */
  example?(context: Context): string | undefined
  /** Changes what the chat is subscribed to. */
  adminsOnly: boolean
  /** Its answers are of use to who asked, and would only be in the way of others. */
  isPrivate: boolean
  run(values: Record<string, string | number | undefined>, context: Context): Message | Promise<Message>
}

/** Defines a command; `run` gets its options already read, and answers a missing one with choices. */
export function command<O extends Record<string, Option>>(definition: {
  name: string
  options: O
  example?(context: Context): string | undefined
  adminsOnly?: boolean
  isPrivate?: boolean
  run(values: Values<O>, context: Context): Message | Promise<Message>
}): Command {
  const { adminsOnly = false, isPrivate = false, run, ...rest } = definition
  return { ...rest, adminsOnly, isPrivate, run: (values, context) => run(values as Values<O>, context) }
}
