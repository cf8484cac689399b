// Answers /language: shows or sets the language of this chat, or of one place of it.

import {
  type Language,
  languageFor,
  languageNamed,
  languages,
  namesOf,
  ownNameOf,
} from '../languages/language.ts'
import { paragraph, run } from '../message/build.ts'
import type { Choice, Message } from '../message/message.ts'
import { type Context, command, oneOf } from './command.ts'
import { offersChanges, refuseNonAdmin } from './shared/admins.ts'
import { languageScope, type Scope, scopesOf } from './shared/scope.ts'

/** The language of a chat that had not chosen one. */
const NONE = 'none'

export const language = command({
  name: 'language',
  isPrivate: true,
  hasPlace: true,
  options: {
    language: oneOf(languages, {
      read: languageNamed,
      label: ownNameOf,
      alsoCalled: namesOf,
      isChange: true,
    }),
    scope: oneOf(['place', 'chat', 'same', 'own'], { isHidden: true, isChange: true }),
    before: oneOf([...languages, NONE], { isHidden: true }),
  },
  example: ({ language: current }) => {
    const other = languages.find(each => each !== current)
    return other === undefined ? undefined : { language: other }
  },
  run: async ({ language: wanted, scope: named, before }, context): Promise<Message> => {
    const { store } = context
    const { chat, place } = scopesOf(context)
    const scope =
      named === undefined ? await languageScope(context) : named === 'place' ? (place ?? chat) : chat
    if (wanted === undefined && named !== 'same' && named !== 'own') return view(scope, context)
    const refusal = await refuseNonAdmin(context)
    if (refusal) return refusal
    if (wanted === undefined) return named === 'own' ? takeBackOfChat(context) : takeBack(context)
    if (scope.type === 'place') return setOfPlace(scope, { wanted, before }, context)
    const former = (await store.ownLanguageOf(chat.address)) ?? NONE
    await store.setLanguage(chat.address, wanted)
    if (place) await store.setLanguage(place.address, undefined)
    return confirmation({ scope: chat, language: wanted, before: former }, context)
  },
})

/** The language of the scope, with a choice of the others and of the other scope. */
async function view(scope: Scope, context: Context): Promise<Message> {
  const { say, store } = context
  const phrases = say.commands.language
  const { chat, place } = scopesOf(context)
  const language = (await store.languageOf(scope.address)) ?? context.language
  const ofChat = scope.type === 'place' ? await store.ownLanguageOf(chat.address) : undefined
  const words = (await offersChanges(context.caller)) ? phrases.is : phrases.rest
  const body = [
    paragraph(words(ownNameOf(language), scope.name)),
    ...(ofChat === undefined ? [] : [paragraph(phrases.rest(ownNameOf(ofChat), chat.name))]),
  ]
  if (!place) return { body, choices: [...choicesBeside(language, {}), ...(await ownChoice(context))] }
  return {
    body,
    choices: [
      ...choicesBeside(language, { scope: scope.type }),
      ...(scope.type === 'place'
        ? [
            [run(say.scope.all(chat.name), 'language', { scope: 'chat' }, true)],
            ...(await sameChoice(context)),
          ]
        : [
            [run(say.scope.only(place.name), 'language', { scope: 'place' }, true)],
            ...(await ownChoice(context)),
          ]),
    ],
  }
}

async function setOfPlace(
  scope: Scope,
  { wanted: language, before }: { wanted: Language; before: Language | undefined },
  context: Context,
): Promise<Message> {
  const { store } = context
  const { chat } = scopesOf(context)
  await store.setLanguage(scope.address, language)
  // The answer with this choice set all of the chat, which is taken back unless somebody has changed it since.
  if (before === undefined || (await store.ownLanguageOf(chat.address)) !== language)
    return confirmation({ scope, language }, context)
  await store.setLanguage(chat.address, before === NONE ? undefined : before)
  return confirmation({ scope, language, ...(before !== NONE && { restored: before }) }, context)
}

/** Gives the place the language of its chat again. */
async function takeBack(context: Context): Promise<Message> {
  const { store, caller } = context
  const { chat, place } = scopesOf(context)
  if (!place) return view(chat, context)
  await store.setLanguage(place.address, undefined)
  const language = (await store.ownLanguageOf(chat.address)) ?? languageFor(caller.locale)
  const there = await inLanguage(language, context)
  const scopes = scopesOf(there)
  const { sameAgain } = there.say.commands.language
  const name = ownNameOf(language)
  return {
    body: [paragraph(sameAgain(name, scopes.place?.name ?? place.name, scopes.chat.name))],
    choices: choicesBeside(language, { scope: 'place' }),
  }
}

/** Answers everybody in the chat in the language of their own app again. */
async function takeBackOfChat(context: Context): Promise<Message> {
  const { store, caller } = context
  const { chat } = scopesOf(context)
  await store.setLanguage(chat.address, undefined)
  const language = languageFor(caller.locale)
  const there = await inLanguage(language, context)
  const { ownAgain } = there.say.commands.language
  return {
    // A post has no reader whose app could give its language.
    body: [paragraph(ownAgain(scopesOf(there).chat.name, ownNameOf('en')))],
    choices: choicesBeside(language, { scope: 'chat' }),
  }
}

interface Confirmed {
  scope: Scope
  language: Language
  /** What all of the chat had before. */
  before?: Language
  /** What all of the chat has again. */
  restored?: Language
}

/** Offers the scope that was not meant, too. */
async function confirmation(
  { scope: { type }, language, before, restored }: Confirmed,
  context: Context,
): Promise<Message> {
  const there = await inLanguage(language, context)
  const { say } = there
  const phrases = say.commands.language
  const { chat, place } = scopesOf(there)
  const scope = type === 'place' && place ? place : chat
  const body = [
    paragraph(phrases.done(ownNameOf(language), scope.name)),
    ...(restored === undefined ? [] : [paragraph(phrases.rest(ownNameOf(restored), chat.name))]),
  ]
  if (!place) return { body, choices: [...choicesBeside(language, {}), ...(await ownChoice(there))] }
  const only = { language, scope: 'place', ...(before !== undefined && { before }) }
  return {
    body,
    choices: [
      ...choicesBeside(language, { scope: type }),
      type === 'chat'
        ? [run(say.scope.only(place.name), 'language', only, true)]
        : [run(say.scope.all(chat.name), 'language', { language, scope: 'chat' }, true)],
      ...(type === 'place' ? await sameChoice(there) : await ownChoice(there)),
    ],
  }
}

/** A change is confirmed in the new language, unless it is that of another place. */
const inLanguage = async (language: Language, context: Context): Promise<Context> =>
  context.place ? context : { ...context, say: (await context.speak(language)).say, language }

/** A choice to take the language of the place back, if it has its own. */
async function sameChoice(context: Context): Promise<Choice[][]> {
  const { say, store } = context
  const { chat, place } = scopesOf(context)
  if (!place || (await store.ownLanguageOf(place.address)) === undefined) return []
  return [[run(say.commands.language.same(chat.name), 'language', { scope: 'same' }, true)]]
}

/** A choice to take the language of the chat back, if it has one. */
async function ownChoice(context: Context): Promise<Choice[][]> {
  const { say, store } = context
  if ((await store.ownLanguageOf(scopesOf(context).chat.address)) === undefined) return []
  return [[run(say.commands.language.own, 'language', { scope: 'own' }, true)]]
}

const choicesBeside = (current: Language, args: Record<string, string>): Choice[][] => [
  languages
    .filter(each => each !== current)
    .map(each => run(ownNameOf(each), 'language', { language: each, ...args }, true)),
]
