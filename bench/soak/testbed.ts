// Sets up a soak: both fake platforms, a corpus with a day for each fan-out, and chats subscribed to them.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { createClock } from '../../src/adapters/host/clock.ts'
import { openStore } from '../../src/adapters/storage/open.ts'
import { type Delivery, deliveryStates } from '../../src/core/delivery/ledger.ts'
import type { Store } from '../../src/core/delivery/store.ts'
import type { Address } from '../../src/core/ports.ts'
import { startDiscord } from '../../test/fakes/discord/index.ts'
import { startTelegram } from '../../test/fakes/telegram/index.ts'

const telegramToken = '123456:AAtheFakeTokenOfTheSoak'
const discordToken = 'MTIzNDU2.AbCdEf.the-fake-token-of-the-soak'
/** Enough servers that Discord's limit per server never slows the run. */
const DISCORD_SERVERS = 250

export type Testbed = Awaited<ReturnType<typeof createTestbed>>

interface Reader {
  address: Address
  /** The texts that the bot posted there. */
  texts(): string[]
}

/** At each of the moments `fanOuts`, in seconds from now, `chats` chats get a post. */
export async function createTestbed({ chats, fanOuts }: { chats: number; fanOuts: readonly number[] }) {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-soak-'))
  const [state, corpus, temporary] = ['state', 'corpus', 'tmp'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(temporary)
  cpSync('data', corpus, { recursive: true })
  const telegram = await startTelegram({ token: telegramToken })
  const discord = await startDiscord({ token: discordToken, timeoutMs: 15_000 })
  const readers = readersOf(chats, telegram, discord)
  const store = await openStore({ state }, createClock(), () => {})

  const start = Temporal.Now.instant().round('second')
  for (const [wave, seconds] of fanOuts.entries()) {
    const at = start.add({ seconds })
    const local = at.toZonedDateTimeISO('UTC')
    writeFileSync(join(corpus, `anniversaries/${dayOf(wave)}.yaml`), dayFile(wave, local.toPlainDate()))
    for (let from = 0; from < readers.length; from += 500)
      await Promise.all(
        readers.slice(from, from + 500).map(({ address }, index) =>
          store.putSubscription({
            id: `${wave}x${String(from + index).padStart(14, '0')}`,
            chat: address,
            anniversary: dayOf(wave),
            zone: 'UTC',
            time: local.toPlainTime(),
            grace: { type: 'days', days: 3 },
            leapDay: 'february-28',
            status: { type: 'active' },
            next: { occurrence: local.toPlainDate(), at },
          }),
        ),
      )
  }

  return {
    telegram,
    discord,
    store,
    env: {
      DAYBOOK_STATE: state,
      DAYBOOK_CORPUS: corpus,
      TMPDIR: temporary,
      TELEGRAM_TOKEN: telegramToken,
      TELEGRAM_API_ROOT: telegram.url,
      DISCORD_TOKEN: discordToken,
      DISCORD_API: discord.api,
    },
    /** Writes a new version of an article, or a broken one. */
    edit(count: number, isBroken: boolean) {
      const published = isBroken ? 'never' : '2024-01-07'
      writeFileSync(
        join(corpus, 'articles/soak.en.md'),
        `---\ntitle: Edition ${count}\npublisher: The Soak\npublisherNote: a test\npublished: ${published}\n---\n\nText.\n`,
      )
    },
    /** Compares what the platforms received of each post with what the ledger says. */
    async compare() {
      const rows = await allRows(store)
      const result = { rows: rows.length, arrived: 0, duplicates: 0, unknown: 0, lost: 0, open: 0 }
      const texts = new Map(readers.map(reader => [keyOf(reader.address), reader.texts()]))
      for (const { state, subscription } of rows) {
        const name = nameOf(Number(subscription.anniversary.split('-').at(-1)))
        const seen = texts.get(keyOf(subscription.chat))?.filter(text => isPostOf(name, text)).length ?? 0
        if (seen > 0) result.arrived++
        if (seen > 1) result.duplicates += seen - 1
        if (state === 'unknown') result.unknown++
        if (seen === 0 && state !== 'unknown') result.lost++
        if (['pending', 'leased', 'sending'].includes(state)) result.open++
      }
      return { expected: readers.length * fanOuts.length, ...result }
    },
    async close() {
      await store.close()
      await telegram.close()
      await discord.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A notice about a post has its name in quotation marks. */
export const isPostOf = (name: string, text: string) => text.includes(name) && !text.includes(`“${name}”`)

const dayOf = (wave: number) => `soak-${wave}`
const nameOf = (wave: number) => `The day of fan-out ${wave}`

function dayFile(wave: number, day: Temporal.PlainDate): string {
  const yearly = `${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`
  return `names: { en: ${nameOf(wave)} }\nrecurrence: { yearly: "${yearly}" }\nsince: 2000-${yearly}\n`
}

function readersOf(
  chats: number,
  telegram: Awaited<ReturnType<typeof startTelegram>>,
  discord: Awaited<ReturnType<typeof startDiscord>>,
): Reader[] {
  const half = Math.floor(chats / 2)
  const onTelegram = Array.from({ length: half }, (): Reader => {
    const chat = telegram.privateChat()
    return {
      address: { platform: 'telegram', chat: String(chat.id) },
      // A short post is the caption of its picture.
      texts: () => chat.room.botMessages.map(({ text, caption }) => String(text ?? caption ?? '')),
    }
  })
  const guilds = Array.from({ length: Math.min(DISCORD_SERVERS, chats - half) }, (_, n) =>
    discord.guild(`Server ${n}`),
  )
  const onDiscord = Array.from({ length: chats - half }, (_, n): Reader => {
    const guild = guilds[n % guilds.length]
    if (!guild) throw new Error('there is no server')
    const place = guild.channel(`channel-${n}`)
    return {
      address: { platform: 'discord', chat: guild.id, thread: place.id },
      texts: () => place.posts.map(({ text }) => text),
    }
  })
  // Alternating, so that a kill hits both.
  return onTelegram.flatMap((each, n) => [each, onDiscord[n]].filter(one => one !== undefined))
}

const keyOf = ({ platform, chat, thread = '' }: Address) => `${platform} ${chat} ${thread}`

const allRows = (store: Store): Promise<Delivery[]> => store.listDeliveries(deliveryStates, 1_000_000)
