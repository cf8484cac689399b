// Defines a command: its name, typed options, traits, and answer. Platforms derive their native form from this.

import type { Temporal } from 'temporal-polyfill'
import type { Store } from '../delivery/store.ts'
import type { Language } from '../languages/language.ts'
import type { Phrases } from '../languages/phrases.ts'
import type { Message } from '../message/message.ts'
import type { Paint } from '../picture/painting.ts'
import type { Address, Caller, Meter, Place, Readiness } from '../ports.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import type { LanguageView } from '../wording/language-view.ts'

/** Everything a command may use while it answers. */
export interface Context extends LanguageView {
  index: SearchIndex
  store: Store
  caller: Caller
  now: Temporal.Instant
  newId(): string
  /** A number from 0 up to, but not including, 1. */
  random(): number
  /** Draws a picture; undefined if nothing can draw. */
  paint: Paint | undefined
  meter: Meter
  /** The same context in another language. */
  speak(language: Language): Promise<Context>
  /** The other place that the call is about, if it is not the one the caller is in. */
  place: Place | undefined
  /** Whether a chat takes posts now; undefined if its platform cannot tell. */
  check(chat: Address): Promise<Readiness | undefined>
  /** Whether the caller is an admin of another chat, as its platform says. */
  isAdminOf(chat: Address): Promise<boolean>
}

/** A value offered while an option is typed. */
export interface Completion {
  value: string
  label: string
}

type Complete = (typed: string, context: Context) => Completion[] | Promise<Completion[]>

interface OptionTraits {
  complete?: Complete
  /** For buttons to fill in. Help and menus leave it out, but it is understood when typed. */
  isHidden?: true
  /** A call with this option changes something, so no platform runs it again just to show its answer to others. */
  isChange?: true
  /** The answer to a call with this option concerns the asker alone, so it is never offered to be shown to others. */
  isForAsker?: true
}
/** Takes the words of a typed line that no other option claims. */
export interface TextOption extends OptionTraits {
  type: 'text'
  /** `lang:vi` among the words asks for the answer in that language. */
  takesLanguage?: true
}
/** Claims a word that looks like an hour (`time`) or a time zone (`zone`), anywhere in a typed line. */
export interface ShapedOption extends OptionTraits {
  type: 'time' | 'zone'
}
export interface IntegerOption extends OptionTraits {
  type: 'integer'
}
/** A role of the chat's people, by its id. Only platforms that have roles offer it. */
export interface RoleOption extends OptionTraits {
  type: 'role'
}
/** `yes` or `no`, for what only a place that can be published offers. */
export interface PublishOption extends OptionTraits {
  type: 'publish'
}
/** Another place of the chat, by its id. Only buttons fill it in. */
export interface PlaceOption extends OptionTraits {
  type: 'place'
}
/** Claims the last word of a typed line if it is one of the values. */
export interface ChoiceOption<V extends string = string> extends OptionTraits {
  type: 'choice'
  values: readonly V[]
  /** Understands what people call a value; without it, only the value itself is understood. */
  read?(typed: string): V | undefined
  /** Names a value for people, the same in every language. Without it, the phrases have its name. */
  label?(value: V): string
  /** Other names of a value, of which a misspelt word may be one. */
  alsoCalled?(value: V): readonly string[]
}
export type Option =
  | TextOption
  | ShapedOption
  | IntegerOption
  | RoleOption
  | PublishOption
  | PlaceOption
  | ChoiceOption

export const text = (traits: OptionTraits & Pick<TextOption, 'takesLanguage'> = {}): TextOption => ({
  type: 'text',
  ...traits,
})
export const hour = (traits: OptionTraits = {}): ShapedOption => ({ type: 'time', ...traits })
export const zone = (traits: OptionTraits = {}): ShapedOption => ({ type: 'zone', ...traits })
export const integer = (traits: OptionTraits = {}): IntegerOption => ({ type: 'integer', ...traits })
export const role = (traits: OptionTraits = {}): RoleOption => ({ type: 'role', ...traits })
export const publish = (traits: OptionTraits = {}): PublishOption => ({ type: 'publish', ...traits })
export const place = (traits: OptionTraits = {}): PlaceOption => ({
  type: 'place',
  ...traits,
  isHidden: true,
})
export const oneOf = <V extends string>(
  values: readonly V[],
  traits: OptionTraits & Pick<ChoiceOption<V>, 'read' | 'label' | 'alsoCalled'> = {},
): ChoiceOption<V> => ({ type: 'choice', values, ...traits })

export type ValueOf<O extends Option> = O extends IntegerOption
  ? number
  : O extends ChoiceOption<infer V>
    ? V
    : string
export type Values<O extends Record<string, Option>> = { [K in keyof O]?: ValueOf<O[K]> }

/** A command exists once the English phrases describe it. */
export type CommandName = keyof Phrases['commands']

/** Facts about a command that platforms need, so that none of them refers to a command by its name. */
interface Traits<OptionName extends string> {
  /**
   * Makes an example of what to give to the command, by option, from the archive; undefined if the archive has nothing
   * to name.
   */
  example?(context: Context): Record<string, string> | undefined
  /** Only admins of the chat may run it, because it changes the chat's subscriptions. */
  adminsOnly?: true
  /** Its answers are useful only to the person who asked. */
  isPrivate?: true
  /** Greets a chat that the bot joins. Exactly one command does. */
  isGreeting?: true
  /** The option that takes words typed without a command. Exactly one command has it. */
  plainWords?: OptionName
  /** A link to the bot can carry this option. */
  link?: LinkedOption<OptionName>
  /** Which calls make posts come to the chat. `true`: all of them, so people may say where to post. */
  startsPosts?: true | ((args: Record<string, string>) => boolean)
  /** Can be about another place of the chat: with its id under `PLACE_KEY`, which the choices of the answer keep. */
  hasPlace?: true
}

/** People have already shared links that begin with the prefix, so it must never change. */
export interface LinkedOption<OptionName extends string = string> {
  /** One letter that no other command has. Not `c` or `k`, which links use themselves. */
  prefix: string
  option: OptionName
  /** `id`: unchanged; `words`: in base64url. */
  form: 'id' | 'words'
}

export interface Command extends Traits<string> {
  name: CommandName
  options: Record<string, Option>
  run(values: Record<string, string | number | undefined>, context: Context): Message | Promise<Message>
}

/** Turn to a part of a list, a place in an article, one of many, or another view. They need no description: only buttons give them. */
type UndescribedOption = 'entry' | 'passage' | 'only' | 'view'

/** The options that the English phrases describe for a command. */
type DescribedOption<N extends CommandName> = Phrases['commands'][N] extends { options: infer Words }
  ? keyof Words & string
  : never

/**
 * Defines a command. Its options are exactly those that the English phrases describe, and those that
 * need no description. `run` gets their parsed values, and answers a missing one with choices.
 */
export function command<
  N extends CommandName,
  O extends Record<DescribedOption<N>, Option> &
    Record<Exclude<keyof O, DescribedOption<N> | UndescribedOption>, never>,
>(
  definition: {
    name: N
    options: O
    run(values: Values<O>, context: Context): Message | Promise<Message>
  } & Traits<keyof O & string>,
): Command {
  const { run, ...rest } = definition
  return { ...rest, run: (values, context) => run(values as Values<O>, context) }
}
