// The languages that Daybook speaks.

export const languages = ['en', 'vi', 'km'] as const

export type Language = (typeof languages)[number]

/** Each in its own words, for those who cannot read the others. */
export const languageNames: Record<Language, string> = { en: 'English', vi: 'Tiếng Việt', km: 'ភាសាខ្មែរ' }

/** The language for a person whose client says this (BCP 47); English for every other. */
export function languageFor(locale: string): Language {
  const [spoken] = locale.toLowerCase().split(/[-_]/)
  return languages.find(each => each === spoken) ?? 'en'
}
