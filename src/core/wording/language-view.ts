// Makes the input for wording anything: the corpus as the readers of one language see it, and that language's phrases.

import type { Corpus } from '../corpus/model.ts'
import { viewIn } from '../corpus/view.ts'
import type { Language } from '../languages/language.ts'
import { type Phrases, phrasesOf } from '../languages/phrases.ts'

export interface LanguageView {
  /** Each article in one version. */
  corpus: Corpus
  language: Language
  say: Phrases
}

export const languageViewOf = async (corpus: Corpus, language: Language): Promise<LanguageView> => ({
  corpus: viewIn(corpus, language),
  language,
  say: await phrasesOf(language),
})
