// Registers the commands with Telegram: a menu for each scope and language, and the bot's own descriptions.

import { createHash } from 'node:crypto'
import type { Api } from 'grammy'
import type { BotCommand, LanguageCode } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import type { Memory } from '../../../core/delivery/store.ts'
import { languages } from '../../../core/languages/language.ts'
import { type Phrases, phrasesOf } from '../../../core/languages/phrases.ts'
import type { Clock } from '../../../core/ports.ts'

/** https://core.telegram.org/bots/api#botcommandscope */
const menuScopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const

interface RegistrationParts {
  account: string
  bot: Bot
  memory: Memory
  clock: Clock
}

/** Sends Telegram the menus and descriptions, unless it already has the same. True if they were sent. */
export async function registerCommands(
  api: Api,
  { account, bot, memory, clock }: RegistrationParts,
): Promise<boolean> {
  const registrations = await Promise.all(
    languages.filter(hasMenu).map(async language => {
      const say = await phrasesOf(language)
      return {
        // English is the fallback for everybody whose language has no menu of its own.
        code: language === 'en' ? undefined : (language as LanguageCode),
        menus: menuScopes.map(type => ({ scope: { type }, commands: menuOf(bot, type, say) })),
        description: `${say.about}\n\n${say.commands.start.ways.private}`,
        short: say.about,
      }
    }),
  )
  const hash = createHash('sha256').update(JSON.stringify(registrations)).digest('hex')
  const key = `${account} menus`
  if ((await memory.recall(key)) === hash) return false
  for (const { code, menus, description, short } of registrations) {
    const language = code && { language_code: code }
    for (const { scope, commands } of menus) await api.setMyCommands(commands, { scope, ...language })
    await api.setMyDescription(description, language)
    await api.setMyShortDescription(short, language)
  }
  await memory.remember({ key, value: hash, now: clock.now() })
  return true
}

/** Telegram takes two-letter codes only (https://core.telegram.org/bots/api#setmycommands); others see English. */
const hasMenu = (language: string) => /^[a-z]{2}$/.test(language)

/** In a group, only the admins' menu has the commands for admins. */
const menuOf = (bot: Bot, scope: (typeof menuScopes)[number], say: Phrases): BotCommand[] =>
  bot.commands
    .filter(({ adminsOnly }) => scope !== 'all_group_chats' || !adminsOnly)
    .map(({ name }) => ({ command: name, description: say.commands[name].does }))
