// Inline nodes as lines of a terminal: everything spelt out, then cut at words, then marked.
import { inline } from '../../core/message/build.ts'
import type { Inline } from '../../core/message/message.ts'
import { cutInline, textOf } from '../../core/message/text.ts'
import { wordCuts } from '../../core/text/cuts.ts'
import { type Look, paint } from './look.ts'
import { widthOf } from './width.ts'

/** Lines of inline nodes, each no wider than the look allows; a word too long for a line has one to itself. */
export function wrap(nodes: readonly Inline[], look: Look): string[] {
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
      case 'moment':
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
        case 'moment':
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
  text.replace(/\p{Cc}|\p{Bidi_Control}/gu, control => {
    if (control === '\n') return control
    return /[\t\v\f]/.test(control) ? ' ' : ''
  })
