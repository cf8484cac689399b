// Finds the marks of other kinds of Markdown, which our parser would leave in the text as they are.

/** What the marks mean, and where the first of them is in the source, in UTF-16 units. */
export function foreignMark(source: string): { meaning: string; index: number } | undefined {
  for (const [pattern, meaning] of foreignMarks) {
    const match = pattern.exec(source)
    if (match) return { meaning: meaning.replaceAll('$1', match[1] ?? ''), index: match.index }
  }
  return undefined
}

const foreignMarks: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/(?<!\\)(\[\^[^\]\s]+\])/, 'the footnote $1 has no text (a line that begins with $1:)'],
  [/(?<!\\)\^\[/, 'a footnote within the line is not allowed in an article'],
  [
    /^[ \t]*(?:\|[ \t]*:?-+:?[ \t]*\|?|\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*\|?)?)[ \t]*$/m,
    'a table whose header has not as many cells as the line below it',
  ],
  [/(?<!\\)~~/, 'struck-out text is not allowed in an article'],
  [/(?<![\\=])==(?![\s=])[^\n]*?[^\s=]==(?!=)/, 'highlighted text (==) is not allowed in an article'],
  [/(?<!\\)\[\[[^\]\n]+\]\]/, 'a link by title ([[ ]]) is not allowed in an article'],
  [/(?<!\\)\]\((?:$|https?:|www\.|[./#])/i, 'a link whose address is not closed or has spaces'],
  [/(?<!\\)\]\[[^\]\d]+\]/, 'a link by reference is not allowed in an article'],
  [/^[ \t]*\[!\w+\]/, 'a coloured note ([!NOTE]) is not allowed in an article'],
  [/^[ \t]*:::/m, 'a container (:::) is not allowed in an article'],
  [/^:[ \t]+\S/m, 'a definition list is not allowed in an article'],
  [/(?<!\\)\{[#.][\w-]+\}[ \t]*$/m, 'an attribute ({#id}) is not allowed in an article'],
  [/(?<!\\)(?:\{\{.*?\}\}|\{%.*?%\})/, 'a template tag is not allowed in an article'],
  [/(?<!\\)\$\$/, 'a formula ($$) is not allowed in an article'],
]
