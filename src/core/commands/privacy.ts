// Answers /privacy, /export and /forget: says what is stored about a chat, exports it as a file, and erases it.

import { isPostOptionsKey } from '../delivery/post-options.ts'
import { bullets, confirm, heading, paragraph, run } from '../message/build.ts'
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
    if (place && context.place) return askAbout([place], context)
    const rows = await store.rowsOf(chat.address)
    if (isEmpty(rows)) return nothing(chat, context)
    if (named === 'chat') return askWhole(chat, rows, context)
    // A chat that can have places is named, even where the question is about none of them.
    if (place || chat.name !== say.scope.chat) return askAbout(place ? [place, chat] : [chat], context)
    return {
      body: [paragraph(`${phrases.ask(keptIn(rows, context))} ${finality(rows, context)}`)],
      choices: [[confirm(phrases.yes, 'forget', { sure: 'yes' }, true)]],
    }
  },
})

/** Says how much is stored about each scope, and offers to erase it. A whole chat of many places is asked about again. */
async function askAbout(scopes: readonly Scope[], context: Context): Promise<Message> {
  const { say, store } = context
  const phrases = say.commands.forget
  const all = await Promise.all(
    scopes.map(async scope => ({ scope, rows: await store.rowsOf(scope.address) })),
  )
  const [only, ...others] = all
  if (only && others.length === 0 && isEmpty(only.rows)) return nothing(only.scope, context)
  const ends = all.find(({ rows }) => runningIn(rows).length > 0) ?? all[0]
  return {
    body: [
      ...all.map(({ scope, rows }) =>
        paragraph(
          isEmpty(rows)
            ? say.commands.export.nothing(scope.name)
            : phrases.stored(scope.name, keptIn(rows, context)),
        ),
      ),
      ...(ends
        ? [paragraph(`${others.length > 0 ? phrases.which : phrases.really} ${finality(ends.rows, context)}`)]
        : []),
    ],
    choices: all
      .filter(({ rows }) => !isEmpty(rows))
      .map(({ scope: { type, name } }) => [
        confirm(
          phrases.forgetScope(name),
          'forget',
          { ...(type === 'place' && { sure: 'yes' }), scope: type },
          true,
        ),
      ]),
  }
}

/** The second question before a whole server or group is erased. */
function askWhole(chat: Scope, rows: Rows, context: Context): Message {
  const { say, caller } = context
  const phrases = say.commands.forget
  const places = new Set(runningIn(rows).map(({ thread }) => thread)).size
  const spread = phrases.inPlaces[caller.kind === 'server' ? 'server' : 'group'](places)
  const kept = keptIn(rows, context, places > 1 ? spread : undefined)
  return {
    body: [paragraph(`${phrases.whole(chat.name, kept)} ${finality(rows, context)}`)],
    choices: [[confirm(phrases.forgetScope(chat.name), 'forget', { sure: 'yes', scope: 'chat' }, true)]],
  }
}

const nothing = ({ name }: Scope, { say }: Context): Message => ({
  body: [paragraph(say.commands.export.nothing(name))],
})

type Rows = Awaited<ReturnType<Context['store']['rowsOf']>>

const isEmpty = (rows: Rows) => Object.values(rows).every(({ length }) => length === 0)

const runningIn = ({ subscriptions = [] }: Rows) => subscriptions.filter(({ status }) => status !== 'ended')

/** Says in a few words what is stored, and names only what there is. `spread` follows the number of subscriptions. */
function keptIn(rows: Rows, { say }: Context, spread?: string): string {
  const { kept } = say.commands.forget
  const { subscriptions = [], deliveries = [], language = [], memory = [] } = rows
  const running = runningIn(rows).length
  const ended = subscriptions.length - running
  const parts = [
    ...(running > 0 ? [[kept.subscriptions(running), spread].filter(Boolean).join(' ')] : []),
    ...(running === 0 && ended > 0 ? [kept.ended(ended)] : []),
    ...(deliveries.length > 0 ? [kept.posts(deliveries.length)] : []),
    ...(language.length > 0 ? [kept.language] : []),
    ...(memory.some(({ key }) => isPostOptionsKey(String(key))) ? [kept.postOptions] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : kept.buttons
}

const finality = (rows: Rows, { say: { commands } }: Context): string =>
  runningIn(rows).length > 0 ? commands.forget.endsPosts : commands.forget.forGood
