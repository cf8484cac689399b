// Checks that a chat's admins can read, export and erase everything stored about it.
import { beforeEach, describe, expect, it } from 'vitest'
import { type Chat, caller, callsOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeEach(async () => {
  chat = await createChat()
})
const member = { ...caller, isAdmin: () => false }

describe('/export', () => {
  it('gives every row of the chat as JSON', async () => {
    await chat.say('/subscribe 06:30')
    const { file } = await chat.say('/export')
    const rows = JSON.parse(new TextDecoder().decode(file?.data))
    expect(rows.subscriptions).toMatchObject([{ chat: caller.chat.chat, local_time: '06:30:00' }])
    expect(rows.language).toMatchObject([{ language: 'en' }])
  })

  it('names who subscribed: not who changed the hour, and who subscribes again after an end', async () => {
    const subscriberOf = async () => (await chat.store.subscriptionsOf(caller.chat))[0]?.subscriber
    await chat.say('/subscribe', { ...caller, user: 'first' })
    await chat.say('/settings 08:00', { ...caller, user: 'second' })
    expect(await subscriberOf()).toBe('first')
    const { file } = await chat.say('/export')
    const { subscriptions } = JSON.parse(new TextDecoder().decode(file?.data))
    expect(subscriptions).toMatchObject([{ subscriber: 'first', local_time: '08:00:00' }])
    await chat.say('/unsubscribe all', { ...caller, user: 'second' })
    await chat.say('/subscribe', { ...caller, user: 'third' })
    expect(await subscriberOf()).toBe('third')
  })

  it('says so if nothing is stored', async () => {
    expect(await chat.say('/export')).not.toHaveProperty('file')
    expect(textOf(await chat.say('/export'))).toContain('Nothing is stored')
  })

  it('is for admins only', async () => {
    expect(textOf(await chat.say('/export', member))).toContain('Only the admins')
  })
})

describe('/forget', () => {
  it('asks first, then leaves no row of the chat', async () => {
    await chat.say('/subscribe')
    const question = await chat.say('/forget')
    expect(textOf(question)).toContain('1 subscription')
    expect(Object.values(await chat.store.rowsOf(caller.chat)).flat()).not.toEqual([])
    expect(callsOf(question)).toEqual(['/forget yes'])
    expect(textOf(await chat.say('/forget yes'))).toContain('erased')
    expect(Object.values(await chat.store.rowsOf(caller.chat)).flat()).toEqual([])
    expect(textOf(await chat.say('/settings'))).toContain('not subscribed')
  })

  it('is for admins only', async () => {
    await chat.say('/subscribe')
    expect(textOf(await chat.say('/forget yes', member))).toContain('Only the admins')
    expect(await chat.store.subscriptionsOf(caller.chat)).toHaveLength(1)
  })
})

describe('/privacy', () => {
  it('says what is stored and what is not', async () => {
    const text = textOf(await chat.say('/privacy'))
    expect(text).toMatch(/stores no messages/)
    expect(text).toMatch(/the id of the person who subscribed/)
  })
})
