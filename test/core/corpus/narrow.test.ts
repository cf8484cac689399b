// Checks that an article's body may have only what a message can show, and that anything else is a fault at its line.
import { describe, expect, it } from 'vitest'
import { textOfBlocks } from '../../../src/core/message/text.ts'
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
    [
      'an image without a description',
      'Text.\n\nSee ![](https://a.example/b.png).',
      '3 an image has no description: ![description](...)',
    ],
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
    expect(refusals('- one\n- two\n  ![](https://a.example)\n\n> quoted\n>\n> `code`')).toEqual([
      '3 an image has no description: ![description](...)',
      '7 code is not allowed in an article',
    ])
  })

  it.each([
    ['struck-out words', 'Text,\n~~gone~~ now.', '2 struck-out text is not allowed in an article'],
    [
      'struck-out words that never end',
      'Text,\n~~gone now.',
      '2 struck-out text is not allowed in an article',
    ],
    [
      'a footnote without text',
      'Text.\n\nSee\nit[^1].',
      '4 the footnote [^1] has no text (a line that begins with [^1]:)',
    ],
    [
      'the text of a footnote that nothing refers to',
      'Text.\n\n[^1]: Note.',
      '3 nothing refers to this text of the footnote [^1]',
    ],
    [
      'a second text of a footnote',
      'Text[^1].\n\n[^1]: Note.\n[^1]: Other.',
      '4 nothing refers to this text of the footnote [^1]',
    ],
    [
      'a table with fewer names than columns',
      'Text.\n\n| year |\n| --- | --- |\n| 1901 | 20 |',
      '4 a table whose header has not as many cells as the line below it',
    ],
    [
      'a row with more cells than the table has columns',
      '| year | ships |\n| --- | --- |\n| 1901 | 20 | 3 |',
      '3 a row of the table has 3 cells, its header 2',
    ],
    ['a table without rows', 'Text.\n\n| year |\n| --- |', '3 a table has no rows below its header'],
    ['raw HTML in a table', '| a |\n| --- |\n| b<br>c |', '3 raw HTML is not allowed in an article'],
    ['a link with a space', 'A [link](https://a b).', '1 a link whose address is not closed or has spaces'],
    ['a link without an address', 'A [link][there].', '1 a link by reference is not allowed in an article'],
    ['a link by title', 'A\n[[link]].', '2 a link by title ([[ ]]) is not allowed in an article'],
    ['highlighted words', 'A ==light== one.', '1 highlighted text (==) is not allowed in an article'],
    ['a coloured note', '> [!NOTE]\n> Text.', '1 a coloured note ([!NOTE]) is not allowed in an article'],
    ['a container', ':::note\nText.\n:::', '1 a container (:::) is not allowed in an article'],
    ['a definition list', 'Mole\n: A wall.', '2 a definition list is not allowed in an article'],
    ['an attribute', '## Part {#part}', '1 an attribute ({#id}) is not allowed in an article'],
  ])('%s', (_, body, refusal) => {
    expect(refusals(body)).toEqual([refusal])
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

  it('a table, with a cell for every column', () => {
    const row = (...cells: string[]) => ({
      type: 'tableRow',
      children: cells.map(each => ({ type: 'tableCell', children: each === '' ? [] : [text(each)] })),
    })
    expect(bodyOf('| year | ships |\n| --- | ---: |\n| 1901 | 20 |\n| 1902 |')).toEqual([
      {
        type: 'table',
        align: [null, 'right'],
        children: [row('year', 'ships'), row('1901', '20'), row('1902', '')],
      },
    ])
  })

  it('footnotes, as a list at the end in the order of the text', () => {
    const body = bodyOf(
      'One[^b] and two[^a], one again[^b].\n\n[^a]: Note two[^c].\n[^b]: Note one.\n\n[^c]: Note three.',
    )
    expect(body?.map(block => textOfBlocks([block]))).toEqual([
      'One[1] and two[2], one again[1].',
      '',
      'Note one.\nNote two[3].\nNote three.',
    ])
    expect(body?.at(-1)).toMatchObject({ type: 'list', ordered: true, start: 1 })
  })

  it('the box of a task', () => {
    expect(textOfBlocks(bodyOf('- [ ] open\n- [x] done\n- neither') ?? [])).toBe('☐ open\n☑ done\nneither')
  })

  it('an image as its description', () => {
    expect(bodyOf('![The mole in 1901](mole.png)')).toEqual([
      { type: 'paragraph', children: [{ type: 'emphasis', children: [text('The mole in 1901')] }] },
    ])
  })

  it('a bare web address as a link, and a bare e-mail address as text', () => {
    expect(bodyOf('See https://a.example/b_c_(d)?x=1&y=2 or a@b.example now.')).toEqual([
      {
        type: 'paragraph',
        children: [
          text('See '),
          {
            type: 'link',
            url: 'https://a.example/b_c_(d)?x=1&y=2',
            children: [text('https://a.example/b_c_(d)?x=1&y=2')],
          },
          text(' or '),
          text('a@b.example'),
          text(' now.'),
        ],
      },
    ])
  })

  it('a bare web address without the backslashes that escape its signs', () => {
    expect(textOfBlocks(bodyOf('See https://a.example/b\\_c now.') ?? [])).toBe(
      'See https://a.example/b_c now.',
    )
  })

  it.each([
    'Some ~5 to ~10 ships, 2 == 2, a | b.',
    'It was lost.[3][4]',
    '[The] mole (and [its] lamp).',
    'At 8: the lamp.',
    'See https://a.example ::: or : this.',
  ])('what only looks like a mark: %s', body => {
    expect(textOfBlocks(bodyOf(body) ?? [])).toBe(body)
  })

  it('marks after a backslash', () => {
    const body = 'Not \\[^1], \\~~gone\\~~, \\==light\\== or \\[[link]].'
    expect(textOfBlocks(bodyOf(body) ?? [])).toBe('Not [^1], ~~gone~~, ==light== or [[link]].')
  })
})
