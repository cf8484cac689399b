// Turns the commands that a text names into mentions, which people tap to run the command.

/** The ids of the registered commands by their names. */
export type CommandIds = ReadonlyMap<string, string>

export const noCommandIds: CommandIds = new Map()

/** A command in running text: not in a word, an address or a path. */
const COMMAND = /(?<![\p{L}\p{N}\p{M}/.:@_-])\/([a-z0-9_]{1,32})(?![\p{L}\p{N}\p{M}/:@_-])/gu

/**
 * Text with mentions of the commands in it; `escapeText` treats the text between them. Discord runs no command that has no id.
 * (https://discord.com/developers/docs/reference#message-formatting).
 */
export function mentionCommands(text: string, ids: CommandIds, escapeText: (text: string) => string): string {
  if (ids.size === 0 || !text.includes('/')) return escapeText(text)
  let mentioned = ''
  let end = 0
  for (const { 0: typed, 1: name = '', index } of text.matchAll(COMMAND)) {
    const id = ids.get(name)
    if (id === undefined) continue
    mentioned += `${escapeText(text.slice(end, index))}</${name}:${id}>`
    end = index + typed.length
  }
  return mentioned + escapeText(text.slice(end))
}
