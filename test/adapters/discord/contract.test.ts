// Runs the contract of every platform against Discord.

import { onTestFinished } from 'vitest'
import { createDiscord } from '../../../src/adapters/discord/index.ts'
import { platformContract, type Shown, type Stage } from '../../contracts/platform.ts'
import { startDiscord } from '../../fakes/discord/index.ts'
import type { Run } from '../../fakes/discord/interaction.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startArchive } from '../archive.ts'
import { token } from './scene.ts'

platformContract('discord', async (): Promise<Stage> => {
  const discord = await startDiscord({ token })
  onTestFinished(() => discord.close())
  const server = discord.guild('Server')
  const general = server.channel('general')
  const admin = server.member('Admin', { permissions: ['ManageGuild'] })
  const archive = await startArchive(parts => createDiscord({ token, api: discord.api, ...parts }))
  await archive.logged('discord connected')
  let last: Posted[] = []
  let seenPosts = 0
  const show = (messages: Posted[]): Shown[] =>
    messages.map(message => ({ text: withoutMarkdown(message.text), labels: message.buttons }))
  const answers = async (run: Run) => {
    last = [await run.answer()]
    seenPosts = general.posts.length
    return show(last)
  }
  return {
    ...archive,
    chat: { platform: 'discord', chat: server.id, thread: general.id },
    ask: (command, args = {}) => answers(admin.runs(`/${command}`, args, { in: general })),
    press: label => {
      const message = last.find(each => each.buttons.includes(label))
      if (!message) throw new Error(`no button ${label}`)
      return answers(message.press(label, { by: admin }))
    },
    async posts() {
      const posted = general.posts.slice(seenPosts)
      seenPosts = general.posts.length
      return show(posted)
    },
    complete: async (command, option, typed) =>
      (await admin.types(`/${command}`, { option, text: typed }, { in: general }).choices()).map(
        ({ value }) => String(value),
      ),
    shut: () => general.deny(['SendMessages']),
  }
})

/** The text as people see it. */
const withoutMarkdown = (text: string) =>
  text
    .replace(/^(#{1,3} |-# |> |- )/gm, '')
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(<[^>]*>\)/g, '$1')
    .replace(/(?<!\\)\*+/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
