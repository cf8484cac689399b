// Shows the corpus to the readers of one language: each article in one version.

import type { Language } from '../languages/language.ts'
import { memoByObject } from '../text/memo.ts'
import type { Article, Corpus } from './model.ts'

/**
 * Each article once: in the reader's language, else in English, else as it is. A view is made once for each corpus and
 * language, because over 100,000 articles that takes longer than the rest of a post. Do not change it.
 */
export function viewIn(corpus: Corpus, language: Language): Corpus {
  const views = viewsOf(corpus)
  const known = views.get(language)
  if (known) return known
  const view = makeView(corpus, language)
  views.set(language, view)
  return view
}

/** Whether the view has been made. */
export const hasView = (corpus: Corpus, language: Language): boolean => viewsOf(corpus).has(language)

const viewsOf = memoByObject((_corpus: Corpus) => new Map<Language, Corpus>())

function makeView(corpus: Corpus, language: Language): Corpus {
  const rank = (each: Language) => (each === language ? 0 : each === 'en' ? 1 : 2)
  const best = new Map<string, Article>()
  for (const article of corpus.articles) {
    const other = best.get(article.id)
    if (!other || rank(article.language) < rank(other.language)) best.set(article.id, article)
  }
  // The fingerprints cover all versions.
  const { fingerprints: _, ...rest } = corpus
  return { ...rest, articles: [...best.values()] }
}
