// Chooses a text of the corpus in the language of the answer, or in English if it is not translated.

import type { Language } from '../languages/language.ts'
import type { Translated } from './model.ts'

export const isTranslated = (text: Translated, language: Language): boolean => text[language] !== undefined

export const translated = (text: Translated, language: Language): string => text[language] ?? text.en
