// Replaces words of a typed text by those that are meant.

export interface Replacement {
  /** Its place in the text, in UTF-16 units. */
  start: number
  end: number
  /** As it is to be read. */
  form: string
  /** It is part of a name. */
  isName: boolean
}

export const replacedIn = (text: string, replacements: readonly Replacement[]): string =>
  replacements
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, form }) => rest.slice(0, start) + form + rest.slice(end), text)
