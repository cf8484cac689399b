// Checks the fake with a real discord.js client: login, commands, permissions, components, modals.

import {
  ActionRowBuilder,
  type AutocompleteInteraction,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { connect, startFake } from './client.ts'
import type { Discord } from './index.ts'
import type { Person } from './people.ts'
import type { Place, Server } from './places.ts'
import { button, commands, layout, slashHandler } from './sample-bot.ts'

let discord: Discord
let guild: Server
let general: Place
let lan: Person

beforeEach(async () => {
  discord = await startFake()
  guild = discord.guild('Archive', { locale: 'vi' })
  general = guild.channel('general')
  lan = guild.member('Lan', { locale: 'vi' })
})

/** A bot that answers every interaction so, with its commands registered. */
async function bot(handle: (interaction: Interaction) => unknown) {
  const { client, errors } = await connect(discord, handle)
  await client.application.commands.set(commands)
  return { client, errors }
}
describe('a client', () => {
  it('logs in, sees its guilds and their channels, and registers commands that keep their ids', async () => {
    const { client } = await bot(() => {})
    expect(client.guilds.cache.map(each => each.name)).toEqual(['Archive'])
    expect(client.guilds.cache.first()?.channels.cache.map(each => each.name)).toEqual(['general'])
    expect(discord.gateway.identified).toEqual([{ intents: 1, shard: [0, 1] }])
    const before = discord.commands().map(each => each.id)
    await client.application.commands.set(commands)
    expect(discord.commands().map(each => each.id)).toEqual(before)
    expect(discord.refused).toEqual([])
  })

  it('reads typed options, resolved channels, and who asks from where', async () => {
    const seen: unknown[] = []
    await bot(
      slashHandler(async each => {
        const { options, locale, guildLocale, context, memberPermissions, appPermissions } = each
        const owners = each.authorizingIntegrationOwners
        seen.push([options.getString('words'), options.getInteger('page'), options.getChannel('where')?.name])
        seen.push([locale, guildLocale, context, owners[0], owners[1]])
        seen.push([memberPermissions?.has('SendMessages'), memberPermissions?.has('ManageGuild')])
        seen.push(appPermissions.has('EmbedLinks'))
        await each.reply('ok')
      }),
    )
    const run = lan.runs('/tìm', { words: 'x', page: 2, where: general })
    expect((await run.answer()).text).toBe('ok')
    expect(seen).toEqual([['x', 2, 'general'], ['vi', 'vi', 0, guild.id, undefined], [true, false], true])
  })

  it('serves users who installed the app in direct messages, private channels and guilds without the bot', async () => {
    const contexts: unknown[] = []
    await bot(
      slashHandler(
        each => contexts.push([each.context, each.inGuild(), each.inCachedGuild()]) && each.reply('ok'),
      ),
    )
    const mai = discord.person('Mai', { installed: true })
    await mai.runs('/search', { words: 'x' }).answer()
    await mai.runs('/search', { words: 'x' }, { in: discord.groupDm() }).answer()
    const elsewhere = discord.guild('Elsewhere', { bot: false })
    elsewhere.channel('talk')
    await elsewhere.member('Nam', { installed: true }).runs('/search', { words: 'x' }).answer()
    expect(contexts).toEqual([
      [1, false, false],
      [2, false, false],
      [0, true, false],
    ])
    expect(() => elsewhere.member('Ba').runs('/search', { words: 'x' })).toThrow('not installed here')
  })
})

describe('people', () => {
  it('run only the commands that Discord offers them', async () => {
    await bot(slashHandler(each => each.reply('ok')))
    expect(() => lan.runs('/serch')).toThrow('registered: search, settings')
    expect(() => lan.runs('/search')).toThrow('words is required')
    expect(() => lan.runs('/search', { words: 'x', colour: 'red' })).toThrow('No option colour')
    expect(() => lan.runs('/search', { words: 'x', page: 0 })).toThrow('its size')
    expect(() => lan.runs('/search', { words: 'x', where: guild.channel('v', { type: 'voice' }) })).toThrow(
      'its type of channel',
    )
    expect(() => lan.runs('/settings hour')).toThrow('needs the permissions 32')
    expect(() => discord.person('Mai').runs('/settings hour')).toThrow('context 1')
    const admin = guild.member('Hoa', { permissions: ['ManageGuild'] })
    expect((await admin.runs('/settings hour').answer()).text).toBe('ok')
    expect((await lan.runs('/settings hour', {}, { evenIfHidden: true }).answer()).text).toBe('ok')
  })

  it('type into options and see completions', async () => {
    const complete = (each: AutocompleteInteraction) => {
      const { name, value } = each.options.getFocused(true)
      return each.respond([
        { name: `${name}: ${value}, page ${each.options.getInteger('page')}`, value: 'v' },
      ])
    }
    await bot(each => (each.isAutocomplete() ? complete(each) : undefined))
    const typed = lan.types('/search', { option: 'words', text: 'ta' }, { values: { page: 3 } })
    expect(await typed.choices()).toEqual([{ name: 'words: ta, page 3', value: 'v' }])
    expect(() => lan.types('/search', { option: 'page', text: '1' })).toThrow('has no autocomplete')
  })

  it('press buttons that update, in place and after a deferral', async () => {
    await bot(async each => {
      if (each.isChatInputCommand()) {
        await each.reply({ ...layout('page 1', button('p2', 'Next')), flags: MessageFlags.IsComponentsV2 })
      } else if (each.isButton() && each.customId === 'p2') {
        await each.update(layout('page 2', button('p3', 'Last')))
      } else if (each.isButton()) {
        await each.deferUpdate()
        await each.editReply(layout('page 3'))
      }
    })
    const first = await lan.runs('/search', { words: 'x' }).answer()
    expect([first.text, first.buttons]).toEqual(['page 1', ['Next']])
    expect(() => first.press('Previous', { by: lan })).toThrow('there is: Next (p2)')
    const second = await first.press('Next', { by: lan }).answer()
    expect(second).toBe(first)
    expect([second.text, second.buttons]).toEqual(['page 2', ['Last']])
    const run = second.press('p3', { by: guild.member('Nam') })
    expect((await run.deferral()).as).toBe('update')
    expect((await run.edit()).text).toBe('page 3')
    expect(discord.refused).toEqual([])
  })

  it('choose in selects', async () => {
    const select = new StringSelectMenuBuilder()
      .setCustomId('s')
      .addOptions(['a', 'b'].map(value => ({ label: value, value })))
    await bot(async each => {
      if (each.isChatInputCommand()) {
        await each.reply({
          content: 'which',
          components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
        })
      } else if (each.isStringSelectMenu()) await each.update({ content: each.values.join(), components: [] })
    })
    const message = await lan.runs('/search', { words: 'x' }).answer()
    expect(() => message.selects('s', ['c'], { by: lan })).toThrow('offers a, b')
    expect((await message.selects('s', ['b'], { by: lan }).answer()).text).toBe('b')
  })

  it('cannot pick the same entry again until the message is edited', async () => {
    const select = new StringSelectMenuBuilder()
      .setCustomId('s')
      .addOptions(['a', 'b'].map(value => ({ label: `the ${value}`, value })))
    const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)
    let isEdited = false
    await bot(async each => {
      if (each.isChatInputCommand()) await each.reply({ content: 'which', components: [row] })
      else if (each.isStringSelectMenu() && isEdited) {
        await each.update({})
        await each.followUp(each.values.join())
      } else if (each.isStringSelectMenu()) await each.reply(each.values.join())
    })
    const message = await lan.runs('/search', { words: 'x' }).answer()
    expect(message.entries).toEqual(['the a', 'the b'])
    expect((await message.picks('the a', { by: lan }).answer()).text).toBe('a')
    expect(() => message.picks('the a', { by: lan })).toThrow('sends nothing')
    expect((await message.picks('the a', { by: guild.member('Nam') }).answer()).text).toBe('a')
    isEdited = true
    expect((await message.picks('the b', { by: lan }).answer()).text).toBe('b')
    expect((await message.picks('the b', { by: lan }).answer()).text).toBe('b')
    expect(message.text).toBe('which')
  })

  it('fill in modals, and apply commands to messages', async () => {
    const input = new TextInputBuilder().setCustomId('place').setStyle(TextInputStyle.Short).setMaxLength(20)
    const label = new LabelBuilder().setLabel('Place').setTextInputComponent(input)
    const modal = new ModalBuilder().setCustomId('m').setTitle('Where?').addLabelComponents(label)
    await bot(async each => {
      if (each.isMessageContextMenuCommand()) {
        expect(each.targetMessage.content).toBe('the old words')
        await each.showModal(modal)
      } else if (each.isModalSubmit()) await each.reply(`in ${each.fields.getTextInputValue('place')}`)
    })
    const opened = await lan.applies('Search the archive', lan.says('the old words')).modal()
    expect(() => lan.submits(opened, { Place: 'x'.repeat(21) })).toThrow('its length')
    expect(() => lan.submits(opened, {})).toThrow('must be filled in')
    expect(() => guild.member('Nam').submits(opened, { Place: 'Huế' })).toThrow('not shown to this person')
    expect((await lan.submits(opened, { Place: 'Huế' }).answer()).text).toBe('in Huế')
    expect(discord.refused).toEqual([])
  })
})
