// Words with which a key point tells what the article itself is, so that it needs no speaker.

import type { Language } from '../languages/language.ts'

/** Such words need no speaker; all others are somebody's claim. */
export const describesTheArticle = (text: string, language: Language): boolean =>
  ofTheArticle[language].test(text)

const ofTheArticle: Record<Language, RegExp> = {
  en: /^(?:The|This) (?:article|report|text|piece|interview|speech)\b/,
  vi: /^(?:Bài|Bản tin|Tin|Văn bản)(?!\p{L})/u,
  km: /^(?:អត្ថបទ|សេចក្ដីរាយការណ៍|សេចក្តីរាយការណ៍)/,
}

export const selfReferences: Record<Language, string> = {
  en: '"The article"',
  vi: '"Bài báo"',
  km: '"អត្ថបទ"',
}
