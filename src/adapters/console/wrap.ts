// Wraps inline nodes into terminal lines: spells everything out, cuts between words, then adds the styles.

import { inline } from '../../core/message/build.ts'
import type { Inline } from '../../core/message/message.ts'
import { cutInline, textOf } from '../../core/message/text.ts'
import { wordCuts } from '../../core/text/cuts.ts'
import { styled, type TerminalFormat } from './format.ts'
import { widthOf } from './width.ts'

/** Lines no wider than the format allows; a word that is too long for a line has one to itself. */
export function wrap(nodes: readonly Inline[], format: TerminalFormat): string[] {
  const spelledOut = spellOut(nodes, format)
  const text = textOf(spelledOut)
  const lines: string[] = []
  let from = 0
  for (const paragraph of text.split('\n')) {
    for (const [start, end] of lineRanges(paragraph, format.width))
      lines.push(styledInline(cutInline(cutInline(spelledOut, from + end)[0], from + start)[1], format))
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
 * The nodes as text: a terminal cannot hide an address behind words, so it follows them, and without ANSI bold text is
 * put between asterisks. This happens before wrapping, so that the additions are wrapped too.
 */
function spellOut(nodes: readonly Inline[], format: TerminalFormat): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
      case 'moment':
        return inline(withoutControls(node.value))
      case 'break':
        return [node]
      case 'strong': {
        const children = spellOut(node.children, format)
        return format.ansi ? [{ ...node, children }] : inline(['*', ...children, '*'])
      }
      case 'emphasis':
        return [{ ...node, children: spellOut(node.children, format) }]
      case 'link': {
        const children = spellOut(node.children, format)
        const url = withoutControls(node.url)
        return textOf(children) === url ? children : inline([...children, ` (${url})`])
      }
      default:
        return node satisfies never
    }
  })
}

function styledInline(nodes: readonly Inline[], format: TerminalFormat): string {
  return nodes
    .map(node => {
      switch (node.type) {
        case 'text':
        case 'moment':
          return node.value
        case 'break':
          return ''
        case 'strong':
          return styled('1', styledInline(node.children, format), format)
        case 'emphasis':
          return styled('3', styledInline(node.children, format), format)
        case 'link':
          return styledInline(node.children, format)
        default:
          return node satisfies never
      }
    })
    .join('')
}

/** Control characters in a text must not move the reader's cursor; even a tab would, by an unknown distance. */
const withoutControls = (text: string) =>
  text.replace(/\p{Cc}|\p{Bidi_Control}/gu, control => {
    if (control === '\n') return control
    return /[\t\v\f]/.test(control) ? ' ' : ''
  })
