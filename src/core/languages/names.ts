// Names a language in another one, as CLDR has it.

/** Such as "Vietnamese" for `vi` in `en`. Takes a few milliseconds the first time. */
export const nameOfLanguage = (language: string, inLanguage: string): string =>
  new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language
