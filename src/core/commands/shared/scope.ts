// Says which part of a chat a call means: one of its places, such as a channel of a server, or all of it.

import type { Language } from '../../languages/language.ts'
import type { Address } from '../../ports.ts'
import type { Context } from '../command.ts'

export interface Scope {
  type: 'place' | 'chat'
  address: Address
  /** Completes a sentence: "this channel", "this server", or the name of a place that was given. */
  name: string
}

/** All of the chat, and the place in it that the call is about. Most chats have no places. */
export function scopesOf({ caller, place, say }: Context): { chat: Scope; place?: Scope } {
  const { platform, chat, thread } = caller.chat
  const inServer = caller.kind === 'server'
  const hasTopics = caller.kind === 'topic' || (caller.kind === 'group' && caller.places !== undefined)
  const name = inServer ? say.scope.server : hasTopics ? say.scope.group : say.scope.chat
  return {
    chat: { type: 'chat', address: { platform, chat }, name },
    ...(thread !== undefined && {
      place: {
        type: 'place',
        address: caller.chat,
        name: place?.name ?? (inServer ? say.scope.channel : say.scope.topic),
      },
    }),
  }
}

/** The scope of a change of language that names none: a place that was named or has its own language, else the chat. */
export async function languageScope(context: Context): Promise<Scope> {
  const { chat, place } = scopesOf(context)
  if (!place) return chat
  const hasOwn = (await context.store.ownLanguageOf(place.address)) !== undefined
  return context.place || hasOwn ? place : chat
}

/** Sets the language where `languageScope` says. */
export async function setLanguageHere(language: Language, context: Context): Promise<void> {
  const { address } = await languageScope(context)
  await context.store.setLanguage(address, language)
}
