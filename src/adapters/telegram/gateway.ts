// Makes requests to Telegram, and tells the page of a gateway that nobody is behind from an answer of Telegram.

import { createRequire } from 'node:module'

/** grammY's own types leave it open. */
type Fetch = (url: string, request: unknown) => Promise<Response>

/** The code of the error for a request that no server of Telegram can have got. */
export const NOBODY_BEHIND_GATEWAY = 'NOBODY_BEHIND_GATEWAY'

/** The one that grammY would use itself: its requests carry what no other takes. */
const fetchOfGrammy: Fetch = createRequire(createRequire(import.meta.url).resolve('grammy'))('node-fetch')

/**
 * grammY drops the status of an answer that is no JSON. A gateway answers 503 where it has no server to pass the request
 * to (https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable); what it answers 502 and 504 to may have been
 * passed on.
 */
export const fetchFromTelegram: Fetch = async (url, request) => {
  const answer = await fetchOfGrammy(url, request)
  if (answer.status !== 503 || /json/.test(answer.headers.get('content-type') ?? '')) return answer
  await answer.text()
  throw Object.assign(new Error('503 of a gateway'), { code: NOBODY_BEHIND_GATEWAY })
}
