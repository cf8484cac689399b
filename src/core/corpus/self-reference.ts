// Tells whether a key point describes the article itself, so that it needs no speaker.

import type { Language } from '../languages/language.ts'
import { partOf } from '../languages/packs.ts'

/** Such key points need no speaker; all others are somebody's claim. */
export const describesTheArticle = (text: string, language: Language): boolean =>
  partOf(language, 'selfReference').pattern.test(text)

/** An example of how such a key point begins: `The article`. */
export const selfReferenceIn = (language: Language): string =>
  `"${partOf(language, 'selfReference').example}"`
