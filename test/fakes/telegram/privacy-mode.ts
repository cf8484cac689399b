// Marks what Telegram marks in a text that people write, and decides which texts a bot hears.

import type { Entity } from './text.ts'
import { isAdmin, type Message, type Room, standingOf, type World } from './world.ts'

const command = /(?<![\w/])\/\w{1,64}(?:@\w{3,32})?(?![\w/])/g
const mention = /(?<![\w@])@\w{3,32}(?!\w)/g

/** Commands and mentions, as Telegram finds them by itself, beside the entities that a client set. */
export function mark(text: string, given: Entity[] = []): { entities?: Entity[] } {
  const commands = find(text, command, 'bot_command')
  const inCommand = ({ offset }: Entity) =>
    commands.some(found => offset >= found.offset && offset < found.offset + found.length)
  const mentions = find(text, mention, 'mention').filter(found => !inCommand(found))
  const entities = [...given, ...commands, ...mentions].sort((a, b) => a.offset - b.offset)
  return entities.length ? { entities } : {}
}

const find = (text: string, pattern: RegExp, type: string): Entity[] =>
  [...text.matchAll(pattern)].map(found => ({ type, offset: found.index, length: found[0].length }))

/** Whether an update goes to the bot; in groups privacy mode decides, unless it is off or the bot an administrator. */
export function overhears({ me }: World, room: Room, message: Message): boolean {
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
  return (message.entities ?? []).some(entity => {
    const words = message.text?.slice(entity.offset, entity.offset + entity.length).toLowerCase() ?? ''
    const [, name] = words.split('@')
    const ours = name === me.username?.toLowerCase()
    if (entity.type === 'bot_command') return name === undefined || ours
    return entity.type === 'mention' && ours
  })
}
