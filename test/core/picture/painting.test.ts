// Checks that a message goes out on time whatever the painter does, with its picture or without.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../../src/core/delivery/ledger.ts'
import type { Painter } from '../../../src/core/picture/painting.ts'
import { createPaint, type Paint } from '../../../src/core/picture/painting.ts'
import type { Card } from '../../../src/core/picture/picture.ts'
import { createComposer } from '../../../src/core/wording/composer.ts'
import { subscription } from '../../contracts/store.ts'
import { createChat, textOf } from '../bundled.ts'

const card: Card = {
  type: 'card',
  language: 'en',
  title: 'T',
  line: 'L',
  span: '1979',
  source: 'S',
  alt: 'A',
}
const subscribed = subscription()
const delivery: Delivery = {
  id: 'd',
  subscription: subscribed,
  due: subscribed.next,
  state: 'leased',
  attempt: 1,
  expiresAt: subscribed.next.at.add({ hours: 72 }),
  resent: false,
}
const bytes = new Uint8Array([1, 2, 3])

/** `paint` with a clock whose waits end when the test says so; errors are logged into `errors`. */
function painting(painter: Painter) {
  const errors: string[] = []
  const waits: (() => void)[] = []
  const ended: AbortSignal[] = []
  const paint = createPaint({
    painter,
    clock: {
      now: () => Temporal.Instant.from('2027-01-07T00:00:00Z'),
      until: (_, signal) => {
        ended.push(signal)
        return new Promise(resolve => waits.push(resolve))
      },
    },
    log: (level, event, { error }) => errors.push(`${level} ${event}: ${error}`),
  })
  return { paint, errors, ended, timePasses: () => waits[0]?.() }
}

describe('a painter', () => {
  it('gives a picture with its alt text, and its timer is cancelled', async () => {
    const { paint, errors, ended } = painting({ paint: async () => bytes })
    expect(await paint(card)).toEqual({ data: bytes, alt: 'A' })
    expect(errors).toEqual([])
    expect(ended.map(signal => signal.aborted)).toEqual([true])
  })

  it('that rejects leaves the picture out, and the log says why', async () => {
    const { paint, errors } = painting({ paint: async () => Promise.reject(new Error('no canvas')) })
    expect(await paint(card)).toBeUndefined()
    expect(errors).toEqual(['error picture not drawn: Error: no canvas'])
  })

  it('that throws does the same', async () => {
    const { paint, errors } = painting({
      paint: () => {
        throw new Error('no fonts')
      },
    })
    expect(await paint(card)).toBeUndefined()
    expect(errors).toEqual(['error picture not drawn: Error: no fonts'])
  })

  it('that never answers is abandoned after five seconds', async () => {
    const { paint, errors, timePasses } = painting({ paint: () => new Promise(() => {}) })
    const painted = paint(card)
    timePasses()
    expect(await painted).toBeUndefined()
    expect(errors).toEqual(['error picture not drawn: not finished after 5 s'])
  })
})

describe('the post of 7 January', () => {
  const compose = async (paint?: Paint) => {
    const { corpus, store } = await createChat()
    return createComposer(corpus, store, paint).compose(delivery, false)
  }

  it('carries the card, and has the same words without it', async () => {
    const post = await compose(async ({ alt }) => ({ data: bytes, alt }))
    expect(post.image?.data).toBe(bytes)
    expect(post.image?.alt).toContain('7 January 1979: the fall of the Khmer Rouge in Phnom Penh')
    const { image: _, ...words } = post
    expect(await compose()).toEqual(words)
    expect(await compose(async () => undefined)).toEqual(words)
  })

  it('has the same card as /preview, even if it is late', async () => {
    const drawn: string[] = []
    const paint: Paint = async picture => {
      drawn.push(JSON.stringify(picture))
      return { data: bytes, alt: picture.alt }
    }
    const chat = await createChat('2026-11-21T12:00:00Z', paint)
    await chat.say('/subscribe')
    const preview = await chat.say('/preview')
    const composer = createComposer(chat.corpus, chat.store, paint)
    const late = await composer.compose(delivery, true)
    expect(textOf(late)).toContain('This post is late')
    expect(preview.image).toEqual(late.image)
    expect(new Set(drawn).size).toBe(1)
  })
})
