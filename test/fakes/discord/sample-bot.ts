// Defines a small bot for the tests of the fake: its commands, and the layouts of its messages.

import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  ContainerBuilder,
  type Interaction,
  SlashCommandBuilder,
} from 'discord.js'

export const commands = [
  new SlashCommandBuilder()
    .setName('search')
    .setNameLocalizations({ vi: 'tìm' })
    .setDescription('Searches')
    .setContexts(0, 1, 2)
    .setIntegrationTypes(0, 1)
    .addStringOption(option =>
      option.setName('words').setDescription('What to look for').setRequired(true).setAutocomplete(true),
    )
    .addIntegerOption(option => option.setName('page').setDescription('Which page').setMinValue(1))
    .addChannelOption(option => option.setName('where').setDescription('Where').addChannelTypes(0, 15)),
  new SlashCommandBuilder()
    .setName('settings')
    .setDescription('Sets')
    .setContexts(0)
    .setDefaultMemberPermissions(1n << 5n)
    .addSubcommand(sub => sub.setName('hour').setDescription('The hour')),
  { name: 'Search the archive', type: 3 },
].map(each => ('toJSON' in each ? each.toJSON() : each))

/** Handles only slash commands. */
export const slashHandler =
  (work: (interaction: ChatInputCommandInteraction) => unknown) => (interaction: Interaction) =>
    interaction.isChatInputCommand() ? work(interaction) : undefined

export const button = (id: string, label: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary)
const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)
export const layout = (text: string, ...buttons: ButtonBuilder[]) => {
  const container = new ContainerBuilder().addTextDisplayComponents({ type: 10, content: text })
  return { components: [buttons.length > 0 ? container.addActionRowComponents(row(...buttons)) : container] }
}
