// Checks that an article's body may have only what a message can show, and that anything else is a fault at its line.
import { describe, expect, it } from 'vitest'
import { articleFile, bodyLine, corpusFile, corpusOf, faultsOf } from '../../fixtures/corpus.ts'

const here = 'data/articles/a-1.en.md'
/** The faults of a body, with lines counted from the body's first. */
const refusals = (body: string) =>
  faultsOf(articleFile({}, { body })).map(fault => {
    const [, line, what] = /^data\/articles\/a-1\.en\.md:(\d+) (.*)$/.exec(fault) ?? []
    return `${Number(line) - bodyLine + 1} ${what}`
  })
const bodyOf = (body: string) => corpusOf(articleFile({}, { body })).articles[0]?.body
const text = (value: string) => ({ type: 'text', value })

describe('a body refuses', () => {
  it.each([
    ['raw HTML on its own line', 'Text.\n\n<div>x</div>', '3 raw HTML is not allowed in an article'],
    ['raw HTML within a line', 'Text,\nand a<br>break.', '2 raw HTML is not allowed in an article'],
    ['a comment', 'Text.\n\n<!-- note -->', '3 raw HTML is not allowed in an article'],
    ['an image', 'Text.\n\nSee ![it](https://a.example/b.png).', '3 an image is not allowed in an article'],
    ['code within a line', 'Text.\n\n\n`code`', '4 code is not allowed in an article'],
    ['a heading deeper than the third', '### Three\n\n#### Four', '3 a heading is deeper than ###'],
  ])('%s', (_, body, refusal) => {
    expect(refusals(body)).toEqual([refusal])
  })

  it.each([
    ['between fences', 'Text.\n\n```\nx\n```'],
    ['indented by four spaces', 'Text.\n\n    x'],
  ])('a code block %s', (_, body) => {
    expect(refusals(body)).toEqual([
      '3 a code block (or a line indented by four spaces) is not allowed in an article',
    ])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'mailto:a@a.example',
    '/there',
    '#x',
  ])('a link to %s', url => {
    expect(refusals(`Text.\n\n[a link](${url})`)).toEqual([`3 the link to "${url}" is not a web address`])
  })

  it('a link by reference, and the definition it refers to', () => {
    expect(refusals('A [link][a].\n\n[a]: https://a.example')).toEqual([
      '1 a link by reference is not allowed in an article',
      '3 a link definition is not allowed in an article',
    ])
  })

  it('the same inside lists and quotations', () => {
    expect(refusals('- one\n- two\n  ![x](https://a.example)\n\n> quoted\n>\n> `code`')).toEqual([
      '3 an image is not allowed in an article',
      '7 code is not allowed in an article',
    ])
  })

  it('to have no text', () => {
    expect(faultsOf(corpusFile('articles/a-1.en.md', articleFile({}, { body: '' }).text))).toEqual([
      expect.stringMatching(new RegExp(`^${here}:\\d has no text below the front matter$`)),
    ])
  })

  it('at the right line below longer front matter, after a byte order mark, and with the line ends of Windows', () => {
    const { text } = articleFile({ people: '\n  - name: A\n  - name: B' }, { body: 'Text.\n\n`code`' })
    for (const saved of [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')])
      expect(faultsOf(corpusFile('articles/a-1.en.md', saved))).toEqual([
        `${here}:13 code is not allowed in an article`,
      ])
  })
})

describe('a body keeps', () => {
  it('headings, paragraphs, quotations, lists and rules', () => {
    expect(bodyOf('# One\n\nText.\n\n> Quoted.\n\n3. third\n\n---')).toEqual([
      { type: 'heading', depth: 1, children: [text('One')] },
      { type: 'paragraph', children: [text('Text.')] },
      { type: 'blockquote', children: [{ type: 'paragraph', children: [text('Quoted.')] }] },
      {
        type: 'list',
        ordered: true,
        start: 3,
        children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text('third')] }] }],
      },
      { type: 'thematicBreak' },
    ])
  })

  it('bold, italic, web links and a break, and nothing else around them', () => {
    expect(bodyOf('**bold** *italic* [link](https://a.example "title")\\\nnext')).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [text('bold')] },
          text(' '),
          { type: 'emphasis', children: [text('italic')] },
          text(' '),
          { type: 'link', url: 'https://a.example', children: [text('link')] },
          { type: 'break' },
          text('next'),
        ],
      },
    ])
  })

  it('a wrapped line as one line', () => {
    expect(bodyOf('one\ntwo\r\nthree')).toEqual([{ type: 'paragraph', children: [text('one two three')] }])
  })

  it('angle brackets written as entities, as plain text', () => {
    expect(bodyOf('&lt;b&gt;')).toEqual([{ type: 'paragraph', children: [text('<b>')] }])
  })
})
