// The card of an anniversary: the same name and sources as the post that it goes with, and nothing beyond.
import type { Temporal } from 'temporal-polyfill'
import { articleById } from '../corpus/article-by-id.ts'
import type { Anniversary, Corpus } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import type { Language } from '../languages/language.ts'
import type { Phrases } from '../languages/phrases.ts'
import type { Card } from '../picture/picture.ts'

export function cardOf(
  { names, since, account }: Anniversary,
  occurrence: Temporal.PlainDate,
  corpus: Corpus,
  language: Language,
  say: Phrases,
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
