// Checks that any corpus file becomes a corpus, or faults that point into the file.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrow } from '../../../src/core/corpus/load/markdown/narrow.ts'
import { parseCorpus } from '../../../src/core/corpus/load/parse.ts'
import type { Block, Inline, ListItem, TableCell, TableRow } from '../../../src/core/message/message.ts'
import { articleFile, corpusFile } from '../../fixtures/corpus.ts'

const piecesOf = (...pieces: string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map(chosen => chosen.join(''))

const yaml = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  piecesOf(
    ...['title: T', 'published: 2014', 'people:\n', '  - name: A\n', 'tags: [a, b]\n', 'figures:\n', '- '],
    ...['[', ']', '{', '}', ': ', '\n', '\n  ', '"', "'", '|', '>-', '!t ', '&a ', '#', '? ', '---', '...'],
    ...['%YAML 1.2', '\t', '<<: ', '~', '1e3', '\r\n', '\r', '\u2028', '\u0000', 'é', 'ក', '@', '`'],
  ),
)
const markdown = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  piecesOf(
    ...['# ', '#### ', 'a', '*', '**', '_', '[', '](http://a)', '](javascript:x)', '![', '](', '<b>', '<!--'],
    ...['-->', '> ', '- ', '1. ', '\n', '\n\n', '    ', '```', '`', '&lt;', '&#0;', '\\', '---', '***', '\t'],
    ...['\r\n', '[x]: http://y', '<http://q>', '  \n', 'http://x.y', '|', '~~', '\u0000', 'ក'],
    ...[
      '| a | b |\n',
      '| --- | --- |\n',
      '--|',
      '[^1]',
      '[^1]: ',
      '- [ ] ',
      '- [x] ',
      '==',
      ':::',
      'a@b.example',
    ],
  ),
)
/** Every node that an article's body may have, with its fields. A curator never writes an attribution. */
const closedSet = new Map([
  ['text', ['value']],
  ['break', []],
  ['strong', ['children']],
  ['emphasis', ['children']],
  ['link', ['url', 'children']],
  ['heading', ['depth', 'children']],
  ['paragraph', ['children']],
  ['blockquote', ['children']],
  ['list', ['ordered', 'start', 'children']],
  ['listItem', ['children']],
  ['table', ['align', 'children']],
  ['tableRow', ['children']],
  ['tableCell', ['children']],
  ['thematicBreak', []],
])
/** Counts lines as an editor that knows every line ending. */
const linesOf = (text: string) => text.split(/\r\n|\n|\r/).length

describe('any front matter', () => {
  it('gives a corpus, or faults at lines that the file has', () => {
    fc.assert(
      fc.property(yaml, fc.boolean(), (fields, alone) => {
        const file = alone
          ? corpusFile('articles/a-1.en.md', `---\n${fields}\n---\n\nText.\n`)
          : articleFile({ author: `A\n${fields}` })
        const parsed = parseCorpus([file])
        const faults = 'faults' in parsed ? parsed.faults : []
        expect('corpus' in parsed ? parsed.corpus.articles.length : faults.length).toBeGreaterThan(0)
        for (const { path, line, message } of faults) {
          expect([path, message.length > 0]).toEqual([file.path, true])
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(linesOf(file.text))
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('any body', () => {
  it('gives only nodes of a message, and faults at lines that the body has', () => {
    fc.assert(
      fc.property(markdown, body => {
        const { blocks, faults } = narrow('data/articles/a-1.en.md', body, 10)
        expect(blocks.flatMap(strangeNodes)).toEqual([])
        for (const { line } of faults) {
          expect(line).toBeGreaterThanOrEqual(10)
          expect(line).toBeLessThan(10 + linesOf(body))
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('has only web links', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.constantFrom('', 'java', 'x', ' '), (url, before) => {
        const { blocks } = narrow('p', `[a](<${before}${url}>)`)
        const urls = JSON.stringify(blocks).match(/"url":"[^"]*/g) ?? []
        expect(urls.every(found => /^"url":"https?:\/\//.test(found))).toBe(true)
      }),
    )
  })
})

type Node = Block | ListItem | TableRow | TableCell | Inline

/** The nodes of a tree that are outside the closed set, or have more or fewer fields. */
function strangeNodes(node: Node): unknown[] {
  const fields = closedSet.get(node.type) ?? ['no such node']
  const below = 'children' in node ? (node.children as Node[]).flatMap(strangeNodes) : []
  return Object.keys(node).sort().join() === ['type', ...fields].sort().join() ? below : [node, ...below]
}
