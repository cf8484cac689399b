// Writes web addresses in Discord's Markdown, in which a backslash or a mark inside one would change where it leads.

import { webAddressOf } from '../../../core/message/web-address.ts'

/** An address in running text. Marks that mean something to Discord inside one end it. */
const ADDRESS = /https?:\/\/[^\s<>"“”«»\\`*\p{Cc}]+/gu

/**
 * The text with the addresses in it as they are: between angle brackets, where Discord takes every character as it is,
 * if it would take one for a mark. `escapeText` treats the text between them.
 */
export function markAddresses(text: string, escapeText: (text: string) => string): string {
  if (!text.includes('://')) return escapeText(text)
  let marked = ''
  let end = 0
  for (const { 0: run, index } of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(run)
    // Such a character is part of the word, and Discord would end the address earlier than a reader does.
    const isWhole = !/[*\\`]/.test(text.charAt(index + run.length)) && webAddressOf(address) !== undefined
    if (!isWhole) continue
    marked += `${escapeText(text.slice(end, index))}${/[_~|[\]]/.test(address) ? `<${address}>` : address}`
    end = index + address.length
  }
  return marked + escapeText(text.slice(end))
}

/** A full stop or a bracket after an address is the sentence's, unless the bracket was opened in the address. */
function withoutPunctuation(run: string): string {
  let end = run.length
  while (end > 0) {
    const last = run.charAt(end - 1)
    const opening = last === ')' ? '(' : last === ']' ? '[' : undefined
    const isOpened = opening !== undefined && count(run, opening, end) >= count(run, last, end)
    if (!/[.,:;!?'’…។៕)\]]/.test(last) || isOpened) break
    end--
  }
  return run.slice(0, end)
}

const count = (text: string, mark: string, end: number) => text.slice(0, end).split(mark).length - 1

/** The address as a link may have it, with what would end the link percent-encoded; undefined if it is no web address. */
export function linkTarget(url: string): string | undefined {
  const href = webAddressOf(url)?.replace(/[*\\`]/g, percentEncoded)
  if (href === undefined) return undefined
  // Discord's own pattern takes brackets in pairs, and none in another pair.
  const isPaired = !/[()]/.test(href.replace(/\([^()]*\)/g, ''))
  return isPaired ? href : href.replace(/[()]/g, percentEncoded)
}

const percentEncoded = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
