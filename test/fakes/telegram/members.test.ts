// Checks what the fake Telegram tells a bot about a chat's members: all if the bot is an admin, and else only some of it.

import { beforeEach, describe, expect, it } from 'vitest'
import { createApiCall } from './api-call.ts'
import { type Chat, startTelegram, type Telegram, type User } from './index.ts'

let fake: Telegram
let call: ReturnType<typeof createApiCall>
let group: Chat
let admin: User

beforeEach(async () => {
  fake = await startTelegram()
  call = createApiCall(fake)
  group = fake.supergroup()
  admin = fake.person('Admin')
  return () => fake.close()
})

const standing = () => call('getChatMember', { chat_id: group.id, user_id: admin.id })
const admins = async () => {
  const answer = await call('getChatAdministrators', { chat_id: group.id })
  return answer.ok ? answer.result.map(({ user }: { user: User }) => user.first_name) : answer.description
}

describe('a bot that is no admin', () => {
  it('may be refused the standing of others, or the list of admins as well', async () => {
    group.member(admin, 'administrator')
    expect(await standing()).toMatchObject({ result: { status: 'administrator' } })
    group.hides('members')
    expect(await standing()).toMatchObject({ ok: false, description: 'Bad Request: USER_ID_INVALID' })
    expect(await call('getChatMember', { chat_id: group.id, user_id: fake.me.id })).toMatchObject({
      ok: true,
    })
    expect(await admins()).toEqual(['Admin'])
    group.hides('admins')
    expect(await admins()).toBe('Bad Request: member list is inaccessible')
  })

  it('does not see who is an anonymous admin', async () => {
    group.member(admin, 'administrator', { anonymous: true })
    expect(await standing()).toMatchObject({ result: { status: 'member' } })
    expect(await admins()).toEqual([])
  })
})

it('a bot that is an admin is told everything', async () => {
  group.member(admin, 'administrator', { anonymous: true })
  group.hides('admins')
  group.botBecomes('administrator')
  expect(await standing()).toMatchObject({ result: { status: 'administrator', is_anonymous: true } })
  expect(await admins()).toEqual(['Daybook', 'Admin'])
})
