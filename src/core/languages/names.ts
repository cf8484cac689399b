// Gives the name of one language in another, from CLDR.

/** For example "Vietnamese" for `vi` in `en`. Takes a few milliseconds the first time. */
export const nameOfLanguage = (language: string, inLanguage: string): string =>
  new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language
