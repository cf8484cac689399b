// Checks that the fake refuses the commands that Discord refuses: each limit is reached exactly and then exceeded by one.

import { beforeEach, describe, expect, it } from 'vitest'
import { faultsOf, startFake } from './client.ts'
import type { Discord } from './index.ts'

let discord: Discord
beforeEach(async () => {
  discord = await startFake()
})

const commands = (...list: object[]) =>
  faultsOf(discord, { method: 'put', path: `/applications/${discord.bot.id}/commands` }, list)
const x = (length: number) => 'x'.repeat(length)
const repeat = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

describe('commands are refused', () => {
  const command = (more: object = {}) => ({ name: 'a', description: 'b', ...more })
  const option = (more: object = {}) => ({ type: 3, name: 'a', description: 'b', ...more })
  const cases: [why: string, fits: object[], breaks: object[], fault: string][] = [
    [
      'for a long name',
      [command({ name: x(32) })],
      [command({ name: x(33) })],
      '0.name BASE_TYPE_BAD_LENGTH',
    ],
    [
      'for a capital',
      [command({ name: 'tìm' })],
      [command({ name: 'Tìm' })],
      '0.name APPLICATION_COMMAND_INVALID_NAME',
    ],
    ['for no description', [command()], [{ name: 'a' }], '0.description BASE_TYPE_REQUIRED'],
    [
      'for a long description',
      [command({ description: x(100) })],
      [command({ description: x(101) })],
      '0.description BASE_TYPE_MAX_LENGTH',
    ],
    [
      'for a locale that Discord does not have',
      [command({ name_localizations: { vi: 'a' } })],
      [command({ name_localizations: { km: 'a' } })],
      '0.name_localizations.km BASE_TYPE_CHOICES',
    ],
    [
      'for the 101st of them',
      repeat(100, at => command({ name: `a${at}` })),
      repeat(101, at => command({ name: `a${at}` })),
      '100 MAX_COMMANDS',
    ],
    [
      'for two of one name',
      [command(), { name: 'a', type: 3 }],
      [command(), command()],
      '1.name APPLICATION_COMMANDS_DUPLICATE_NAME',
    ],
    [
      'for the 26th option',
      [command({ options: repeat(25, at => option({ name: `o${at}` })) })],
      [command({ options: repeat(26, at => option({ name: `o${at}` })) })],
      '0.options BASE_TYPE_MAX_LENGTH',
    ],
    [
      'for a required option behind others',
      [command({ options: [option({ required: true }), option({ name: 'c' })] })],
      [command({ options: [option(), option({ name: 'c', required: true })] })],
      '0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'for choices beside autocomplete',
      [command({ options: [option({ autocomplete: true })] })],
      [command({ options: [option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
      '0.options.0.choices APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
    ],
    [
      'for 8001 characters',
      [command({ options: repeat(19, at => option({ name: `o${at}`, choices: choices(40) })) })],
      [command({ options: repeat(20, at => option({ name: `o${at}`, choices: choices(40) })) })],
      '0 APPLICATION_COMMAND_TOO_LARGE',
    ],
    [
      'for a context twice',
      [command({ contexts: [0, 1] })],
      [command({ contexts: [0, 0] })],
      '0.contexts SET_TYPE_ALREADY_CONTAINS_VALUE',
    ],
    [
      'for options beside subcommands',
      [command({ options: [option({ type: 1 }), option({ type: 1, name: 'c' })] })],
      [command({ options: [option({ type: 1 }), option({ name: 'c' })] })],
      '0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'for a subcommand in a subcommand',
      [command({ options: [option({ type: 2, options: [option({ type: 1 })] })] })],
      [command({ options: [option({ type: 1, options: [option({ type: 1 })] })] })],
      '0.options.0.options.0.type UNION_TYPE_CHOICES',
    ],
    [
      'for two options of one name',
      [command({ options: [option(), option({ name: 'c' })] })],
      [command({ options: [option(), option()] })],
      '0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
    ],
    [
      'for an option whose localized name has a space',
      [command({ options: [option({ name_localizations: { vi: 'bài-báo' } })] })],
      [command({ options: [option({ name_localizations: { vi: 'bài báo' } })] })],
      '0.options.0.name_localizations.vi APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'for an option whose localized name is written with combining marks',
      [command({ options: [option({ name_localizations: { vi: 'giờ'.normalize('NFC') } })] })],
      [command({ options: [option({ name_localizations: { vi: 'giờ'.normalize('NFD') } })] })],
      '0.options.0.name_localizations.vi APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'for a long localized name of an option',
      [command({ options: [option({ name_localizations: { vi: x(32) } })] })],
      [command({ options: [option({ name_localizations: { vi: x(33) } })] })],
      '0.options.0.name_localizations.vi BASE_TYPE_BAD_LENGTH',
    ],
    [
      'for two options of one localized name',
      [command({ options: localized('tên', 'báo') })],
      [command({ options: localized('tên', 'tên') })],
      '0.options.1.name_localizations.vi APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
    ],
    [
      'for a localized name that is the name of another option',
      [command({ options: [option({ name_localizations: { vi: 'd' } }), option({ name: 'c' })] })],
      [command({ options: [option({ name_localizations: { vi: 'c' } }), option({ name: 'c' })] })],
      '0.options.1.name_localizations.vi APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
    ],
    [
      'for two choices of one localized name',
      [command({ options: [option({ choices: localizedChoices('ngắn', 'dài') })] })],
      [command({ options: [option({ choices: localizedChoices('dài', 'dài') })] })],
      '0.options.0.choices.1.name_localizations.vi APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATED',
    ],
    [
      'for a choice in a locale that Discord does not have',
      [command({ options: [option({ choices: [choice({ vi: 'a' })] })] })],
      [command({ options: [option({ choices: [choice({ km: 'a' })] })] })],
      '0.options.0.choices.0.name_localizations.km BASE_TYPE_CHOICES',
    ],
    [
      'for 8001 characters, of which the longest locale counts',
      [command({ description_localizations: { vi: x(99) }, options: nearlyTooLarge() })],
      [command({ description_localizations: { vi: x(100) }, options: nearlyTooLarge() })],
      '0 APPLICATION_COMMAND_TOO_LARGE',
    ],
    [
      'for the 26th choice',
      [command({ options: [option({ choices: repeat(25, at => ({ name: `${at}`, value: 'x' })) })] })],
      [command({ options: [option({ choices: repeat(26, at => ({ name: `${at}`, value: 'x' })) })] })],
      '0.options.0.choices BASE_TYPE_MAX_LENGTH',
    ],
    [
      'for permissions that are no bits',
      [command({ default_member_permissions: '32' })],
      [command({ default_member_permissions: 32 })],
      '0.default_member_permissions BASE_TYPE_BAD',
    ],
    [
      'for a menu entry with a description',
      [{ name: 'Find it', type: 3 }],
      [{ name: 'Find it', type: 3, description: 'x' }],
      '0 APPLICATION_COMMAND_INVALID',
    ],
  ]
  function localized(first: string, second: string) {
    return [
      option({ name_localizations: { vi: first } }),
      option({ name: 'c', name_localizations: { vi: second } }),
    ]
  }
  function choice(name_localizations: Record<string, string>, name = 'x') {
    return { name, value: name, name_localizations }
  }
  function localizedChoices(first: string, second: string) {
    return [choice({ vi: first }), choice({ vi: second }, 'y')]
  }
  /** 7901 characters, with the name of the command. */
  function nearlyTooLarge() {
    return repeat(20, at =>
      option({
        name: `o${String.fromCharCode(97 + at)}`,
        description: x(93),
        choices: repeat(10, each => ({
          name: `${each}${x(27)}`,
          value: `v${each}`,
        })),
      }),
    )
  }
  function choices(length: number) {
    return repeat(10, at => ({ name: `${at}${x(length - 3)}`, value: `v${at}` }))
  }
  it.each(cases)('%s', async (_why, fits, breaks, fault) => {
    expect(await commands(...fits)).toEqual([])
    expect(await commands(...breaks)).toContain(fault)
    expect(discord.commands()).toHaveLength(fits.length)
  })
})
