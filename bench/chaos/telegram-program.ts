// Runs the whole program over the fake Telegram, with chats that are due a post at a moment.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { createClock } from '../../src/adapters/host/clock.ts'
import { openStore } from '../../src/adapters/storage/open.ts'
import { type Delivery, deliveryStates } from '../../src/core/delivery/ledger.ts'
import { documentedRates, startTelegram } from '../../test/fakes/telegram/index.ts'
import { type SoakedProgram, startProgram } from '../soak/program.ts'
import { isPostOf } from '../soak/testbed.ts'
import { dueSubscription } from './testbed.ts'

const TOKEN = '123456:AAtheFakeTokenOfTheChaos'
const NAME = 'The day of the trouble'

export type TelegramProgram = Awaited<ReturnType<typeof startTelegramProgram>>

/** The chats are due `inSeconds` from now. The program is started by the caller. */
export async function startTelegramProgram({ chats, inSeconds }: { chats: number; inSeconds: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-chaos-'))
  const [state, corpus] = [join(folder, 'state'), join(folder, 'corpus')]
  cpSync('data', corpus, { recursive: true })
  mkdirSync(join(folder, 'tmp'))
  const telegram = await startTelegram({ token: TOKEN, rates: documentedRates })
  const store = await openStore({ state }, createClock(), () => {})
  const at = Temporal.Now.instant().round('second').add({ seconds: inSeconds })
  const local = at.toZonedDateTimeISO('UTC')
  const day = local.toPlainDate()
  const yearly = day.toString().slice(5)
  writeFileSync(
    join(corpus, 'anniversaries/trouble.yaml'),
    `names: { en: ${NAME} }\nrecurrence: { yearly: "${yearly}" }\nsince: 2000-${yearly}\n`,
  )
  const readers = Array.from({ length: chats }, () => telegram.privateChat())
  for (const [index, { id }] of readers.entries())
    await store.putSubscription({
      ...dueSubscription(index, { platform: 'telegram', chat: String(id) }, at),
      anniversary: 'trouble',
    })
  let program: SoakedProgram | undefined
  return {
    telegram,
    store,
    dueAt: at,
    start(): SoakedProgram {
      program = startProgram({
        DAYBOOK_STATE: state,
        DAYBOOK_CORPUS: corpus,
        TMPDIR: join(folder, 'tmp'),
        TELEGRAM_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: telegram.url,
      })
      return program
    },
    /** How many posts each chat has. A short post is the caption of its picture. */
    counts: (): Map<string, number> =>
      new Map(
        readers.map(({ id, room }) => [
          String(id),
          room.botMessages.filter(({ text, caption }) => isPostOf(NAME, String(text ?? caption ?? '')))
            .length,
        ]),
      ),
    ledger: (): Promise<Delivery[]> => store.listDeliveries(deliveryStates, chats),
    async close() {
      await program?.stop()
      await store.close()
      await telegram.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
