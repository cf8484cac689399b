// Reads rendered text as Discord's Markdown does, for tests: returns the words that people see, without the marks.

/** Throws at a mark without an end: people would see it, or the rest would look wrong. */
export function wordsOf(content: string): string {
  return content
    .split('\n')
    .map(line => inline(withoutStart(line)))
    .join('\n')
}

/** Strips the marks of headings, small print, quotations and lists, nested ones included. */
function withoutStart(line: string): string {
  const start = /^ *(?:#{1,3} |-# |>>> |> |[-*] |\d+\. )/.exec(line)
  if (line.trim() === '>') return ''
  return start ? withoutStart(line.slice(start[0].length)) : line
}

function inline(text: string): string {
  let words = ''
  const open: string[] = []
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const [all, visible = ''] =
      /^\\([^\p{L}\p{N}\s])/u.exec(rest) ??
      /^<t:\d+:f>()/.exec(rest) ??
      /^<(https?:\/\/[^\s<>]+)>/.exec(rest) ??
      []
    const link = /^\]\(<[^\s<>]+>\)/.exec(rest)
    const mark = /^(?:\*\*|\*|__|_|~~|\|\||`|\[)/.exec(rest)
    if (all !== undefined) {
      words += visible
      at += all.length
    } else if (link) {
      if (open.pop() !== '[') throw new Error(`an end of a link without its start: ${text}`)
      at += link[0].length
    } else if (mark) {
      if (open.at(-1) === mark[0]) open.pop()
      else open.push(mark[0])
      at += mark[0].length
    } else {
      if (/^[<\]]/.test(rest)) throw new Error(`a bare ${rest[0]}: ${text}`)
      words += rest[0]
      at++
    }
  }
  if (open.length > 0) throw new Error(`an open ${open}: ${text}`)
  return words
}
