// Proves that people see the words of a message: what looks like Discord's Markdown in them is shown, not obeyed.
import { ComponentType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { partsOf, render } from '../../../src/adapters/discord/render.ts'
import {
  attribution,
  bullets,
  emphasis,
  heading,
  link,
  numbered,
  paragraph,
  quote,
  strong,
} from '../../../src/core/message/build.ts'
import type { Block } from '../../../src/core/message/message.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'
import { wordsOf } from './markdown.ts'
import { createRandom, type RandomSource } from './random-text.ts'

const renderedText = (body: Block[]): string =>
  partsOf({ body })
    .flatMap(part => render(part))
    .flatMap(each => (each.type === ComponentType.Container ? each.components : []))
    .map(each => (each.type === ComponentType.TextDisplay ? each.content : ''))
    .join('\n')

/** Spaces, line ends and the dash of a source line are the renderer's own. */
const comparable = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+|(?:^|\n)— /gu, ' ')
    .replace(/[\s—]+/g, ' ')
    .trim()

function block({ one, text: words, below }: RandomSource): Block {
  // The core says nothing that is empty.
  const text = () => [words(80)].find(each => comparable(each) !== '') ?? 'x'
  const some = () => [text(), one([strong, emphasis])(text()), ' ', text()]
  return one<() => Block>([
    () => paragraph(text()),
    () => paragraph(some()),
    () => paragraph([text(), ' ', link('https://example.org/a(b)?c=<d>&e=%23', text()), ' ', text()]),
    () => heading(one([1, 2, 3]), text()),
    () => quote(paragraph(some()), attribution(text())),
    () => bullets(Array.from({ length: 1 + below(3) }, () => text())),
    () => numbered([text(), [paragraph(text()), attribution(text())]], 1 + below(20)),
  ])()
}

test('what is shown are the words of the message, over a thousand odd ones', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const body = [block(createRandom(seed)), block(createRandom(-seed))]
    expect(comparable(wordsOf(renderedText(body))), `seed ${seed}`).toBe(comparable(textOfBlocks(body)))
  }
})

describe('a link', () => {
  test.each([
    ['https://example.org/a b', '[x](<https://example.org/a%20b>)'],
    ['https://example.org/?q=a%23b', '[x](<https://example.org/?q=a%23b>)'],
    ['https://example.org/<>', '[x](<https://example.org/%3C%3E>)'],
    ['https://vi.example.org/Ngày', '[x](<https://vi.example.org/Ng%C3%A0y>)'],
    ['javascript:alert(1)', 'x'],
    ['https://', 'x'],
  ])('to %s is %s', (url, markdown) => {
    expect(renderedText([paragraph(link(url, 'x'))])).toBe(markdown)
  })

  test('whose words are the address itself is the address, which Discord links by itself', () => {
    const url = 'https://example.org/a_b'
    expect(renderedText([paragraph(link(url))])).toBe(`<${url}>`)
  })
})
