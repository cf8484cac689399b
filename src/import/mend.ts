// Small defects of printing that are safe to mend; each is noted, so that a curator can look.
import type { Piece } from './source.ts'

/** The paragraph as it should have been printed. */
export function repairText({ type, text }: Piece, notes: string[]): Piece {
  if (type === 'heading') return { type, text }
  let better = text
  const mend = (pattern: RegExp, by: string, what: string) => {
    const after = better.replace(pattern, by)
    if (after !== better) notes.push(`${what}: “${around(better, pattern)}”`)
    better = after
  }
  mend(/\s*\.?\/\.$/u, '.', 'an end mark was taken off')
  mend(/(?<=[.”"])\s*[—–-] \p{Lu}{2,}(?:\/\p{Lu}+)*$/u, '', 'an end mark was taken off')
  // Not "two- and three-storey".
  mend(/(?<=\p{Ll})- (?!(?:and|or|to)\b)(?=\p{Ll})/gu, '-', 'a hyphen was joined')
  mend(/\b(said|added|noted|told)(during|that|in|at|on|to)\b/gu, '$1 $2', 'two words were parted')
  mend(/(?<=[\p{L}\p{N}]{2})$/u, '.', 'a missing full stop was added')
  return { type, text: better }
}

function around(text: string, pattern: RegExp): string {
  const at = text.search(pattern)
  return text.slice(Math.max(0, at - 20), at + 20).trim()
}
