// Reads Markdown: keeps everything that an article may contain, leaves pictures, code, tables and HTML out.

import { fromMarkdown } from 'mdast-util-from-markdown'
import { parse } from 'yaml'
import { parseLooseDate } from '../core/calendar/date.ts'
import { withoutBylines } from './byline.ts'
import { leadingDay, type Source } from './source.ts'

export function readMarkdown(text: string): Source {
  const [front = '', yaml = ''] = /^---[ \t]*\n([\s\S]*?)^---[ \t]*\n/m.exec(text) ?? []
  const body = text.startsWith(front) ? text.slice(front.length) : text
  const source: Source = { ...fromFront(yaml), pieces: [], lines: [], isMarkdown: true, notes: [] }
  for (const node of fromMarkdown(body).children) {
    const written = body.slice(node.position?.start.offset, node.position?.end.offset)
    if (node.type === 'heading' && node.depth === 1 && source.title === undefined)
      source.title = written.replace(/^#\s+|\s+#*$/g, '')
    else if (node.type === 'heading')
      source.pieces.push({ type: 'heading', text: written.replace(/^#+\s+|\s+#*$/g, '') })
    else if (['paragraph', 'blockquote', 'list'].includes(node.type) && !/!\[|<\/?[a-z]|`/i.test(written))
      source.pieces.push({ type: 'paragraph', text: written })
    else source.notes.push(`left out: ${node.type === 'paragraph' ? 'a picture, code or HTML' : node.type}`)
  }
  source.lines = [source.title ?? '', ...source.pieces.map(({ text }) => text)]
  source.pieces = withoutBylines(source.pieces, source, ({ text }) => text)
  return source
}

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
