// Checks the commands for reading: /summary, /article and /sources.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import type { Inline, Message } from '../../../src/core/message/message.ts'
import { textOf as wordsOf } from '../../../src/core/message/text.ts'
import {
  blocksOf,
  bundledCorpus,
  type Chat,
  caller,
  callsOf,
  choicesOf,
  createChat,
  textOf,
} from '../bundled.ts'

let chat: Chat
beforeEach(async () => {
  chat = await createChat()
})

const press = async (message: Message, label: string): Promise<Message> => {
  const choice = choicesOf(message).find(each => each.label === label)
  if (choice?.type !== 'run') throw new Error(`there is no choice ${label}`)
  return chat.bot.answer(choice.call, caller)
}

/** The words without added names and without spaces, which added names have around them. */
const asWritten = (text: string) => text.replace(/\[[^\]]+\]|\s/g, '')

/** The stretches in bold, in order. */
function boldIn(nodes: readonly { type: string }[]): string[] {
  return nodes.flatMap(node => {
    const children = 'children' in node ? (node.children as Inline[]) : []
    return node.type === 'strong' ? [wordsOf(children)] : boldIn(children)
  })
}

/** The corpus without the key points of an article. */
async function withoutPoints(id: string): Promise<Corpus> {
  const corpus = await bundledCorpus()
  return {
    ...corpus,
    articles: corpus.articles.map(article => (article.id === id ? { ...article, keyPoints: [] } : article)),
  }
}

describe('/summary', () => {
  it('offers all articles if none is given', async () => {
    const answer = await chat.say('/summary')
    expect(callsOf(answer)).toEqual(chat.corpus.articles.map(({ id }) => `/summary ${id}`))
  })

  it.each([
    ['sggp-2024', 'sggp-2024'],
    ['Vietnam-Cambodia relations', 'vovworld-2014'],
    ['VOVworld', 'vovworld-2014'],
    ['2026', 'vietnamnews-2026'],
    ['Rasmei Kampuchea', 'vietnamplus-2023'],
    ['akp', 'vietnamnews-2026'],
    ['vov', 'vovworld-2014'],
    ['qđnd', 'qdnd-2023'],
    ['sai gon giai phong', 'sggp-2024'],
  ])('finds the article by %j', async (words, id) => {
    const answer = await chat.say(`/summary ${words}`)
    const title = chat.corpus.articles.find(article => article.id === id)?.title ?? ''
    expect(textOf(answer).startsWith(title)).toBe(true)
  })

  it('asks which one if several match, and never guesses', async () => {
    expect(callsOf(await chat.say('/summary 2023'))).toEqual([
      '/summary qdnd-2023',
      '/summary vietnamplus-2023',
    ])
  })

  it.each(['/summary', '/article'])(
    '%s takes the only article whose name is near, and says so',
    async line => {
      expect(textOf(await chat.say(`${line} Hanoi cerimony`))).toMatch(
        /^Sai Gon Giai Phong, 7 January 2024, for “Hanoi cerimony”\.\nHanoi ceremony marks/,
      )
      expect(textOf(await chat.say(`${line} akp`))).toMatch(/^January 7 Victory/)
    },
  )

  it.each(['/summary vov lang:vi', '/article lang:vi vov', '/article vov lang:vietnamese'])(
    '%s reads it in Vietnamese, page after page',
    async line => {
      const answer = await chat.say(line)
      expect(textOf(answer)).toMatch(/^Quan hệ Việt Nam/)
      for (const choice of choicesOf(answer))
        if (choice.type === 'run') expect(choice.call.args.in).toBe('vi')
    },
  )

  it('opens the only article that has the words, and asks if several do', async () => {
    expect(textOf(await chat.say('/article Koh Thmor'))).toMatch(
      /^VietnamPlus, 9 January 2023, for “Koh Thmor”\./,
    )
    expect(textOf(await chat.say('/article sacrifice'))).toContain('The nearest:')
  })

  it('offers all articles if none is similar', async () => {
    const answer = await chat.say('/summary zzzz qqqq')
    expect(textOf(answer)).toContain('No article matches')
    expect(callsOf(answer)).toHaveLength(5)
  })

  it('names the speaker of every claim, with the role at that time', async () => {
    const answer = textOf(await chat.say('/summary sggp-2024 long'))
    expect(answer).toContain('Le Minh Khai (then Deputy Prime Minister of Vietnam)')
    expect(answer).toContain('as reported by Le Minh Khai')
    expect(textOf(await chat.say('/summary qdnd-2023'))).toContain(
      'Sophal Tuon, writing in Kampuchea Thmey Daily',
    )
  })

  it('has three points when short, and more on request', async () => {
    const count = async (length: string) => {
      const [list] = blocksOf(await chat.say(`/summary sggp-2024 ${length}`), 'list')
      return list?.children.length
    }
    expect([await count(''), await count('short'), await count('medium'), await count('long')]).toEqual([
      3, 3, 5, 8,
    ])
  })

  it('says the source, the date and its doubt, and the reason on request', async () => {
    expect(textOf(await chat.say('/summary vietnamplus'))).toContain(
      'VietnamPlus, 9 January 2023 · retelling Rasmei Kampuchea',
    )
    const inferred = await chat.say('/summary vovworld')
    expect(textOf(inferred)).toContain('VOVworld, January 2014 (date inferred)')
    expect(textOf(inferred)).not.toContain('The text bears no date.')
    const reason = await press(inferred, 'How the date was inferred')
    expect(textOf(reason)).toContain('Date inferred: The text bears no date.')
    expect(textOf(reason)).not.toContain('VietnamPlus')
  })

  it('says which lengths there are if one is wrong', async () => {
    const answer = await chat.bot.answer(
      { command: 'summary', args: { article: 'sggp-2024', length: 'huge' } },
      {
        chat: { platform: 'fake', chat: '1' },
        kind: 'private' as const,
        user: 'u',
        locale: 'en',
        isAdmin: () => false,
      },
    )
    expect(textOf(answer)).toContain('short, medium, long')
  })
})

describe('/article', () => {
  it('offers all articles if none is named', async () => {
    expect(callsOf(await chat.say('/article'))).toHaveLength(5)
  })

  it('shows every word of the digest over its pages, each with its source', async () => {
    for (const article of chat.corpus.articles) {
      const read: string[] = []
      for (let page = 1; page <= 9; page++) {
        const answer = await chat.say(`/article ${article.id} page:${page}`)
        const text = textOf(answer)
        expect(text).toContain(article.publisher)
        read.push(text)
        if (!callsOf(answer).includes(`/article ${article.id} ${page + 1}`)) break
      }
      const words = (text: string) => text.replace(/\s+/g, ' ')
      for (const { text, sentences } of article.paragraphs)
        sentences.forEach((start, index) => {
          expect(words(read.join('\n'))).toContain(words(text.slice(start, sentences[index + 1]).trim()))
        })
    }
  })

  it('turns pages in place, and shows the nearest page for one that does not exist', async () => {
    const first = await chat.say('/article sggp-2024')
    expect(first.choices?.[0]).toEqual([
      {
        type: 'run',
        label: 'Next page',
        call: { command: 'article', args: { name: 'sggp-2024', page: '2' } },
        inPlace: true,
        turn: 'next',
      },
    ])
    expect(await chat.say('/article sggp-2024 page:99')).toEqual(await chat.say('/article sggp-2024 page:6'))
  })

  it('says that a wrong page is not a number', async () => {
    expect(textOf(await chat.say('/article sggp-2024 page:two'))).toContain('not a number')
    expect(textOf(await chat.say('/article sggp-2024 page:0'))).toContain('not a number')
  })
})

describe('a choice to read on', () => {
  it.each([
    ['en', 'close to 2 million'],
    ['en', 'Koh Thmor'],
    ['vi', 'gần 2 triệu'],
    ['km', 'ប៉ុល ពត'],
  ])('opens the article at the passage, in bold, in %s: %s', async (locale, words) => {
    const reader = { ...caller, locale }
    const found = await chat.say(`/search ${words}`, reader)
    const passages = blocksOf(found, 'blockquote').map(quoted => textOf({ body: quoted.children }))
    const calls = choicesOf(found).flatMap(choice =>
      choice.type === 'run' && choice.call.command === 'article' ? [choice.call] : [],
    )
    expect(calls.length).toBe(passages.length)
    for (const [at, call] of calls.entries()) {
      const [bold = ''] = boldIn((await chat.bot.answer(call, reader)).body)
      expect(bold.length).toBeGreaterThan(20)
      expect(asWritten(passages[at] ?? '')).toContain(asWritten(bold))
    }
  })

  it('opens it at the sentence that says what an answer says', async () => {
    const answer = await chat.say('when did the Vietnamese army withdraw?')
    const opened = await press(answer, 'Read it')
    expect(boldIn(opened.body).join(' ')).toContain('withdrawal in 1989')
  })

  it('keeps the passage in bold while pages are turned', async () => {
    const [choice] = choicesOf(await chat.say('/search Koh Thmor'))
    if (choice?.type !== 'run') throw new Error('nothing to read')
    const opened = await chat.bot.answer(choice.call, caller)
    const before = await press(opened, 'Previous page')
    expect(boldIn((await press(before, 'Next page')).body)).toEqual(boldIn(opened.body))
  })

  it('opens the article at its beginning for a place that it does not have, or that is none', async () => {
    const start = textOf(await chat.say('/article sggp-2024'))
    for (const at of ['nonsense', '0.1', '1.3-2'])
      expect(textOf(await chat.say(`/article sggp-2024 passage:${at}`))).toBe(start)
    expect(textOf(await chat.say('/article sggp-2024 passage:99.1'))).toContain('Page 6 of 6')
  })

  it('leads from each sentence of an excerpt to the sentence', async () => {
    const another = await createChat(undefined, undefined, await withoutPoints('sggp-2024'))
    const summary = await another.say('/summary sggp-2024')
    const shown = blocksOf(summary, 'list').flatMap(({ children }) =>
      children.map(item => textOf({ body: item.children.slice(0, 1) })),
    )
    const choices = choicesOf(summary).filter(({ label }) => label.startsWith('Sentence'))
    expect(choices).toHaveLength(shown.length)
    for (const [at, choice] of choices.entries()) {
      if (choice.type !== 'run') continue
      const [bold = ''] = boldIn((await another.bot.answer(choice.call, caller)).body)
      expect(asWritten(shown[at] ?? '')).toContain(asWritten(bold))
    }
  })
})

describe('/sources', () => {
  it('describes every publisher, and says what the archive does not claim', async () => {
    const first = await chat.say('/sources')
    expect(textOf(first)).toContain('not five independent witnesses')
    expect(textOf(first)).toContain('states no death toll of its own')
    for (const article of chat.corpus.articles) {
      const label = choicesOf(first).find(each => each.label.startsWith(article.publisher))?.label ?? ''
      const source = textOf(await press(first, label))
      expect(source).toContain(article.title)
      expect(source).toContain(article.publisherNote)
      expect(source).toContain(` · ${article.urlIsCopy ? 'a copy: ' : ''}${article.url}`)
    }
    const { about } = chat.corpus
    const cautions = textOf(await press(first, 'What this archive does not claim'))
    for (const { en } of about.cautions) expect(cautions).toContain(en)
    const archive = textOf(await press(first, 'More about the archive'))
    for (const { en } of about.sources) expect(archive).toContain(en)
  })
})
