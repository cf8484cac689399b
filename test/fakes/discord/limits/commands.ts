// Checks the documented limits of application commands that no schema has.

import type { Fault, Path } from '../schema.ts'

export interface Option {
  type: number
  name: string
  name_localizations?: Record<string, string> | null
  description: string
  description_localizations?: Record<string, string> | null
  required?: boolean | null
  autocomplete?: boolean | null
  choices?:
    | { name: string; name_localizations?: Record<string, string> | null; value: string | number }[]
    | null
  options?: Option[] | null
  channel_types?: number[] | null
  min_value?: number | null
  max_value?: number | null
  min_length?: number | null
  max_length?: number | null
}

export interface Command extends Omit<Option, 'type' | 'description'> {
  id: string
  /** Set if it is registered for one guild only. */
  guild_id?: string
  type?: number | null
  description?: string | null
  default_member_permissions?: string | null
  contexts?: number[] | null
  integration_types?: number[] | null
  dm_permission?: boolean | null
}

const locales = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th ' +
    'zh-CN ja zh-TW ko'
  ).split(' '),
)
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
/** The type of a group of subcommands. A subcommand has type 1; every higher type is a value. */
const SUBCOMMAND_GROUP = 2

/** By type (https://discord.com/developers/docs/interactions/application-commands#registering-a-command). */
const maxCommands: Record<number, number> = { 1: 100, 2: 15, 3: 15, 4: 1 }
const MAX_COMMAND_CHARACTERS = 8000

type AddFault = (where: Path, code: string, message: string) => void

export function commandFaults(commands: Command[]): Fault[] {
  const faults: Fault[] = []
  const wrong: AddFault = (path, code, message) => void faults.push({ path, code, message })
  const names = new Set<string>()
  const counts: Record<number, number> = {}
  for (const [at, command] of commands.entries()) {
    const type = command.type ?? 1
    counts[type] = (counts[type] ?? 0) + 1
    if (counts[type] > (maxCommands[type] ?? 0))
      wrong([at], 'MAX_COMMANDS', `${maxCommands[type]} commands of type ${type} are allowed`)
    const key = `${type} ${command.name}`
    if (names.has(key))
      wrong([at, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
    names.add(key)
    localeFaults(command, { path: [at], isSlash: type === 1 }, wrong)
    if (type === 1) {
      if (!command.description) wrong([at, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')
      optionFaults(command.options ?? [], [at, 'options'], wrong)
    } else if (command.description || command.options?.length) {
      wrong([at], 'APPLICATION_COMMAND_INVALID', 'Context menu commands have neither description nor options')
    }
    const size = sizeOf(command)
    if (size > MAX_COMMAND_CHARACTERS)
      wrong(
        [at],
        'APPLICATION_COMMAND_TOO_LARGE',
        `${size} characters, ${MAX_COMMAND_CHARACTERS} are allowed in a command`,
      )
    if (command.contexts && command.dm_permission != null) {
      wrong(
        [at, 'dm_permission'],
        'APPLICATION_COMMAND_CONTEXTS',
        'dm_permission and contexts exclude each other',
      )
    }
  }
  return faults
}

function optionFaults(options: Option[], path: Path, wrong: AddFault): void {
  const names = new Set<string>()
  let optional = false
  refuseEqualNames(options, { path, code: 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED' }, wrong)
  const nested = options.filter(option => option.type <= SUBCOMMAND_GROUP).length
  if (nested > 0 && nested < options.length) {
    wrong(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Subcommands and options cannot be mixed')
  }
  for (const [at, option] of options.entries()) {
    const own = [...path, at]
    if (names.has(option.name)) {
      wrong([...own, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', 'Option name is used twice')
    }
    names.add(option.name)
    if (option.required && optional) {
      wrong(
        own,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before optional ones',
      )
    }
    optional ||= !option.required
    localeFaults(option, { path: own, isSlash: true }, wrong)
    if (option.autocomplete && option.choices?.length) {
      wrong(
        [...own, 'choices'],
        'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
        'Choices and autocomplete exclude each other',
      )
    }
    const choices = option.choices ?? []
    const choiceNames = choices.map(choice => choice.name)
    if (new Set(choiceNames).size < choiceNames.length) {
      wrong(
        [...own, 'choices'],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATED',
        'Choice name is used twice',
      )
    }
    refuseEqualNames(
      choices,
      { path: [...own, 'choices'], code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATED' },
      wrong,
    )
    for (const [index, choice] of choices.entries())
      refuseUnknownLocales(choice.name_localizations, [...own, 'choices', index, 'name_localizations'], wrong)
    if ((option.min_value ?? -Infinity) > (option.max_value ?? Infinity)) {
      wrong([...own, 'min_value'], 'NUMBER_TYPE_RANGE', 'min_value is above max_value')
    }
    if ((option.min_length ?? 0) > (option.max_length ?? Infinity)) {
      wrong([...own, 'min_length'], 'NUMBER_TYPE_RANGE', 'min_length is above max_length')
    }
    // The schema limits the depth of nesting.
    if (option.type <= SUBCOMMAND_GROUP) optionFaults(option.options ?? [], [...own, 'options'], wrong)
  }
}

/** Checks names in every locale. Names of slash commands and options are lowercase and match Discord's regex. */
function localeFaults(
  each: Option | Command,
  { path, isSlash }: { path: Path; isSlash: boolean },
  wrong: AddFault,
): void {
  const names = Object.entries(each.name_localizations ?? {})
  for (const [locale, text] of [['', each.name] as const, ...names]) {
    const where = locale === '' ? [...path, 'name'] : [...path, 'name_localizations', locale]
    if (isSlash && (!commandName.test(text) || text !== text.toLowerCase())) {
      wrong(where, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
    }
  }
  refuseUnknownLocales(each.name_localizations, [...path, 'name_localizations'], wrong)
  refuseUnknownLocales(each.description_localizations, [...path, 'description_localizations'], wrong)
}

type Localizations = Record<string, string> | null | undefined

function refuseUnknownLocales(localizations: Localizations, path: Path, wrong: AddFault): void {
  for (const locale of Object.keys(localizations ?? {}))
    if (!locales.has(locale)) wrong([...path, locale], 'BASE_TYPE_CHOICES', 'Not a locale of Discord')
}

/**
 * Refuses two names that people with one locale would see as equal, as Discord refuses two equal names in one locale. A
 * name without a localization is seen as it is.
 */
function refuseEqualNames(
  named: { name: string; name_localizations?: Localizations }[],
  { path, code }: { path: Path; code: string },
  wrong: AddFault,
): void {
  const used = new Set(named.flatMap(each => Object.keys(each.name_localizations ?? {})))
  for (const locale of used) {
    const names = new Set<string>()
    for (const [at, { name, name_localizations: localizations }] of named.entries()) {
      const visible = localizations?.[locale] ?? name
      if (names.has(visible))
        wrong([...path, at, 'name_localizations', locale], code, 'Localized name is used twice')
      names.add(visible)
    }
  }
}

/** Characters of names, descriptions and values, nested options included. The longest localized form of each counts. */
function sizeOf(each: Option | Command): number {
  const maxLength = (text: string | null | undefined, others?: Record<string, string> | null) =>
    Math.max(text?.length ?? 0, ...Object.values(others ?? {}).map(other => other.length))
  let size =
    maxLength(each.name, each.name_localizations) +
    maxLength(each.description, each.description_localizations)
  for (const choice of each.choices ?? []) {
    size += maxLength(choice.name, choice.name_localizations) + String(choice.value).length
  }
  for (const option of each.options ?? []) size += sizeOf(option)
  return size
}
