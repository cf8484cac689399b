// Writes the page of commands from the commands and the English phrases.

import type { Command, Option } from '../../src/core/commands/command.ts'
import { descriptionOf } from '../../src/core/commands/shared/usage.ts'
import { PLACE_OPTION } from '../../src/core/commands/traits.ts'
import { en } from '../../src/core/languages/en/phrases.ts'
import { languages } from '../../src/core/languages/language.ts'

export function commandsPage(commands: readonly Command[]): string {
  const parts = [
    '# Commands',
    '<!-- Made by `npm run docs` from src/core/commands and the English phrases. -->',
    `Options are written after the command in any order, with or without their names: \`/subscribe 07:00 Europe/Paris\`,
\`/subscribe zone:Europe/Paris\`. A missing or doubtful one is asked for with buttons. \`/help NAME\` says the same in the
language of the chat, with an example from its archive. Discord has its own form for each option, and \`channel\` beside them
where a command can be about another channel of the server.`,
    table(['command', 'what it does', 'remarks'], commands.map(rowOf)),
    '## Options',
    table(
      ['command', 'option', 'what it is', 'values'],
      commands.flatMap(command => [
        ...visibleOptions(command).map(option => optionRowOf(command, option)),
        ...(command.hasPlace ? [placeRowOf(command)] : []),
      ]),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

function rowOf(command: Command): string[] {
  const remarks = [
    ...(command.adminsOnly ? ['for admins'] : []),
    ...(command.isPrivate ? ['on Discord only the asker sees it'] : []),
    ...(command.plainWords ? ['words without a command run it'] : []),
    ...(command.isGreeting ? ['greets a new chat'] : []),
  ]
  return [`\`/${command.name}\``, descriptionOf(command.name, en).does, remarks.join(', ')]
}

const visibleOptions = ({ options }: Command) =>
  Object.entries(options).filter(([, { isHidden }]) => !isHidden)

function optionRowOf({ name: command }: Command, [name, option]: [string, Option]): string[] {
  const description = descriptionOf(command, en).options?.[name] ?? ''
  return [`\`/${command}\``, `\`${name}\``, description, valuesOf(option)]
}

const placeRowOf = ({ name }: Command): string[] => [
  `\`/${name}\``,
  `\`${PLACE_OPTION}\``,
  en.place.option,
  'a channel, on Discord',
]

function valuesOf(option: Option): string {
  switch (option.type) {
    case 'choice':
      // Another language is only a folder: no page lists them.
      if (option.values === languages) return 'a language'
      return option.values.map(value => `\`${value}\``).join(', ')
    case 'integer':
      return 'a number'
    case 'time':
      return 'an hour'
    case 'zone':
      return 'a time zone or a place'
    case 'role':
      return 'a role'
    case 'place':
      return 'another place of the chat'
    case 'publish':
      return '`yes`, `no`'
    case 'text':
      return 'words'
    default:
      return option satisfies never
  }
}

const table = (head: readonly string[], rows: readonly string[][]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
