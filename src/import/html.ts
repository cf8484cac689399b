// Reads a web page: Readability finds its article, its head gives the title, the date and the publisher.

import { isProbablyReaderable, Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { parseLooseDate } from '../core/calendar/date.ts'
import { bylineOf, take, withoutBylines } from './byline.ts'
import { leadingDay, type Piece, type Source } from './source.ts'

/** The article of a page; undefined if it has none. */
export function readHtml(html: string): Source | undefined {
  const { document } = parseHTML(html)
  if (!isProbablyReaderable(document)) return undefined
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined
  const stated = statedDate(document)
  const heading = plainText(document.querySelector('article h1, main h1') ?? document.querySelector('h1'))
  const article = new Readability(document).parse()
  if (!article?.content) return undefined
  const notes: string[] = []
  const body = parseHTML(`<html><body>${article.content}</body></html>`).document
  for (const aside of body.querySelectorAll('figure, figcaption, table, aside, script, style')) {
    if (/\S/.test(aside.textContent ?? '')) notes.push(`left out: ${aside.localName}`)
    aside.remove()
  }
  const pieces: Piece[] = [...body.querySelectorAll('p, h2, h3, h4, blockquote, li')]
    .filter(each => !each.querySelector('p, li'))
    .map(
      (each): Piece => ({
        type: /^h\d$/.test(each.localName) ? 'heading' : 'paragraph',
        text: plainText(each),
      }),
    )
    .filter(({ type, text }) => text !== '' && !(type === 'heading' && text === heading))
  const title = titleWithoutSite(article.title ?? '', article.siteName ?? '', heading)
  const day = leadingDay(article.publishedTime ?? stated ?? '')
  const date = parseLooseDate(day ?? '')
  const source: Source = {
    pieces,
    lines: [title, ...pieces.map(({ text }) => text)],
    notes,
    ...(title !== '' && { title }),
    ...(article.siteName && { publisher: article.siteName }),
    ...(date && { date: { date, where: 'in the head of the page' } }),
    ...(url && /^https?:\/\//.test(url) && { url }),
  }
  if (article.byline) takeAuthor(article.byline.replace(/\s+/g, ' ').trim(), source)
  source.pieces = withoutBylines(pieces, source, ({ text }) => text)
  return source
}

/** Drops the name of the site from a title (Bridge reopens | River Post), or cuts it to the heading it begins with. */
function titleWithoutSite(title: string, site: string, heading: string): string {
  const isSite = (words: string) => words.toLowerCase() === site.toLowerCase()
  if (isSite(title)) return heading || title
  for (const { 0: mark, index } of title.matchAll(/ [|–—·-] | ?: /g)) {
    const [before, after] = [title.slice(0, index), title.slice(index + mark.length)]
    if (isSite(before)) return after
    if (isSite(after) || before === heading) return before
  }
  return title
}

/** The author that the page marks may be a whole byline, with or without "By". */
function takeAuthor(words: string, source: Source): void {
  const name = words.replace(/^by:?\s+/i, '')
  const byline = bylineOf(`By ${name}`, 'en')
  if (byline?.author !== undefined && name !== byline.author) take(byline, words, source)
  else source.author = name
}

const plainText = (element: { textContent: string | null } | null) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

type PageDocument = ReturnType<typeof parseHTML>['document']

function statedDate(document: PageDocument): string | undefined {
  for (const selector of [
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="date"], meta[name="pubdate"], meta[name="publish-date"]',
  ]) {
    const content = document.querySelector(selector)?.getAttribute('content')
    if (content) return content
  }
  return document.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined
}
