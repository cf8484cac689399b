// Answers /privacy, /export and /forget: says what is stored about a chat, exports it as a file, and erases it.

import { bullets, heading, paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { type Context, command, oneOf } from './command.ts'
import { type Scope, scopesOf } from './shared/scope.ts'

export const privacy = command({
  name: 'privacy',
  options: {},
  run: (_, { say }) => ({
    body: [
      heading(2, say.commands.privacy.title),
      paragraph(say.commands.privacy.kept),
      bullets(say.commands.privacy.items),
      paragraph(say.commands.privacy.notKept),
    ],
    choices: [[run(say.commands.privacy.export, 'export'), run(say.commands.privacy.forget, 'forget')]],
  }),
})

export const exportRows = command({
  name: 'export',
  adminsOnly: true,
  isPrivate: true,
  hasPlace: true,
  options: {
    here: oneOf(['yes'], { isHidden: true }),
    scope: oneOf(['place', 'chat'], { isHidden: true }),
  },
  run: async ({ here, scope: named }, context): Promise<Message> => {
    const { say, store } = context
    const { chat, place } = scopesOf(context)
    // A place that was named is meant itself.
    const scope = place && (named === 'place' || (named === undefined && context.place)) ? place : chat
    const rows = await store.rowsOf(scope.address)
    const phrases = say.commands.export
    const other =
      place &&
      (scope === place
        ? run(say.scope.all(chat.name), 'export', { scope: 'chat' })
        : run(say.scope.only(place.name), 'export', { scope: 'place' }))
    if (isEmpty(rows))
      return {
        body: [paragraph(phrases.nothing(scope.name))],
        ...(other && scope === place && { choices: [[other]] }),
      }
    return {
      body: [paragraph(phrases.here(scope.name))],
      // A chat's data is for its admins only, unless they want everybody to see it.
      ...(here === undefined && { isPrivate: true }),
      ...(other && { choices: [[other]] }),
      file: {
        name: 'daybook.json',
        data: new TextEncoder().encode(`${JSON.stringify(rows, null, 2)}\n`),
        notices: {
          sent: { body: [paragraph(phrases.sentAlone)] },
          notSent: {
            body: [paragraph(phrases.notAlone)],
            choices: [
              [run(phrases.postHere, 'export', { here: 'yes', ...(place && { scope: scope.type }) })],
            ],
          },
          openChat: phrases.openPrivate,
        },
      },
    }
  },
})

export const forget = command({
  name: 'forget',
  adminsOnly: true,
  isPrivate: true,
  hasPlace: true,
  options: {
    sure: oneOf(['yes'], { isHidden: true }),
    scope: oneOf(['place', 'chat'], { isHidden: true }),
  },
  run: async ({ sure, scope: named }, context): Promise<Message> => {
    const { say, store } = context
    const { chat, place } = scopesOf(context)
    const phrases = say.commands.forget
    const meant = named === 'place' ? place : chat
    // Buttons of earlier versions name no scope: they mean the whole chat.
    if (sure === 'yes' && meant) {
      if (isEmpty(await store.rowsOf(meant.address))) return nothing(meant, context)
      await store.forget(meant.address)
      return { body: [paragraph(phrases.done(meant.name))] }
    }
    const rows = await store.rowsOf(chat.address)
    if (isEmpty(rows)) return nothing(chat, context)
    // A chat that can have places is named, even where the question is about none of them.
    if (place || chat.name !== say.scope.chat) return askScope({ chat, place }, context)
    return {
      body: [paragraph(phrases.ask(...countsOf(rows)))],
      choices: [[run(phrases.yes, 'forget', { sure: 'yes' }, true)]],
    }
  },
})

/** Says how much is stored about the place, if any, and about all of the chat, and offers to erase either. */
async function askScope({ chat, place }: Scopes, { say, store }: Context): Promise<Message> {
  const phrases = say.commands.forget
  const rowsOfPlace = place && (await store.rowsOf(place.address))
  const rows = await store.rowsOf(chat.address)
  const erase = (scope: Scope) => [
    run(phrases.forgetScope(scope.name), 'forget', { sure: 'yes', scope: scope.type }, true),
  ]
  const stored = (scope: Scope, of: Rows) =>
    paragraph(
      isEmpty(of) ? say.commands.export.nothing(scope.name) : phrases.stored(scope.name, ...countsOf(of)),
    )
  return {
    body: [
      ...(place && rowsOfPlace ? [stored(place, rowsOfPlace)] : []),
      stored(chat, rows),
      paragraph(phrases.askScope),
    ],
    choices: [...(place && rowsOfPlace && !isEmpty(rowsOfPlace) ? [erase(place)] : []), erase(chat)],
  }
}

interface Scopes {
  chat: Scope
  place: Scope | undefined
}

const nothing = ({ name }: Scope, { say }: Context): Message => ({
  body: [paragraph(say.commands.export.nothing(name))],
})

type Rows = Awaited<ReturnType<Context['store']['rowsOf']>>

const isEmpty = (rows: Rows) => Object.values(rows).every(({ length }) => length === 0)

const countsOf = ({
  subscriptions = [],
  deliveries = [],
}: Rows): [subscriptions: number, deliveries: number] => [subscriptions.length, deliveries.length]
