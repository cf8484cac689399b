// Reads rendered text as Discord's Markdown would, for tests: the words that people see, without the marks.

/** Throws where a mark has no end: then people would see it, or what follows would not look as meant. */
export function wordsOf(content: string): string {
  return content
    .split('\n')
    .map(line => inline(withoutStart(line)))
    .join('\n')
}

/** Headings, small print, quotations and lists, also inside one another. */
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
    const [all, kept = ''] =
      /^\\([^\p{L}\p{N}\s])/u.exec(rest) ??
      /^<t:\d+:f>()/.exec(rest) ??
      /^<(https?:\/\/[^\s<>]+)>/.exec(rest) ??
      []
    const link = /^\]\(<[^\s<>]+>\)/.exec(rest)
    const mark = /^(?:\*\*|\*|__|_|~~|\|\||`|\[)/.exec(rest)
    if (all !== undefined) {
      words += kept
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
