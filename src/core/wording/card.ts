// Words the card of an anniversary: only the name and sources of the post that it goes with.

import { articleById } from '../corpus/article-by-id.ts'
import { translated } from '../corpus/translated.ts'
import type { Card } from '../picture/picture.ts'
import type { LanguageView } from './language-view.ts'
import { type AnniversaryDay, occasionOf } from './post.ts'

export function cardOf(day: AnniversaryDay, { corpus, language, say }: LanguageView): Card {
  const { anniversary, occurrence } = day
  const { names, since, account } = anniversary
  const title = translated(names, language)
  const line = occasionOf(day, { say })
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
