// Shortens a label to one line of a limited length, at whole characters.

/** The message itself has the full text. The result is at most `maxUnits` UTF-16 units long. */
export function shorten(label: string, maxUnits: number): string {
  const line = label
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  if (line.length <= maxUnits) return line
  let start = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)) {
    if (start.length + segment.length > maxUnits - 1) break
    start += segment
  }
  return `${start.trimEnd()}…`
}
