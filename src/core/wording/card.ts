// Words the card of an anniversary: only the name and sources of the post that it goes with.

import { articleById } from '../corpus/article-by-id.ts'
import { translated } from '../corpus/translated.ts'
import type { Card } from '../picture/picture.ts'
import type { LanguageView } from './language-view.ts'
import type { AnniversaryDay } from './post.ts'

export function cardOf(
  { anniversary: { names, since, account }, occurrence }: AnniversaryDay,
  { corpus, language, say }: LanguageView,
): Card {
  const when = say.date(occurrence)
  const years = occurrence.year - since.year
  const title = translated(names, language)
  const line = years > 0 ? say.post.anniversary(when, years) : say.post.theDay(when)
  const cited = new Set(account.flatMap(({ articles }) => articles))
  const sources = [...cited]
    .sort()
    .flatMap(id => articleById(corpus, id) ?? [])
    .sort((a, b) => a.published.year - b.published.year)
    .map(({ publisher, published }) => `${publisher} (${say.digits(published.year)})`)
  const source =
    sources.length > 0
      ? say.claim(say.post.account, sources.join(', '))
      : translated(corpus.about.name, language)
  return {
    type: 'card',
    language,
    title,
    span: [...new Set([since.year, occurrence.year])].map(say.digits).join(' – '),
    line,
    source,
    alt: say.picture.card([title, line, source].join(' · ')),
  }
}
