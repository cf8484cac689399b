// Sends single requests to a fake Telegram without a bot, and checks tables of those that it refuses and accepts.

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type ApiAnswer, createApiCall } from './api-call.ts'
import { type Chat, startTelegram, type Telegram } from './index.ts'

type RefusedRow = [name: string, ask: () => Promise<ApiAnswer>, description: string | RegExp]
type AcceptedRow = [name: string, ask: () => Promise<ApiAnswer>]

/** Starts a fake with one private chat for all tests of a file. */
export function startProbe() {
  let fake: Telegram
  let chat: Chat
  beforeAll(async () => {
    fake = await startTelegram()
    chat = fake.privateChat()
  })
  afterAll(() => fake.close())
  afterEach(() => {
    fake.refused.length = 0
    fake.declined.length = 0
  })
  const call = (method: string, parameters: object = {}) => createApiCall(fake)(method, parameters)
  return {
    fake: () => fake,
    chat: () => chat,
    call,
    sends: (parameters: object) =>
      call('sendMessage', { chat_id: chat.id, text: 'January 7', ...parameters }),

    /** Sends a photo with its file, as a form. */
    async photo(fields: Record<string, string>): Promise<ApiAnswer> {
      const form = new FormData()
      const all = { chat_id: String(chat.id), photo: 'attach://map', ...fields }
      for (const [name, value] of Object.entries(all)) form.append(name, value)
      form.append('map', new Blob(['x']), 'map.png')
      const answer = await fetch(`${fake.url}/bot${fake.token}/sendPhoto`, { method: 'POST', body: form })
      return answer.json() as Promise<ApiAnswer>
    },

    itRefuses: (rows: RefusedRow[]) =>
      it.each(rows)('%s is refused and recorded', async (_, ask, description) => {
        const answer = await ask()
        expect(answer).toMatchObject({ ok: false, error_code: 400 })
        if (typeof description === 'string') expect(answer.description).toBe(`Bad Request: ${description}`)
        else expect(answer.description?.replace('Bad Request: ', '')).toMatch(description)
        expect(fake.refused).toMatchObject([
          { description: answer.description, parameters: expect.anything() },
        ])
        expect(fake.declined).toEqual([])
      }),

    itAccepts: (rows: AcceptedRow[]) =>
      it.each(rows)('%s is accepted', async (_, ask) => {
        expect(await ask()).toMatchObject({ ok: true })
        expect(fake.refused).toEqual([])
      }),
  }
}
