// Checks /summary of a topic: agreement, difference and what only one article says, each statement with its source.
import { beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../../src/core/languages/en/phrases.ts'
import type { Choice, Message } from '../../../src/core/message/message.ts'
import { retellingOf } from '../../../src/core/wording/citation.ts'
import { blocksOf, type Chat, caller, callsOf, choicesOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})
/** The text of all pages of an answer. */
async function allOf(line: string): Promise<string> {
  const pages: string[] = []
  for (let message: Message | undefined = await chat.say(line); message; ) {
    pages.push(textOf(message))
    const next: Choice | undefined = choicesOf(message).find(
      choice => choice.type === 'run' && choice.turn === 'next',
    )
    message = next?.type === 'run' ? await chat.bot.answer(next.call, caller) : undefined
  }
  return pages.join('\n')
}

/** The texts under each heading, over all pages. */
async function sections(line: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const part of (await allOf(line)).split(/\n(?=In several|Where articles|In one|From outside)/)) {
    const [title = ''] = part.split('\n')
    found[title] = `${found[title] ?? ''}${part}\n`
  }
  return found
}

describe('/summary of a topic', () => {
  it.each(['death toll', 'killed', 'số người chết', 'អ្នកស្លាប់'])(
    'shows the differing figures for %s side by side, each with its speaker and source',
    async words => {
      const differing = (await sections(`/summary ${words}`))['Where articles differ'] ?? ''
      for (const line of [
        /3 million Cambodians.*\nLe Minh Khai \(then Deputy Prime Minister of Vietnam\) · Sai Gon Giai Phong, 7 January 2024/,
        /3 million innocent people.*\nAKP \(Cambodia's state news agency\) · Viet Nam News, 7 January 2026/,
        /2 million people.*\nVOVworld, January 2014 \(inferred\)/,
      ])
        expect(differing).toMatch(line)
    },
  )

  it('says once that agreement of dependent sources confirms nothing', async () => {
    const alike = (await sections('/summary salvation front'))['In several articles'] ?? ''
    expect(alike).toContain('Sophal Tuon, writing in Kampuchea Thmey Daily · People')
    expect(alike.split('that is no confirmation')).toHaveLength(2)
  })

  it('takes about one screen of a phone a page, with where articles differ first', async () => {
    const first = textOf(await chat.say('/summary pol pot'))
    expect(first).toMatch(/^“pol pot” in 5 articles\nWhere articles differ\n/)
    for (const page of ['', ' entry:2', ' entry:3'])
      expect(textOf(await chat.say(`/summary pol pot${page}`)).length).toBeLessThanOrEqual(1600)
  })

  it('says that names were added only on a page where one was', async () => {
    for (let entry = 1; entry <= 5; entry++) {
      const page = textOf(await chat.say(`/summary about:friendship entry:${entry}`))
      const hasAdded = /\[(?!Names)[^\]]+\]/.test(page)
      expect(page.includes('[Names in brackets] were added.'), page).toBe(hasAdded)
    }
  })

  it('shows separately what only one article says', async () => {
    const single = (await sections('/summary rescue'))['In one article'] ?? ''
    expect(single).toContain('around 5 million Cambodians')
  })

  it('takes sentences of the digest, with their numbers, if no key point is on the topic', async () => {
    const answer = await allOf('/summary about:friendship')
    expect(answer).toMatch(/VOVworld, January 2014 \(inferred\), copy · sentence \d+ of the archive's digest/)
  })

  it.each(['pol pot', 'genocide'])('counts every article that names %s', async words => {
    expect(textOf(await chat.say(`/summary ${words}`))).toMatch(/in 5 articles/)
  })

  it('never says that a figure is in one article only if another has it', async () => {
    const { 'In one article': single = '', 'Where articles differ': differing = '' } =
      await sections('/summary pol pot')
    for (const figure of ['3 million Cambodians', '3 million innocent people', '2 million people'])
      expect(differing).toContain(figure)
    expect(single.split('From outside')[0]).not.toContain('million')
  })

  it('shows outside statements beside the figures they are about', async () => {
    for (const words of ['pol pot', 'death toll', 'số người chết'])
      expect(textOf(await chat.say(`/summary ${words}`))).toMatch(
        /From outside this archive[\s\S]*1\.7 million[\s\S]*excess deaths/,
      )
    expect(await allOf('/summary salvation front')).not.toContain('From outside')
  })

  it('names the origin of a sentence from an article that retells another', async () => {
    expect(await allOf('/summary about:friendship')).toMatch(
      /VietnamPlus, 9 January 2023 · retelling Rasmei Kampuchea · sentence \d+/,
    )
    const article = chat.corpus.articles.find(({ id, language }) => id === 'qdnd-2023' && language === 'en')
    expect(article && retellingOf(article, en)).toBe(
      'retelling Sophal Tuon, writing in Kampuchea Thmey Daily',
    )
  })

  it('gives every statement a source', async () => {
    for (const words of ['killed', 'volunteer soldiers', 'border']) {
      const lists = blocksOf(await chat.say(`/summary about:${words}`), 'list')
      expect(lists, words).not.toEqual([])
      for (const { children } of lists.flatMap(list => list.children))
        expect(children.map(({ type }) => type).join()).toMatch(/^(paragraph,attribution,?)+$/)
    }
  })

  it('offers the figures and the articles', async () => {
    const calls = callsOf(await chat.say('/summary death toll'))
    expect(calls[0]).toBe('/facts death-toll')
    expect(calls).toContainEqual(expect.stringMatching(/^\/article vovworld-2014 \d+\.\d+$/))
  })

  it('is offered if the words are in the names of several articles', async () => {
    expect(callsOf(await chat.say('/summary vietnam'))).toContain('/summary vietnam')
    expect(textOf(await chat.bot.answer({ command: 'summary', args: { about: 'vietnam' } }, caller))).toMatch(
      /^“vietnam” in \d articles/,
    )
  })

  it('asks as before if nothing is on the topic', async () => {
    expect(textOf(await chat.say('/summary about:zzzz'))).toContain('No article matches')
  })
})
