// Reads Markdown: keeps everything that an article may contain, leaves pictures, code, struck-out text and HTML out.

import { parse } from 'yaml'
import { parseLooseDate } from '../core/calendar/date.ts'
import { parseMarkdown } from '../core/corpus/load/markdown/parse-markdown.ts'
import { withoutBylines } from './byline.ts'
import { leadingDay, type Source } from './source.ts'

export function readMarkdown(text: string): Source {
  const [front = '', yaml = ''] = /^---[ \t]*\n([\s\S]*?)^---[ \t]*\n/m.exec(text) ?? []
  const body = text.startsWith(front) ? text.slice(front.length) : text
  const source: Source = { ...fromFront(yaml), pieces: [], lines: [], isMarkdown: true, notes: [] }
  for (const node of parseMarkdown(body).children) {
    const written = body.slice(node.position?.start.offset, node.position?.end.offset)
    if (node.type === 'heading' && node.depth === 1 && source.title === undefined)
      source.title = written.replace(/^#\s+|\s+#*$/g, '')
    else if (node.type === 'heading')
      source.pieces.push({ type: 'heading', text: written.replace(/^#+\s+|\s+#*$/g, '') })
    else if (shownTypes.has(node.type) && !/!\[|<\/?[a-z]|`|~~/i.test(written))
      source.pieces.push({ type: 'paragraph', text: written })
    else
      source.notes.push(
        `left out: ${node.type === 'paragraph' ? 'a picture, code, HTML or struck-out text' : node.type}`,
      )
  }
  source.lines = [source.title ?? '', ...source.pieces.map(({ text }) => text)]
  source.pieces = withoutBylines(source.pieces, source, ({ text }) => text)
  return source
}

const shownTypes = new Set<string>(['paragraph', 'blockquote', 'list', 'table', 'footnoteDefinition'])

function fromFront(yaml: string): Partial<Source> {
  const found: unknown = yaml === '' ? {} : parse(yaml)
  const fields = typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {}
  const text = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : undefined)
  const day = leadingDay(String(fields.date ?? fields.published ?? ''))
  const date = parseLooseDate(day ?? '')
  return {
    ...(text('title') !== undefined && { title: text('title') }),
    ...(text('author') !== undefined && { author: text('author') }),
    ...(text('publisher') !== undefined && { publisher: text('publisher') }),
    ...(text('url') !== undefined && { url: text('url') }),
    ...(date && { date: { date, where: 'in the front matter' } }),
  } as Partial<Source>
}
