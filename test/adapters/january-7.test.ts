// Checks the January 7 post in each language on each platform against approved files, and that none mixes languages.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { renderTerminal as inTerminal } from '../../src/adapters/console/render.ts'
import { partsOf as onDiscord, render as renderDiscord } from '../../src/adapters/discord/message/render.ts'
import { partsOf as onTelegram } from '../../src/adapters/telegram/message/render.ts'
import { viewIn } from '../../src/core/corpus/view.ts'
import type { Language } from '../../src/core/languages/language.ts'
import { phrasesOf } from '../../src/core/languages/phrases.ts'
import type { Message } from '../../src/core/message/message.ts'
import { composePost } from '../../src/core/wording/post.ts'
import { bundledCorpus } from '../core/bundled.ts'
import { dataLanguages } from '../fixtures/data.ts'

const platforms: Record<string, (message: Message) => string> = {
  terminal: message => inTerminal(message, { width: 100, ansi: false }),
  telegram: message =>
    onTelegram(message)
      .map(
        ({ text, entities }) =>
          `${text}\n\n${entities.map(each => `${each.type} ${each.offset}+${each.length}`).join('\n')}`,
      )
      .join('\n\n=== next message ===\n\n'),
  discord: message =>
    onDiscord(message)
      .map(part => textsOf(renderDiscord(part)).join('\n'))
      .join('\n\n=== next message ===\n\n'),
}

/** Discord's Markdown, and the labels of the buttons. */
function textsOf(components: readonly object[]): string[] {
  return components.flatMap(each => {
    const {
      content,
      label,
      components: inner = [],
    } = each as {
      content?: string
      label?: string
      components?: object[]
    }
    return [...(content ? [content] : []), ...(label ? [`[${label}]`] : []), ...textsOf(inner)]
  })
}

async function postIn(language: Language): Promise<Message> {
  const corpus = await bundledCorpus()
  const anniversary = corpus.anniversaries.find(({ id }) => id === 'january-7')
  if (!anniversary) throw new Error('no january-7')
  const say = await phrasesOf(language)
  const day = Temporal.PlainDate.from('2027-01-07')
  return composePost({ anniversary, occurrence: day }, { corpus: viewIn(corpus, language), language, say })
}

describe.each(dataLanguages)('the post in %s', language => {
  it.each(Object.keys(platforms))('on %s is the approved one', async platform => {
    const text = platforms[platform]?.(await postIn(language)) ?? ''
    await expect(`${text}\n`).toMatchFileSnapshot(`snapshots/january-7.${language}.${platform}.txt`)
  })
})

it.each(dataLanguages)('the post in %s is one message on every platform', async language => {
  const post = await postIn(language)
  expect(onDiscord(post)).toHaveLength(1)
  expect(onTelegram(post)).toHaveLength(1)
})

describe('no post mixes languages', () => {
  const words = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? []

  it('Khmer has no Latin words except the names of papers and agencies', async () => {
    const text = inTerminal(await postIn('km'), { width: Infinity, ansi: false }).replace(/https?:\S+/g, '')
    const latin = words(text).filter(word => /\p{Script=Latin}/u.test(word))
    const names = words(
      'VietnamPlus VOVworld Viet Nam News AKP Yale Phnom Penh Post New York Times ECCC DC Cam C Etcheson Sai Gon Giai Phong Ewa Tabeau They Kheam',
    )
    expect([...new Set(latin)].filter(word => !names.includes(word))).toEqual([])
  })

  it('Vietnamese has none of the most frequent English words', async () => {
    const text = inTerminal(await postIn('vi'), { width: Infinity, ansi: false }).replace(/https?:\S+/g, '')
    const english = new Set('the of and in by with was were who its that says from to a on an as'.split(' '))
    expect(words(text).filter(word => english.has(word))).toEqual([])
  })

  it('English has no character that only the other languages use', async () => {
    const text = inTerminal(await postIn('en'), { width: Infinity, ansi: false })
    expect(text).not.toMatch(/\p{Script=Khmer}|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/u)
  })
})
