// Checks inline mode: the results for `@bot words` in any chat, and the messages that they become.

import { describe, expect, it } from 'vitest'
import { viewIn } from '../../../src/core/corpus/view.ts'
import { search } from '../../../src/core/search/search.ts'
import { bundledCorpus, indexOf } from '../../core/bundled.ts'
import { type Scene, startScene } from './scene.ts'

const inEnglish = async () => viewIn(await bundledCorpus(), 'en')

interface InlineAnswer {
  results: {
    id: string
    title: string
    description: string
    input_message_content: { message_text: string }
    reply_markup?: { inline_keyboard: { url: string }[][] }
  }[]
  next_offset: string
  is_personal: boolean
  cache_time: number
  button: { text: string; start_parameter: string }
}

/** What the bot answers Telegram for the words. */
const ask = async ({ telegram }: Scene, words: string, offset = ''): Promise<InlineAnswer> =>
  (await telegram.asks(words, { offset }).answer) as unknown as InlineAnswer

describe('inline mode', () => {
  it('ranks as /search does', async () => {
    const scene = await startScene()
    const answer = await ask(scene, 'genocde Kampuchea')
    const { hits } = search(indexOf(await bundledCorpus()), 'genocde Kampuchea', { count: 50 })
    expect(hits.length).toBeGreaterThan(1)
    expect(answer.results.slice(0, hits.length).map(({ title }) => title)).toEqual(
      hits.map(hit => hit.article.title),
    )
    expect(scene.telegram.refused).toEqual([])
  })

  it('offers the next anniversary and every article when no words are typed', async () => {
    const scene = await startScene()
    const { results } = await ask(scene, '')
    expect(results[0]?.title).toMatch(/^2 December 1978/)
    expect(results).toHaveLength(1 + (await inEnglish()).articles.length)
  })

  it('lets Telegram cache answers per person, and only for a while', async () => {
    const scene = await startScene()
    const answer = await ask(scene, 'Pol Pot')
    expect(answer).toMatchObject({ is_personal: true, cache_time: 300 })
  })

  it('lets nobody wait for what the next keystroke may find', async () => {
    const scene = await startScene()
    expect(await ask(scene, 'xyzzy')).toMatchObject({ results: [], cache_time: 0 })
    const hurried = await startScene({
      guard: bot => ({ ...bot, inlineResults: async () => ({ results: [] }) }),
    })
    expect(await ask(hurried, 'Pol Pot')).toMatchObject({ results: [], cache_time: 0 })
  })

  it('pages by offset until there are no more, with each result once', async () => {
    const scene = await startScene()
    const seen: string[] = []
    let offset = ''
    do {
      const answer = await ask(scene, 'January 7', offset)
      seen.push(...answer.results.map(({ id }) => id))
      offset = answer.next_offset
    } while (offset !== '')
    expect(seen.length).toBeGreaterThan(0)
    expect(new Set(seen).size).toBe(seen.length)
    expect((await ask(scene, 'January 7', String(seen.length))).results).toEqual([])
  })

  it.each(['-1', '1e9', 'x', '999999', '１', '\u0000'])('accepts any offset: %j', async offset => {
    const scene = await startScene()
    await ask(scene, 'Pol Pot', offset)
    expect(scene.telegram.refused).toEqual([])
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it('sends the passage with its source, and a button that opens the article in private', async () => {
    const scene = await startScene()
    const { telegram } = scene
    const query = telegram.asks('Pol Pot')
    const [first] = ((await query.answer) as unknown as InlineAnswer).results
    const sent = (await query.chooses(first?.id ?? '')).message()
    expect(sent.text).toContain(first?.title)
    expect(sent.text).toMatch(/— .+, .*20\d\d/)
    const url = first?.reply_markup?.inline_keyboard[0]?.[0]?.url ?? ''
    const payload = /^https:\/\/t\.me\/daybook_bot\?start=(a_[\w-]+)$/.exec(url)?.[1]
    const chat = telegram.privateChat({ started: false })
    chat.says(`/start ${payload}`)
    expect((await chat.answer()).text).toContain(first?.title)
  })

  it('links to the same search in a private chat', async () => {
    const scene = await startScene()
    const { button } = await ask(scene, 'Pol Pot')
    const chat = scene.telegram.privateChat({ started: false })
    chat.says(`/start ${button.start_parameter}`)
    expect((await chat.answer()).text).toMatch(/for “Pol Pot”/)
  })

  it('cuts no message short', async () => {
    const scene = await startScene()
    // Uncut, posts and summaries end with a source or the archive's note.
    for (const words of ['', '7 January', '20 June 1977', '2 December', 'Hun Sen', 'Phnom Penh']) {
      const { results } = await ask(scene, words)
      expect(results, words).not.toEqual([])
      for (const { input_message_content: content, title } of results)
        expect(content.message_text.split('\n').at(-1), title).toMatch(
          /^\s*— |[Tt]he archive|no confirmation\.$|were added\.$/,
        )
    }
  })

  it('has the question in one line above its answer', async () => {
    const scene = await startScene()
    const query = scene.telegram.asks('\udfff when did\r\n the Khmer\u2028Rouge fall')
    const [first] = ((await query.answer) as unknown as InlineAnswer).results
    expect(first?.title).toBe('\ufffd when did the Khmer Rouge fall')
    const sent = (await query.chooses(first?.id ?? '')).message()
    expect(sent.text?.split('\n')[0]).toBe(first?.title)
    expect(scene.telegram.refused).toEqual([])
  })

  it.each([
    ['nothing the archive knows', 'xyzzy'],
    ['256 characters', 'x'.repeat(256)],
    ['characters of two units each', '😀'.repeat(128)],
    ['emoji', '🇰🇭🕊️'],
    ['spaces', '     '],
    ['right to left', '\u202eשלום\u202c'],
    ['control characters', '\u0000\u0007\u009f'],
    ['half a surrogate pair', 'a\ud800b'],
    ['Khmer', 'ខ្មែរក្រហម'],
  ])('answers %s', async (_, words) => {
    const scene = await startScene()
    const { button } = await ask(scene, words)
    expect(button.start_parameter).toMatch(/^[\w-]{1,64}$/)
    expect(scene.telegram.refused).toEqual([])
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })

  it('uses the language of the person who types', async () => {
    const scene = await startScene()
    const from = scene.telegram.person('Mai', { language_code: 'vi' })
    const { results } = (await scene.telegram.asks('', { from }).answer) as unknown as InlineAnswer
    const { names } = (await bundledCorpus()).anniversaries.find(({ id }) => id === 'front-founding') ?? {}
    expect(results[0]?.title).toBe(names?.vi ?? names?.en)
  })

  it('has its results and its button in the language that the person has chosen', async () => {
    const scene = await startScene()
    const from = scene.telegram.person('Mai', { language_code: 'en' })
    await scene.store.setLanguage({ platform: 'telegram', chat: String(from.id) }, 'vi')
    const answer = (await scene.telegram.asks('Pol Pot', { from }).answer) as unknown as InlineAnswer
    expect(answer.button.text).toBe('Hỏi kho lưu trữ')
    expect(answer.results[0]?.reply_markup?.inline_keyboard[0]?.[0]).toMatchObject({ text: 'Đọc tiếp' })
  })

  it('does no harm if the query is too old by the time of the answer', async () => {
    const scene = await startScene()
    scene.telegram.asks('Pol Pot').expire()
    await scene.telegram.quiet()
    expect(scene.log.filter(line => line.startsWith('error'))).toEqual([])
  })
})
