// Plays an admin's day on Discord: every answer says where and what, and the post comes to the right place, once.

import { expect, test } from 'vitest'
import { addressOf } from '../../../src/adapters/discord/chats.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { openDiscord, startScene } from './scene.ts'

test('an admin’s day', async () => {
  const discord = await openDiscord()
  const server = discord.guild('Archive', { bot: false })
  const general = server.channel('general')
  const feeds = server.channel('feeds', { type: 'announcement' })
  const news = server.channel('news', { type: 'announcement' })
  const old = server.channel('old')
  const readers = server.role('readers', [], { mentionable: true })
  const hoa = server.member('Hoa', { permissions: ['ManageGuild'] })
  server.welcomesIn(general)
  const scene = await startScene({ discord })
  const activeIn = async ({ id }: { id: string }) => {
    const all = await scene.store.subscriptionsOf(addressOf(server.id, id))
    return all.filter(({ status }) => status.type === 'active')
  }
  const press = (message: Posted, words: string) => {
    const label = message.buttons.find(each => each.startsWith(words))
    if (label === undefined) throw new Error(`no ${words} among ${message.buttons.join(', ')}`)
    return message.press(label, { by: hoa }).answer()
  }
  const run = async (command: string, values = {}, place = general) => {
    const answer = await hoa.runs(command, values, { in: place }).answer()
    expect(answer.onlyFor).toBe(hoa.user)
    return answer
  }

  // The bot joins and says who it is.
  server.addsBot()
  expect((await general.post()).text).toContain('archive')

  // Another channel, with a role, published, and an offset whose zone must be asked.
  const asked = await run('/subscribe', {
    ...{ channel: feeds, anniversary: 'january-7', time: '7:00', zone: '+7' },
    ...{ role: readers, publish: true },
  })
  expect(asked.text).toContain('Which time zone do you mean by “+7”?')
  const confirmed = await press(asked, 'Asia/Ho_Chi_Minh')
  expect(confirmed.text).toMatch(/Subscribed: .*7 January.* in #feeds\n/)
  expect(confirmed.text).toContain('Posts in #feeds mention @readers. Posts in #feeds are published.')
  expect((await press(confirmed, 'See the next post')).text).toContain('the next post in #feeds')
  expect(await activeIn(general)).toEqual([])

  // A second one, where the role cannot be mentioned and nothing can be published.
  const wrong = await run('/subscribe', {
    ...{ channel: old, anniversary: 'january-7', time: '9:00', zone: 'UTC' },
    ...{ role: { id: server.id }, publish: true },
  })
  expect(wrong.text).toMatch(/Subscribed: .* in #old\n/)
  expect(wrong.text).toContain('A post never mentions everybody')
  expect(wrong.text).toContain('Posts in #old cannot be published')

  // All of the server, and one wish changed.
  const all = await press(await run('/settings'), 'All of this server')
  expect(all.text).toMatch(/#feeds: .*\n.*07:00, Asia\/Ho/)
  expect(all.text).toMatch(/#old: .*\n.*09:00, UTC/)
  expect(all.text).toContain('Posts in #feeds mention @readers.')
  const opened = await press(all, 'Change: #feeds')
  expect(opened.text).toContain('Posted in #feeds')
  const changed = await run('/settings', { channel: feeds, time: '06:00' })
  expect(changed.text).toMatch(/Changed for #feeds: 06:00 \(was 07:00\)\W+Settings of #feeds/)
  expect(changed.text).toContain('Every year at 06:00, Asia/Ho')
  expect(changed.text).toContain('Posts in #feeds mention @readers. Posts in #feeds are published.')

  // Moved to the channel that the admin is in.
  const elsewhere = await press(await run('/settings', { channel: feeds }, news), 'Change: ')
  const moved = await press(elsewhere, 'Move here')
  expect(moved.text).toMatch(/Moved from #feeds to #news: .*7 January/)
  expect(moved.text).toContain('Every year at 06:00, Asia/Ho')
  expect(moved.text).toContain('Posts in #news mention @readers. Posts in #news are published.')
  expect(await activeIn(feeds)).toEqual([])

  // The other one is stopped, and its channel forgotten.
  const stopped = await run('/unsubscribe', { channel: old })
  expect(stopped.text).toMatch(/No more posts in #old for: .*7 January/)
  const forget = await run('/forget', { channel: old })
  expect(forget.text).toContain('Stored about #old: 1 ended subscription')
  expect((await press(forget, 'Forget #old')).text).toContain('Everything stored about #old is erased.')
  expect(await scene.store.subscriptionsOf(addressOf(server.id, old.id))).toEqual([])
  expect(await activeIn(news)).toHaveLength(1)

  // The day.
  for (const moment of ['2027-01-06T23:00:30Z', '2027-01-07T09:00:30Z', '2027-01-08T09:00:30Z']) {
    scene.now(moment)
    await scene.dispatcher.pass()
  }
  expect(news.posts.map(({ text, crossposted }) => [text.includes('48th anniversary'), crossposted])).toEqual(
    [[true, true]],
  )
  expect([...feeds.posts, ...old.posts, ...general.posts.slice(1)]).toEqual([])
  expect(discord.pings.map(({ whom }) => whom)).toEqual([`<@&${readers.id}>`])
  expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
})
