// Finds commands and mentions in what people write, and decides which messages a bot receives.

import type { Entity } from './text.ts'
import { isAdmin, type Message, type Room, standingOf, type User, type World } from './world.ts'

const commandForm = /(?<![\w/])\/\w{1,64}(?:@\w{3,32})?(?![\w/])/g
const mentionForm = /(?<![\w@])@\w{3,32}(?!\w)/g

/** The entities that a client set, and the commands and mentions that Telegram finds by itself. */
export function entitiesOf(text: string, given: Entity[] = []): { entities?: Entity[] } {
  const commands = findEntities(text, commandForm, 'bot_command')
  const inCommand = ({ offset }: Entity) =>
    commands.some(found => offset >= found.offset && offset < found.offset + found.length)
  const mentions = findEntities(text, mentionForm, 'mention').filter(found => !inCommand(found))
  const entities = [...given, ...commands, ...mentions].sort((a, b) => a.offset - b.offset)
  return entities.length ? { entities } : {}
}

const findEntities = (text: string, pattern: RegExp, type: string): Entity[] =>
  [...text.matchAll(pattern)].map(found => ({ type, offset: found.index, length: found[0].length }))

/**
 * Whether the bot receives a message. In groups privacy mode decides, unless it is off or the bot is an administrator
 * (https://core.telegram.org/bots/features#privacy-mode).
 */
export function isReceived({ me }: World, room: Room, message: Message): boolean {
  if (room.gone !== undefined || room.migratedTo !== undefined) return false
  if (room.type === 'private') return true
  const standing = standingOf(room, me)
  if (room.type === 'channel') return isAdmin(standing)
  if (standing.status === 'left' || standing.status === 'kicked') return false
  if (me.can_read_all_group_messages || isAdmin(standing)) return true
  const isService = !['text', 'photo', 'sticker', 'document', 'voice', 'video', 'caption'].some(
    kind => kind in message,
  )
  if (isService || message.reply_to_message?.from?.id === me.id) return true
  // Messages that somebody sent through the bot's own inline mode.
  if ((message.via_bot as User | undefined)?.id === me.id) return true
  return (message.entities ?? []).some(entity => {
    const words = message.text?.slice(entity.offset, entity.offset + entity.length).toLowerCase() ?? ''
    const [, name] = words.split('@')
    const ours = name === me.username?.toLowerCase()
    if (entity.type === 'bot_command') return name === undefined || ours
    return entity.type === 'mention' && ours
  })
}
