// The corpus as the readers of one language see it: each article in one version.

import type { Language } from '../languages/language.ts'
import type { Corpus } from './model.ts'

/** Each article once: in the language asked for, else in English, else as it is. */
export function viewIn(corpus: Corpus, language: Language): Corpus {
  const rank = (each: Language) => (each === language ? 0 : each === 'en' ? 1 : 2)
  const best = new Map<string, Corpus['articles'][number]>()
  for (const article of corpus.articles) {
    const other = best.get(article.id)
    if (!other || rank(article.language) < rank(other.language)) best.set(article.id, article)
  }
  const { marks: _ofAllVersions, ...rest } = corpus
  return { ...rest, articles: [...best.values()] }
}
