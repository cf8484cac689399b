// Creates the bot that adapters talk to: it reads lines, answers calls, completes options and follows chats.

import type { Command, Completion, Context } from '../commands/command.ts'
import { commands } from '../commands/list.ts'
import { refuseNonAdmin, withoutRefused } from '../commands/shared/admins.ts'
import { commandNamed, startsPosts } from '../commands/traits.ts'
import type { Corpus } from '../corpus/model.ts'
import type { Store } from '../delivery/store.ts'
import { languageFor } from '../languages/language.ts'
import { type Phrases, phrasesOf } from '../languages/phrases.ts'
import { paragraph } from '../message/build.ts'
import { withLinksOnce } from '../message/links.ts'
import type { Invocation, Message } from '../message/message.ts'
import type { Paint } from '../picture/painting.ts'
import {
  type Address,
  type Caller,
  type ChatChange,
  type Clock,
  type Log,
  type Meter,
  noMeter,
  type Place,
  placeIdOf,
  type Readiness,
} from '../ports.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { completions } from '../text/nearest.ts'
import { languageViewOf } from '../wording/language-view.ts'
import { readArguments } from './arguments.ts'
import {
  type Carried,
  carrying,
  carryLanguageOfWords,
  keepCarried,
  offerOwnLanguage,
  readCarried,
} from './carried.ts'
import { followChat } from './chat-change.ts'
import { isNoAnswer } from './dialogue/answering.ts'
import { dialoguesIn } from './dialogue/dialogues.ts'
import { onlySources } from './dialogue/sources.ts'
import { languageOfTalk } from './dialogue/talk.ts'
import { readAlone, understand } from './dialogue/understanding.ts'
import { type Heard, hear } from './hearing.ts'
import { type InlineQuery, type InlineResults, inlineResultsFor } from './inline.ts'
import { placeMeant, refusalToPost } from './place.ts'
import { unknownCommand } from './unknown-command.ts'

export interface BotParts {
  corpus: Corpus
  /** Covers the same corpus, in every language. */
  index: SearchIndex
  store: Store
  clock: Clock
  /** Makes unique ids for new subscriptions, at most 25 characters long. */
  newId(): string
  /** A number from 0 up to, but not including, 1. */
  random(): number
  log: Log
  /** Asks a chat's platform whether it takes posts; undefined if the platform cannot tell. */
  check?(chat: Address): Promise<Readiness | undefined>
  /** Asks a chat's platform whether the user is one of its admins. */
  isAdmin?(chat: Address, user: string): Promise<boolean>
  /** Draws pictures; without it there are none. */
  paint?: Paint
  meter?: Meter
}

export interface Bot {
  readonly commands: readonly Command[]
  /** Reads a typed line as a call, whatever was said before; words that are no command are a search. */
  read(line: string): Invocation
  /**
   * Reads what somebody wrote in a chat as a call, with the last answer that they had there in mind; undefined if it is
   * not meant for the bot.
   */
  hear(heard: Heard, caller: Caller): Promise<Invocation | undefined>
  /** Answers a call. Never rejects: bugs are logged and apologised for. */
  answer(call: Invocation, caller: Caller): Promise<Message>
  /** The phrases for an adapter's own messages, in the language of the chat, or of the answer to a call. */
  phrases(caller: Caller, call?: Invocation): Promise<Phrases>
  /** Values to offer while an option is typed, the best first; at most 25. */
  complete(call: { command: string; option: string; typed: string }, caller: Caller): Promise<Completion[]>
  /** Results that the caller can put into any chat while writing. */
  inlineResults(query: InlineQuery, caller: Caller): Promise<InlineResults>
  /** A chat is lost, is back, or has moved: its posts pause, resume, or follow. */
  onChatChange(change: ChatChange): Promise<void>
}

/** Longer input is cut before any pattern or index sees it, because nobody types more than this. */
export const MAX_INPUT_UNITS = 1000

export function createBot(parts: BotParts): Bot {
  const { corpus, index, store, clock, newId, random, log, check, isAdmin, paint, meter = noMeter } = parts
  const dialogues = dialoguesIn(store)
  const forgetting: Store = Object.assign(Object.create(store), {
    async forget(chat: Address) {
      await store.forget(chat)
      dialogues.forget(chat)
    },
  })
  const contextFor = async (caller: Caller): Promise<Context> => ({
    ...(await languageViewOf(corpus, (await store.languageOf(caller.chat)) ?? languageFor(caller.locale))),
    index,
    store: forgetting,
    caller,
    place: undefined,
    now: clock.now(),
    newId,
    random,
    meter,
    check: async chat => check?.(chat),
    isAdminOf: async chat =>
      chat.platform === caller.chat.platform && ((await isAdmin?.(chat, caller.user)) ?? false),
    paint,
    speak: async language => ({ ...(await contextFor(caller)), ...(await languageViewOf(corpus, language)) }),
  })

  /** Answers a call, which ends what was asked before, and remembers what the answer asks. */
  async function converse(asked: Invocation, caller: Caller): Promise<Message> {
    const now = clock.now()
    const before = await dialogues.end(caller, now)
    const typed = { command: cut(asked.command), args: cutAll(asked.args) }
    const { otherwise, part, ...read } = readCarried(carryLanguageOfWords(typed, commands))
    const message = await answer(read, caller)
    if (otherwise !== undefined && isNoAnswer(otherwise, read.call, message))
      return converse(readAlone(otherwise, commands, corpus), caller)
    await dialogues.note({ call: carrying(read, read.call), message, before }, caller, now)
    return part === 'sources' ? onlySources(message) : message
  }

  async function answer(
    { call, ...carried }: Carried & { call: Invocation },
    caller: Caller,
  ): Promise<Message> {
    const ofChat = await contextFor(caller)
    const { say, ...context } = carried.language ? await ofChat.speak(carried.language) : ofChat
    const command = commandNamed(call.command, commands)
    if (!command) return unknownCommand(call, commands, say)
    const notAdmin = command.adminsOnly && (await refuseNonAdmin({ caller, say }))
    if (notAdmin) return notAdmin
    const place = carried.place ? await placeMeant(carried.place, caller, store) : undefined
    if (carried.place && !(place && command.hasPlace)) return privateNote(say.place.none)
    const read = readArguments(command, call.args, say)
    if ('refusal' in read) return read.refusal
    const lacks = startsPosts(call, commands) ? await refusalToPost(place, caller, say) : undefined
    if (lacks) return lacks
    const whole = withRemarks(await command.run(read.values, placed({ ...context, say }, place)), [
      ...(read.leftOut ? [say.leftOut(cutWords(read.leftOut), command.name)] : []),
      ...read.notes,
    ])
    const message = command.adminsOnly ? whole : await withoutRefused(whole, caller, commands)
    if (carried.language || carried.place) return keepCarried(message, carried, commands)
    return command.isPrivate ? message : offerOwnLanguage(message, call, { ...context, say })
  }

  /** The context as it is in the place. */
  function placed(context: Context, place: Place | undefined): Context {
    if (!place) return context
    const { caller } = context
    const there: Context = {
      ...context,
      caller: { ...caller, chat: place.address },
      place: placeIdOf(place.address) === placeIdOf(caller.chat) ? undefined : place,
      speak: async language => ({ ...there, ...(await languageViewOf(corpus, language)) }),
    }
    return there
  }

  /** Talk in words of another language is answered in that, unless the chat has chosen one. */
  async function inLanguageOf(
    words: string,
    call: Invocation,
    { chat, locale }: Caller,
  ): Promise<Invocation> {
    const isTalk = Object.keys(call.args).every(name => name === 'said')
    const language = isTalk ? languageOfTalk(words) : undefined
    if (!language || language === languageFor(locale) || (await store.languageOf(chat))) return call
    return carrying({ language }, call)
  }

  return {
    commands,
    read: line => readAlone(cut(line), commands, corpus),
    async hear(heard, caller) {
      const heardAs = hear({ ...heard, words: cut(heard.words) }, caller.kind, commands)
      if (!heardAs || 'call' in heardAs) return heardAs?.call
      const last = await dialogues.recall(caller, clock.now())
      const call = understand({ ...heardAs, repliesTo: heard.question, last }, commands, corpus)
      return call && inLanguageOf(heardAs.words, call, caller)
    },
    async answer(call, caller) {
      const command = commandNamed(call.command, commands)?.name ?? 'unknown'
      const stopWatch = meter.time('commands', { command })
      log('debug', 'command', { command, ...caller.chat, user: caller.user })
      try {
        const message = await converse(call, caller)
        return { ...message, body: withLinksOnce(message.body) }
      } catch (error) {
        log('error', 'command failed', {
          command,
          error: error instanceof Error ? error.stack : String(error),
        })
        return privateNote((await phrasesOf(languageFor(caller.locale))).broken)
      } finally {
        stopWatch()
      }
    },
    async complete(call, caller) {
      const typed = cut(call.typed)
      const options = commandNamed(call.command, commands)?.options ?? {}
      const option = Object.hasOwn(options, call.option) ? options[call.option] : undefined
      if (option?.type === 'choice') return completeChoice(option.values, typed)
      return option?.complete?.(typed, await contextFor(caller)) ?? []
    },
    async phrases(caller, call) {
      const carried = call && readCarried(call).language
      return carried ? phrasesOf(carried) : (await contextFor(caller)).say
    },
    inlineResults: async (query, caller) =>
      inlineResultsFor({ ...query, words: cut(query.words) }, await contextFor(caller)),
    onChatChange: change => followChat(change, { store, check }),
  }
}

const withRemarks = (message: Message, remarks: readonly string[]): Message =>
  remarks.length > 0
    ? { ...message, body: [...remarks.map(each => paragraph(each)), ...message.body] }
    : message

const cutWords = (typed: string) => typed.slice(0, 60)

const cut = (typed: string) => typed.slice(0, MAX_INPUT_UNITS)

const cutAll = (args: Record<string, string>) =>
  Object.fromEntries(Object.entries(args).map(([name, typed]) => [cut(name), cut(typed)]))

const privateNote = (words: string): Message => ({ body: [paragraph(words)], isPrivate: true })

function completeChoice(values: readonly string[], typed: string): Completion[] {
  const named = values.map(value => ({ value, keys: [value] }))
  return completions(named, typed, 25).map(value => ({ value, label: value }))
}
