// The message as terminal text: wrapped to a width, with ANSI marks where the terminal has them.

import { inline } from '../../core/message/build.ts'
import { wordCuts } from '../../core/message/cuts.ts'
import type { Block, Choice, Inline, Message } from '../../core/message/message.ts'
import { cutInline, textOf } from '../../core/message/text.ts'
import { widthOf } from './width.ts'

export interface Look {
  /** Columns to wrap at; Infinity for none. */
  width: number
  ansi: boolean
}

/** The text of a message, without a newline at its end. Choices that run a command are numbered from 1. */
export function render(message: Message, look: Look): string {
  const lines = blockLines(message.body, look)
  const choices = (message.choices ?? []).flat()
  let number = 0
  const offered = choices.flatMap(choice => choiceLines(choice, choice.type === 'run' ? ++number : 0, look))
  return [...lines, ...(offered.length > 0 ? ['', ...offered] : [])].join('\n')
}

function blockLines(blocks: readonly Block[], look: Look, tight = false): string[] {
  return blocks.flatMap((block, index) => {
    const lines = linesOf(block, look)
    // An attribution belongs to what stands above it.
    const apart = index > 0 && !tight && block.type !== 'attribution'
    return apart ? ['', ...lines] : lines
  })
}

function linesOf(block: Block, look: Look): string[] {
  switch (block.type) {
    case 'heading':
      return wrap(block.children, look).map(line => paint(block.depth === 1 ? '1;4' : '1', line, look))
    case 'paragraph':
      return wrap(block.children, look)
    case 'attribution':
      return indent('— ', '  ', narrower(look, 2), each => wrap(block.children, each)).map(line =>
        paint('2', line, look),
      )
    case 'blockquote':
      return indent('│ ', '│ ', narrower(look, 2), each => blockLines(block.children, each))
    case 'thematicBreak':
      return [paint('2', '─'.repeat(Math.min(look.width, 40)), look)]
    case 'list':
      return block.children.flatMap((item, index) => {
        const bullet = block.ordered ? `${block.start + index}. ` : '• '
        return indent(bullet, ' '.repeat(bullet.length), narrower(look, bullet.length), each =>
          blockLines(item.children, each, true),
        )
      })
    default:
      return block satisfies never
  }
}

function choiceLines(choice: Choice, number: number, look: Look): string[] {
  switch (choice.type) {
    case 'run': {
      const first = `[${number}]`
      const others = ' '.repeat(first.length + 1)
      return indent(`${paint('1', first, look)} `, others, narrower(look, others.length), each =>
        wrap(inline(choice.label), each),
      )
    }
    case 'open':
      return wrap(inline(`${choice.label}: ${choice.url}`), look)
    default:
      return choice satisfies never
  }
}

/** Lines of inline nodes, each no wider than the look allows; a word too long for a line has one to itself. */
function wrap(nodes: readonly Inline[], look: Look): string[] {
  const shown = spellOut(nodes, look)
  const text = textOf(shown)
  const lines: string[] = []
  let from = 0
  for (const paragraph of text.split('\n')) {
    for (const [start, end] of lineRanges(paragraph, look.width))
      lines.push(paintInline(cutInline(cutInline(shown, from + end)[0], from + start)[1], look))
    from += paragraph.length + 1
  }
  return lines
}

function lineRanges(text: string, width: number): [number, number][] {
  if (width === Infinity || widthOf(text) <= width) return [[0, text.length]]
  const cuts = [...wordCuts(text), text.length]
  const ranges: [number, number][] = []
  let start = 0
  let end = 0
  for (const cut of cuts) {
    if (end > start && widthOf(text.slice(start, cut).trimEnd()) > width) {
      ranges.push([start, start + text.slice(start, end).trimEnd().length])
      start = end
    }
    end = cut
  }
  ranges.push([start, start + text.slice(start).trimEnd().length])
  return ranges
}

/**
 * The nodes as words alone: terminals cannot hide an address behind words, so it follows them, and without ANSI bold
 * stands between asterisks. What is added here is wrapped with the rest.
 */
function spellOut(nodes: readonly Inline[], look: Look): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return inline(clean(node.value))
      case 'break':
        return [node]
      case 'strong': {
        const children = spellOut(node.children, look)
        return look.ansi ? [{ ...node, children }] : inline(['*', ...children, '*'])
      }
      case 'emphasis':
        return [{ ...node, children: spellOut(node.children, look) }]
      case 'link': {
        const children = spellOut(node.children, look)
        const url = clean(node.url)
        return textOf(children) === url ? children : inline([...children, ` (${url})`])
      }
      default:
        return node satisfies never
    }
  })
}

function paintInline(nodes: readonly Inline[], look: Look): string {
  return nodes
    .map(node => {
      switch (node.type) {
        case 'text':
          return node.value
        case 'break':
          return ''
        case 'strong':
          return paint('1', paintInline(node.children, look), look)
        case 'emphasis':
          return paint('3', paintInline(node.children, look), look)
        case 'link':
          return paintInline(node.children, look)
        default:
          return node satisfies never
      }
    })
    .join('')
}

/** Control characters that somebody typed must not move the reader's cursor; a tab would, by who knows how far. */
const clean = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\t\u000b\f]/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f\r\u007f-\u009f]/g, '')

// An end of a mark ends them all, so what stands around it is begun again.
const paint = (code: string, text: string, { ansi }: Look) =>
  ansi && text ? `${mark(code)}${text.replaceAll(mark('0'), mark('0') + mark(code))}${mark('0')}` : text

const mark = (code: string) => `\u001b[${code}m`

const narrower = (look: Look, by: number): Look => ({ ...look, width: Math.max(look.width - by, 10) })

function indent(first: string, others: string, look: Look, lines: (look: Look) => string[]): string[] {
  return lines(look).map((line, index) => (index === 0 ? first : others) + line)
}
