// The bot as adapters see it: it reads a line, answers an invocation, completes an option, hears of chats.

import type { Command, Completion, Context, Option } from '../commands/command.ts'
import { commands } from '../commands/list.ts'
import type { Corpus } from '../corpus/model.ts'
import { viewIn } from '../corpus/view.ts'
import type { Store } from '../delivery/ledger.ts'
import type { Language } from '../languages/language.ts'
import { languageFor } from '../languages/language.ts'
import { type Phrases, phrasesOf } from '../languages/phrases.ts'
import { paragraph, run } from '../message/build.ts'
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
} from '../ports.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { asciiDigits } from '../text/digits.ts'
import { completions, nearest } from '../text/nearest.ts'
import { type InlineResults, inlineResultsFor } from './inline.ts'
import { readLine } from './line.ts'
import { keepAnswerLanguage, offerOwnLanguage, readAnswerLanguage } from './question.ts'

export interface BotParts {
  corpus: Corpus
  /** Over the same corpus, in every language. */
  index: SearchIndex
  store: Store
  clock: Clock
  /** Ids for new subscriptions: unique, at most 25 characters. */
  newId(): string
  log: Log
  /** Asks a chat's platform whether it takes posts; nothing to ask means undefined. */
  check?(chat: Address): Promise<boolean | undefined>
  /** Draws pictures; without it there are none. */
  paint?: Paint
  meter?: Meter
}

export interface Bot {
  readonly commands: readonly Command[]
  /** What a typed line asks for; words without a command are a search. */
  read(line: string): Invocation
  /** The answer; never rejects: a bug is logged and apologised for. */
  answer(call: Invocation, caller: Caller): Promise<Message>
  /** What an adapter has to say itself, in the language of the chat. */
  phrases(caller: Caller): Promise<Phrases>
  /** What to offer while an option is typed, the best first; at most 25. */
  complete(call: { command: string; option: string; typed: string }, caller: Caller): Promise<Completion[]>
  /** What the caller can put into any chat while they write, from the `from`th on, at most `count`. */
  inlineResults(words: string, from: number, count: number, caller: Caller): Promise<InlineResults>
  /** A chat is lost, is back, or has moved: its posts pause, go on, or follow. */
  onChatChange(news: ChatChange): Promise<void>
}

export function createBot(parts: BotParts): Bot {
  const { corpus: whole, index, store, clock, newId, log, check, paint, meter = noMeter } = parts
  const inLanguage = async (language: Language) => ({
    corpus: viewIn(whole, language),
    language,
    say: await phrasesOf(language),
  })
  const contextFor = async (caller: Caller): Promise<Context> => ({
    ...(await inLanguage((await store.languageOf(caller.chat)) ?? languageFor(caller.locale))),
    index,
    store,
    caller,
    now: clock.now(),
    newId,
    meter,
    check: async chat => check?.(chat),
    paint,
    speak: async language => ({ ...(await contextFor(caller)), ...(await inLanguage(language)) }),
  })

  /** News of a thread concerns that thread, news of a chat all of them. */
  const threadsMeant = async (chat: Address) => (chat.thread ? [chat] : await store.threadsOf(chat))

  return {
    commands,
    read: line => readLine(cut(line), commands),
    async answer(asked, caller) {
      const command = commands.find(each => each.name === asked.command)
      const name = command?.name ?? 'unknown'
      const answered = meter.time('commands', { command: name })
      log('debug', 'command', { command: name, ...caller.chat, user: caller.user })
      try {
        const whole = { command: cut(asked.command), args: cutAll(asked.args) }
        const { call, language } = readAnswerLanguage(whole)
        const own = await contextFor(caller)
        const context = language ? await own.speak(language) : own
        const { say } = context
        if (!command) return unknownCommand(call, say)
        if (command.adminsOnly && !(await caller.isAdmin())) return refusal(say.adminsOnly)
        const values = readValues(command, call.args, say)
        if ('refusal' in values) return values.refusal
        const answer = await command.run(values.values, context)
        if (language) return keepAnswerLanguage(language, answer)
        return command.isPrivate ? answer : await offerOwnLanguage(answer, call, context)
      } catch (error) {
        log('error', 'command failed', {
          command: name,
          error: error instanceof Error ? error.stack : String(error),
        })
        return refusal((await phrasesOf(languageFor(caller.locale))).broken)
      } finally {
        answered()
      }
    },
    async complete({ command, option, typed }, caller) {
      const options = commands.find(each => each.name === command)?.options ?? {}
      const found = Object.hasOwn(options, option) ? options[option] : undefined
      if (!found) return []
      if (found.type === 'choice')
        return completions(
          found.values.map(value => ({ value, keys: [value] })),
          cut(typed),
          25,
        ).map(value => ({
          value,
          label: value,
        }))
      return found.complete?.(cut(typed), await contextFor(caller)) ?? []
    },
    phrases: async caller => (await contextFor(caller)).say,
    inlineResults: async (words, from, count, caller) =>
      inlineResultsFor(cut(words), from, count, await contextFor(caller)),
    async onChatChange(news) {
      switch (news.type) {
        case 'lost':
          for (const chat of await threadsMeant(news.chat)) await store.pause(chat, news.reason)
          return
        case 'back':
          for (const chat of await threadsMeant(news.chat)) await store.resume(chat)
          return
        case 'moved':
          // The language goes with the first, so the chat itself is always among them.
          for (const from of [news.from, ...(await store.threadsOf(news.from))])
            await store.move(from, { ...news.to, ...(from.thread && { thread: from.thread }) })
          return
        default:
          return news satisfies never
      }
    },
  }
}

/** Nobody asks for more than this; whatever is longer is cut before any pattern or index sees it. In UTF-16 units. */
export const MAX_INPUT_UNITS = 1000

const cut = (typed: string) => typed.slice(0, MAX_INPUT_UNITS)

const cutAll = (args: Record<string, string>) =>
  Object.fromEntries(Object.entries(args).map(([name, typed]) => [cut(name), cut(typed)]))

const refusal = (words: string): Message => ({ body: [paragraph(words)], isPrivate: true })

function unknownCommand({ command, args }: Invocation, say: Phrases): Message {
  const typed = command.slice(0, 40)
  const named = commands.map(({ name }) => ({ value: name, keys: [name] }))
  const near = nearest(named, 0.5)(typed, 3).map(({ value }) => value)
  const offers = near.length > 0 ? near : ['help']
  return {
    body: [paragraph(say.unknownCommand(typed)), ...(near.length > 0 ? [paragraph(say.didYouMean)] : [])],
    choices: offers.map(name => [
      run(`/${name} ${args.words ?? ''}`.trim().slice(0, 60), name, argsFor(name, args)),
    ]),
  }
}

/** What was typed after a misspelt command goes on to the one that was meant. */
function argsFor(name: string, args: Record<string, string>): Record<string, string> {
  const { words } = args
  return words === undefined ? {} : readLine(`/${name} ${words}`, commands).args
}

type Value = string | number | undefined

/** The arguments as the command's options want them, or the answer that says which is wrong. Empty ones are missing. */
function readValues(
  command: Command,
  args: Record<string, string>,
  say: Phrases,
): { values: Record<string, Value> } | { refusal: Message } {
  const values: Record<string, Value> = {}
  for (const [name, typed] of Object.entries(args)) {
    const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined
    if (!option) return { refusal: { body: [paragraph(say.notAnOption(command.name, name))] } }
    if (typed.trim() === '') continue
    const value = readValue(option, typed.trim())
    if (value !== undefined) values[name] = value
    else return { refusal: refuse(command, name, option, typed, args, say) }
  }
  return { values }
}

function readValue(option: Option, typed: string): Value {
  switch (option.type) {
    case 'integer':
      return readInteger(asciiDigits(typed))
    case 'choice':
      return option.values.find(value => value === typed.toLowerCase())
    case 'text':
    case 'time':
    case 'zone':
      return typed
    default:
      return option satisfies never
  }
}

const readInteger = (typed: string) =>
  /^\d{1,6}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined

function refuse(
  command: Command,
  name: string,
  option: Option,
  typed: string,
  args: Record<string, string>,
  say: Phrases,
): Message {
  const shown = typed.slice(0, 40)
  if (option.type !== 'choice') return { body: [paragraph(say.notANumber(name, shown))] }
  return {
    body: [paragraph(say.notOneOf(name, shown, option.values.join(', ')))],
    choices: [option.values.map(value => run(value, command.name, { ...args, [name]: value }))],
  }
}
