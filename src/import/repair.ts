// Repairs small printing defects where that is safe, and notes each repair for the curator.

import type { Piece } from './source.ts'

/** The piece as it should have been printed; headings stay as they are. */
export function repairText({ type, text }: Piece, notes: string[]): Piece {
  if (type === 'heading') return { type, text }
  let repaired = text
  const repair = (pattern: RegExp, replacement: string, note: string) => {
    const after = repaired.replace(pattern, replacement)
    if (after !== repaired) notes.push(`${note}: “${around(repaired, pattern)}”`)
    repaired = after
  }
  repair(/\s*\.?\/\.$/u, '.', 'an end mark was removed')
  repair(/(?<=[.”"])\s*[—–-] \p{Lu}{2,}(?:\/\p{Lu}+)*$/u, '', 'an end mark was removed')
  // Not "two- and three-storey".
  repair(/(?<=\p{Ll})- (?!(?:and|or|to)\b)(?=\p{Ll})/gu, '-', 'a space after a hyphen was removed')
  repair(/\b(said|added|noted|told)(during|that|in|at|on|to)\b/gu, '$1 $2', 'two words were separated')
  repair(/(?<=[\p{L}\p{N}]{2})$/u, '.', 'a missing full stop was added')
  return { type, text: repaired }
}

function around(text: string, pattern: RegExp): string {
  const at = text.search(pattern)
  return text.slice(Math.max(0, at - 20), at + 20).trim()
}
