// The bot as adapters see it: it reads a line, answers an invocation, completes an option.
import type { Command, Completion, Context, Option } from './commands/command.ts'
import { commands } from './commands/list.ts'
import { readLine } from './commands/read.ts'
import type { Corpus, Language } from './corpus/corpus.ts'
import type { Store } from './delivery/ledger.ts'
import { paragraph, run } from './message/build.ts'
import type { Invocation, Message } from './message/message.ts'
import { type Phrases, phrasesOf } from './phrases/phrases.ts'
import type { Address, Caller, Clock, Log } from './ports.ts'
import type { SearchIndex } from './search/index.ts'
import { completions, nearest } from './search/nearest.ts'

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
}

export interface Bot {
  readonly commands: readonly Command[]
  /** What a typed line asks for; words without a command are a search. */
  read(line: string): Invocation
  /** The answer; never rejects: a bug is logged and apologised for. */
  answer(call: Invocation, caller: Caller): Promise<Message>
  /** What to offer while an option is typed, the best first; at most 25. */
  complete(call: { command: string; option: string; typed: string }, caller: Caller): Completion[]
}

export function createBot({ corpus: whole, index, store, clock, newId, log, check }: BotParts): Bot {
  const language: Language = 'en'
  const say = phrasesOf(language)
  const corpus = inLanguage(whole, language)
  const contextFor = (caller: Caller): Context => ({
    corpus,
    index,
    store,
    caller,
    now: clock.now(),
    language,
    say,
    newId,
    check: async chat => check?.(chat),
  })

  return {
    commands,
    read: line => readLine(line, commands),
    async answer(call, caller) {
      try {
        const command = commands.find(each => each.name === call.command)
        if (!command) return unknownCommand(call, say)
        if (command.adminsOnly && !caller.isAdmin) return { body: [paragraph(say.adminsOnly)] }
        const values = readValues(command, call.args, say)
        if ('refusal' in values) return values.refusal
        return await command.run(values.values, contextFor(caller))
      } catch (error) {
        log('error', 'command failed', {
          command: call.command,
          error: error instanceof Error ? error.stack : String(error),
        })
        return { body: [paragraph(say.broken)] }
      }
    },
    complete({ command, option, typed }, caller) {
      const options = commands.find(each => each.name === command)?.options ?? {}
      const found = Object.hasOwn(options, option) ? options[option] : undefined
      if (!found) return []
      if (found.type === 'choice')
        return completions(
          found.values.map(value => ({ value, keys: [value] })),
          typed,
          25,
        ).map(value => ({
          value,
          label: value,
        }))
      return found.complete?.(typed, contextFor(caller)) ?? []
    },
  }
}

/** Each article once: in the language asked for, else in English, else as it is. */
function inLanguage(corpus: Corpus, language: Language): Corpus {
  const rank = (each: Language) => (each === language ? 0 : each === 'en' ? 1 : 2)
  const best = new Map<string, Corpus['articles'][number]>()
  for (const article of corpus.articles) {
    const other = best.get(article.id)
    if (!other || rank(article.language) < rank(other.language)) best.set(article.id, article)
  }
  return { ...corpus, articles: [...best.values()] }
}

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
      return /^\d{1,6}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined
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
