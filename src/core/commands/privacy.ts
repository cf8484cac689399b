// Answers /privacy, /export and /forget: says what is stored about a chat, exports it as a file, and erases it.

import { bullets, heading, paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { type Context, command, oneOf } from './command.ts'

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
  options: { here: oneOf(['yes'], { isHidden: true }) },
  run: async ({ here }, { say, store, caller }): Promise<Message> => {
    const rows = await store.rowsOf(caller.chat)
    const phrases = say.commands.export
    if (isEmpty(rows)) return { body: [paragraph(phrases.nothing)] }
    return {
      body: [paragraph(phrases.here)],
      // A chat's data is for its admins only, unless they want everybody to see it.
      ...(here === undefined && { isPrivate: true }),
      file: {
        name: 'daybook.json',
        data: new TextEncoder().encode(`${JSON.stringify(rows, null, 2)}\n`),
        notices: {
          sent: { body: [paragraph(phrases.sentAlone)] },
          notSent: {
            body: [paragraph(phrases.notAlone)],
            choices: [[run(phrases.postHere, 'export', { here: 'yes' })]],
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
  options: { sure: oneOf(['yes'], { isHidden: true }) },
  run: async ({ sure }, { say, store, caller }): Promise<Message> => {
    const phrases = say.commands.forget
    const rows = await store.rowsOf(caller.chat)
    if (isEmpty(rows)) return { body: [paragraph(say.commands.export.nothing)] }
    if (sure !== 'yes')
      return {
        body: [paragraph(phrases.ask(rows.subscriptions?.length ?? 0, rows.deliveries?.length ?? 0))],
        choices: [[run(phrases.yes, 'forget', { sure: 'yes' }, true)]],
      }
    await store.forget(caller.chat)
    return { body: [paragraph(phrases.done)] }
  },
})

const isEmpty = (rows: Awaited<ReturnType<Context['store']['rowsOf']>>) =>
  Object.values(rows).every(({ length }) => length === 0)
