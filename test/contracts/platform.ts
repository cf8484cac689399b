// Checks every platform with the same archive, and makes the table of features in docs/platforms.md.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Platform } from '../../src/core/platform.ts'
import type { Address } from '../../src/core/ports.ts'
import type { Archive } from '../adapters/archive.ts'

/** One message as people see it: its words without marks, and the labels that can be pressed. */
export interface Shown {
  text: string
  labels: string[]
}

/** A platform with one chat, in which somebody who may change its settings talks with the bot. */
export interface Stage extends Pick<Archive, 'store' | 'dispatcher' | 'at' | 'stop'> {
  platform: Platform
  chat: Address
  /** Runs a command with options. Resolves with the messages of the answer. */
  ask(command: string, args?: Record<string, string>): Promise<Shown[]>
  /** Presses a choice of the last answer by its label. */
  press(label: string): Promise<Shown[]>
  /** What the bot posted on its own since the last call. */
  posts(): Promise<Shown[]>
  /** The values offered while an option is typed. */
  complete?(command: string, option: string, typed: string): Promise<string[]>
  /** Titles offered for words in any chat. */
  offers?(words: string): Promise<string[]>
  /** The chat refuses everything from now on. */
  shut?(): void
}

export interface Feature {
  id: string
  /** As the table of features has it. */
  label: string
  rule: string
  prove(stage: Stage): Promise<void>
}

const textOf = (messages: readonly Shown[]) => messages.map(({ text }) => text).join('\n')
const pressable = (messages: readonly Shown[]) => messages.flatMap(({ labels }) => labels)
const words = (text: string) => text.replace(/\s+/g, ' ')

const january7 = '2027-01-07T00:00:30Z'

export const features: readonly Feature[] = [
  {
    id: 'commands',
    label: 'Every command',
    rule: 'answers a summary with its source and its speakers',
    async prove(stage) {
      const text = textOf(await stage.ask('summary', { article: 'sggp-2024', length: 'long' }))
      expect(text).toContain('Sai Gon Giai Phong, 7 January 2024')
      expect(text).toContain('Le Minh Khai (then Deputy Prime Minister of Vietnam)')
    },
  },
  {
    id: 'search',
    label: 'Forgiving search',
    rule: 'finds a misspelt name, and says what it looked for instead',
    async prove(stage) {
      const text = textOf(await stage.ask('search', { words: 'voluntear soldiers' }))
      expect(text).toContain('Showing results for')
      expect(text).toContain('Vietnamese volunteer')
    },
  },
  {
    id: 'marks',
    label: 'Words as typed, whatever the platform’s marks',
    rule: 'repeats words as they were typed, with every mark',
    async prove(stage) {
      for (const typed of ['*qqx* _qqy_', '<b>qqx</b>', '[qqx](qqy)', '`qqx` ~qqy~ \\qqz'])
        expect(textOf(await stage.ask('search', { words: typed }))).toContain(typed)
    },
  },
  {
    id: 'choices',
    label: 'Choices to press',
    rule: 'runs the call of a choice',
    async prove(stage) {
      const asked = await stage.ask('summary')
      const label = pressable(asked).find(each => each.includes('VOVworld, January 2014')) ?? ''
      expect(textOf(await stage.press(label))).toContain('Vietnam-Cambodia relations')
    },
  },
  {
    id: 'pages',
    label: 'Pages to turn',
    rule: 'turns a page forward and back',
    async prove(stage) {
      const first = textOf(await stage.ask('article', { name: 'vov-2014' }))
      expect(first).toContain('Page 1 of')
      expect(textOf(await stage.press('Next page'))).toContain('Page 2 of')
      expect(words(textOf(await stage.press('Previous page')))).toBe(words(first))
    },
  },
  {
    id: 'posts',
    label: 'Anniversary posts at the chat’s own hour',
    rule: 'posts what /preview shows, once, at its hour',
    async prove(stage) {
      await stage.ask('subscribe', { time: '07:00', zone: 'Asia/Phnom_Penh' })
      const preview = words(textOf(await stage.ask('preview')))
      stage.at('2027-01-06T23:59:59Z')
      await stage.dispatcher.pass()
      expect(await stage.posts()).toEqual([])
      stage.at(january7)
      await stage.dispatcher.pass()
      const posted = words(textOf(await stage.posts()))
      expect(posted).toContain('the 48th anniversary')
      expect(preview.endsWith(posted)).toBe(true)
      await stage.dispatcher.pass()
      expect(await stage.posts()).toEqual([])
      expect(await stage.store.countDeliveries()).toMatchObject({ sent: 1 })
    },
  },
  {
    id: 'settings',
    label: 'Settings by buttons',
    rule: 'sets the hour in the settings message',
    async prove(stage) {
      await stage.ask('subscribe')
      const messages = await stage.ask('settings')
      await stage.press(pressable(messages).find(label => label.startsWith('Change:')) ?? '')
      await stage.press('Time: 07:00')
      expect(textOf(await stage.press('19:00'))).toContain('Every year at 19:00, Asia/Phnom_Penh')
    },
  },
  {
    id: 'unsubscribe',
    label: 'Leaving as easily as joining',
    rule: 'posts nothing after /unsubscribe',
    async prove(stage) {
      await stage.ask('subscribe')
      await stage.ask('unsubscribe')
      stage.at(january7)
      await stage.dispatcher.pass()
      expect(await stage.posts()).toEqual([])
    },
  },
  {
    id: 'completion',
    label: 'Completion while typing',
    rule: 'offers the intended article first',
    async prove(stage) {
      expect((await stage.complete?.('summary', 'article', 'sgg'))?.[0]).toBe('sggp-2024')
    },
  },
  {
    id: 'inline',
    label: 'Findings in any chat (inline mode)',
    rule: 'offers findings in the order of /search',
    async prove(stage) {
      const first = textOf(await stage.ask('search', { words: 'volunteer soldiers' }))
      const found = `${first}\n${textOf(await stage.press('Next page'))}`
      const titles = (await stage.offers?.('volunteer soldiers')) ?? []
      expect(titles.length).toBeGreaterThan(2)
      const places = titles.filter(title => found.includes(title)).map(title => found.indexOf(title))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places).toHaveLength(titles.length)
    },
  },
  {
    id: 'paused',
    label: 'Pauses where it is not wanted, and resumes when it is let back in',
    rule: 'pauses a chat that refuses a post, and keeps the post',
    async prove(stage) {
      await stage.ask('subscribe')
      stage.shut?.()
      stage.at(january7)
      await stage.dispatcher.pass()
      expect(await stage.store.countActive()).toBe(0)
      expect(await stage.store.countDeliveries()).toMatchObject({ pending: 1, sent: 0 })
    },
  },
  {
    id: 'nonce',
    label: 'A post whose answer was lost is repeated without a second copy',
    rule: 'shows one message for two sends with the same key',
    async prove(stage) {
      const message = {
        body: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'once' }] }],
      }
      const one = await stage.platform.send(stage.chat, message, 'the same key')
      const two = await stage.platform.send(stage.chat, message, 'the same key')
      expect(two).toEqual(one)
      expect(await stage.posts()).toHaveLength(1)
    },
  },
]

/** Each platform, with the features that it does not have. */
export const platforms = {
  console: {
    label: 'Terminal',
    lacks: ['inline', 'paused', 'nonce'],
  },
  telegram: { label: 'Telegram', lacks: ['completion', 'nonce'] },
  discord: { label: 'Discord', lacks: ['inline'] },
} as const satisfies Record<string, { label: string; lacks: readonly string[] }>

/** The table of features in docs/platforms.md. */
export function featureTable(): string {
  const columns = Object.values(platforms)
  return [
    `| | ${columns.map(({ label }) => label).join(' | ')} |`,
    `| --- |${' --- |'.repeat(columns.length)}`,
    ...features.map(
      ({ id, label }) =>
        `| ${label} | ${columns.map(({ lacks }) => ((lacks as readonly string[]).includes(id) ? '' : 'yes')).join(' | ')} |`,
    ),
  ].join('\n')
}

export function platformContract(name: keyof typeof platforms, open: () => Promise<Stage>): void {
  const { label, lacks } = platforms[name]
  describe(`${label} as a platform`, () => {
    let stage: Stage
    beforeEach(async () => {
      stage = await open()
    })
    afterEach(() => stage.stop())

    for (const { id, rule, prove } of features)
      it.skipIf((lacks as readonly string[]).includes(id))(rule, () => prove(stage))

    it('ends when it is told to', async () => {
      await expect(stage.stop()).resolves.toBeUndefined()
    })
  })
}
