// Has the rows of the last version in which only chats had languages and memory, and checks what became of them.

import { expect } from 'vitest'
import type { Store } from '../../../src/core/delivery/store.ts'
import type { Address } from '../../../src/core/ports.ts'

export const VERSION_BEFORE_PLACES = 5

/** Needs the subscription s1 of topic 7, with its delivery of 2027. */
export const ROWS_BEFORE_PLACES = `
  INSERT INTO language VALUES ('telegram', '-100', 'km');
  INSERT INTO memory VALUES
    ('refusals s1-20270107', '1', 1799280000000, 'telegram', '-100'),
    ('refusals a-pruned-row', '1', 1799280000000, 'telegram', '-100'),
    ('discord post s1-20270107', '{}', 1799280000000, 'telegram', '-100'),
    ('discord type 71', '15', 1799280000000, 'discord', '70'),
    ('discord wishes 72', '{}', 1799280000000, 'discord', '70'),
    ('discord wishes 80', '{}', 1799280000000, 'discord', '80'),
    ('update 1', 'done', 1799280000000, NULL, NULL);
`

export async function checkPlaces(store: Store): Promise<void> {
  const group = { platform: 'telegram', chat: '-100' }
  expect(await store.ownLanguageOf(group)).toBe('km')
  expect(await store.languageOf({ ...group, thread: '7' })).toBe('km')
  const placesOf = async (chat: Address) => {
    const { memory = [] } = await store.rowsOf(chat)
    return Object.fromEntries(memory.map(({ key, thread }) => [key, thread]))
  }
  expect(await placesOf(group)).toEqual({
    'discord post s1-20270107': '7',
    'refusals a-pruned-row': '',
    'refusals s1-20270107': '7',
  })
  expect(await placesOf({ platform: 'discord', chat: '70' })).toEqual({
    'discord type 71': '71',
    'discord wishes 72': '72',
  })
  expect(await placesOf({ platform: 'discord', chat: '80' })).toEqual({ 'discord wishes 80': '' })
  expect(await store.recall('update 1')).toBe('done')
  await store.forget({ platform: 'discord', chat: '70', thread: '72' })
  expect(await placesOf({ platform: 'discord', chat: '70' })).toEqual({ 'discord type 71': '71' })
}
