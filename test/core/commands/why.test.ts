// Checks /why and the settings of lateness: everything that decides about a chat's next post.
import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, it } from 'vitest'
import { blocksOf, type Chat, caller, callsOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeEach(async () => {
  chat = await createChat('2026-11-21T12:00:00Z')
})
const member = { ...caller, isAdmin: () => false }

/** A post of this chat that went out without a reply. */
async function unknownPost(): Promise<string> {
  await chat.say('/subscribe')
  const [subscription] = await chat.store.subscriptionsOf(caller.chat)
  if (!subscription) throw new Error('not subscribed')
  const { next } = subscription
  const expiresAt = next.at.add({ hours: 72 })
  const then = { occurrence: next.occurrence.add({ years: 1 }), at: next.at.add({ hours: 8760 }) }
  await chat.store.openGroup({ group: subscription, due: next, expiresAt, next: then, limit: 10 })
  const lease = { owner: 'a', until: next.at.add({ minutes: 1 }) }
  const [delivery] = await chat.store.claim({ platform: 'fake', now: next.at, lease, limit: 1 })
  if (!delivery) throw new Error('nothing was claimed')
  await chat.store.markSending(delivery, lease)
  await chat.store.settle(delivery, 'a', { state: 'unknown', error: 'no answer' })
  return delivery.id
}

describe('/why', () => {
  const firstLine = async () => textOf(await chat.say('/why')).split('\n')[0]

  it('says no in its first line if a chat is not subscribed', async () => {
    expect(await firstLine()).toBe('No. This chat is not subscribed to anything.')
  })

  it('says yes in its first line, and when, for the nearest day', async () => {
    await chat.say('/subscribe 06:30 Asia/Ho_Chi_Minh')
    await chat.say('/subscribe front-founding 06:30 Asia/Ho_Chi_Minh')
    expect(await firstLine()).toBe(
      'Yes. The next post here is due on 2 December 2026 at 06:30 (Asia/Ho_Chi_Minh) · 1 December 2026, 23:30 UTC.',
    )
  })

  it('says in its first line why no post comes while posts are paused', async () => {
    await chat.say('/subscribe')
    await chat.store.pause(caller.chat, 'forbidden')
    expect(await firstLine()).toBe('No, not as things are. Paused, because the bot may not post.')
    const [list] = blocksOf(await chat.say('/why'), 'list')
    const strong = JSON.stringify(list).match(/"strong"/g)
    expect(strong).toHaveLength(1)
  })

  it('says for each of several subscriptions when its post is due', async () => {
    await chat.say('/subscribe')
    await chat.say('/subscribe front-founding')
    expect(textOf(await chat.say('/why')).match(/^Next post: /gm)).toHaveLength(2)
  })

  it('then gives each condition in a sentence, and the moment in local time and UTC', async () => {
    await chat.say('/subscribe 06:30 Asia/Ho_Chi_Minh')
    const answer = textOf(await chat.say('/why'))
    for (const condition of [
      'This chat is subscribed.',
      'The posts are not paused.',
      'Whether the bot may post here is known only when it does.',
      'The time is 06:30 in Asia/Ho_Chi_Minh.',
      'A late post still goes out for up to 3 days.',
      '7 January 2027 at 06:30 (Asia/Ho_Chi_Minh) · 6 January 2027, 23:30 UTC',
    ])
      expect(answer).toContain(condition)
  })

  it('lists the last posts, and offers to send an unknown one again', async () => {
    const id = await unknownPost()
    const answer = await chat.say('/why')
    expect(textOf(answer)).toContain('7 January 2027: sent, but no reply came')
    expect(callsOf(answer)).toEqual([`/why ${id}`, '/settings'])
    expect(callsOf(await chat.say('/why', member))).toEqual(['/settings'])
  })

  it('sends an unknown post again only for admins, and only this chat’s own', async () => {
    const id = await unknownPost()
    const call = { command: 'why', args: { resend: id } }
    expect(textOf(await chat.bot.answer(call, member))).toContain('Only the admins')
    const elsewhere = { ...caller, chat: { platform: 'fake', chat: 'other' } }
    expect(textOf(await chat.bot.answer(call, elsewhere))).toContain('no such post here')
    expect(await chat.store.countDeliveries()).toMatchObject({ unknown: 1 })
    expect(textOf(await chat.bot.answer(call, caller))).toContain('goes out again')
    expect(await chat.store.countDeliveries()).toMatchObject({ unknown: 0, pending: 1 })
    expect(textOf(await chat.bot.answer(call, caller))).toContain('cannot be sent again')
  })
})

describe('/settings', () => {
  it('changes how late a post may go out, for admins only', async () => {
    await chat.say('/subscribe')
    expect(textOf(await chat.say('/settings grace:7', member))).toContain('Only the admins')
    const answer = await chat.say('/settings grace:7')
    expect(textOf(answer)).toContain('up to 7 days')
    await chat.say('/settings skip')
    expect(await chat.store.subscriptionsOf(caller.chat)).toMatchObject([{ grace: { type: 'skip' } }])
  })

  it('keeps the moment of the next post when only the lateness changes', async () => {
    await chat.say('/subscribe')
    await chat.say('/settings grace:same-day')
    const [unchanged] = await chat.store.subscriptionsOf(caller.chat)
    expect(unchanged?.next.at).toEqual(Temporal.Instant.from('2027-01-07T00:00:00Z'))
  })
})

describe('/why of one anniversary', () => {
  it.each(['20 June', 'anniversary:journey-1977', 'journey-1977'])('answers for %s', async words => {
    await chat.say('/subscribe')
    const no = await chat.say(`/why ${words}`)
    expect(textOf(no)).toMatch(/^No\. This chat is not subscribed to “.*20 June.*”\./)
    expect(callsOf(no)).toContain('/subscribe journey-1977')
    await chat.say('/subscribe journey-1977')
    const yes = textOf(await chat.say(`/why ${words}`))
    expect(yes).toMatch(/^Yes\. The next post here is due on 20 June 2027/)
    expect(yes).not.toContain('7 January')
  })

  it('asks which one is meant', async () => {
    const asked = await chat.say('/why the bread')
    expect(textOf(asked)).toBe('No anniversary is called “the bread”. There are:')
    expect(callsOf(asked)).toContain('/why january-7')
  })

  it('lists its own posts only', async () => {
    await unknownPost()
    await chat.say('/subscribe front-founding')
    expect(textOf(await chat.say('/why january-7'))).toContain('no reply came')
    expect(textOf(await chat.say('/why front-founding'))).toContain('None so far')
  })
})

describe('a missing permission', () => {
  const words = 'The bot may not post here.'
  beforeEach(async () => {
    await chat.say('/subscribe')
    chat.readiness = { status: 'refused', missing: 'Send Messages' }
  })

  it.each(['/preview', '/settings', '/settings january-7'])(
    'is named by %s, which promises a post',
    async line => {
      expect(textOf(await chat.say(line))).toContain(words)
      chat.readiness = { status: 'ready' }
      expect(textOf(await chat.say(line))).not.toContain(words)
    },
  )

  it('is not named where no post is promised', async () => {
    await chat.say('/unsubscribe')
    for (const line of ['/preview', '/settings']) expect(textOf(await chat.say(line))).not.toContain(words)
  })
})
