// Makes the input for wording anything: the corpus as the readers of one language see it, and that language's phrases.

import type { Corpus } from '../corpus/model.ts'
import { hasView, viewIn } from '../corpus/view.ts'
import type { Language } from '../languages/language.ts'
import { type Phrases, phrasesOf } from '../languages/phrases.ts'
import { nextTurn } from '../text/turns.ts'

export interface LanguageView {
  /** Each article in one version. */
  corpus: Corpus
  language: Language
  say: Phrases
}

export async function languageViewOf(corpus: Corpus, language: Language): Promise<LanguageView> {
  const isNew = !hasView(corpus, language)
  const view = viewIn(corpus, language)
  // Over a large corpus, making a view is work enough for one turn.
  if (isNew) await nextTurn()
  return { corpus: view, language, say: await phrasesOf(language) }
}
