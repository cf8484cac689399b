// Describes a setting of the program: its variable, its form, and what it is for.

export interface Setting<T = unknown> {
  /** The environment variable. */
  name: string
  form: Form<T>
  /** Its purpose, as one sentence. */
  sentence: string
  /** The text that is read if none is given. */
  fallback?: string
  /** What happens, in a few words, if none is given and there is no fallback. */
  without?: string
  /** Is never repeated or logged, and may be given as NAME_FILE: the path of a file that holds it. */
  isSecret?: boolean
  /** The variables that must be given along with this one. */
  needs?: readonly string[]
  /** Shells or other programs also set a variable of this name, so `needs` is checked only for the .env file. */
  isCommonName?: boolean
}

/** How the text of a setting is read. */
export interface Form<T> {
  /** Completes "is not ..." and "expected ...", such as `a number from 1 to 65535`. */
  expected: string
  /** Undefined if the text does not have this form. */
  read(text: string): T | undefined
  /** Whether an error may repeat a refused text. Not if somebody might paste a token by mistake. */
  isQuoted?: boolean
}

export type Settings = Readonly<Record<string, Setting>>

/** The values of the settings, each read by its form. */
export type ValuesOf<S extends Settings> = {
  [K in keyof S]: S[K] extends { fallback: string } ? ValueOf<S[K]> : ValueOf<S[K]> | undefined
}

type ValueOf<S extends Setting> = S extends Setting<infer T> ? T : never

/** Any text, such as the path of a folder. */
export const anyText: Form<string> = { expected: 'a text', read: text => text }

/** A text that matches the pattern. */
export const matching = (pattern: RegExp, expected: string): Form<string> => ({
  expected,
  read: text => (pattern.test(text) ? text : undefined),
})

/** One of the words. */
export const oneOf = <T extends string>(...words: readonly T[]): Form<T> => ({
  expected: `one of ${words.join(', ')}`,
  read: text => words.find(each => each === text),
  isQuoted: true,
})

/** A whole number in the range, both ends included. */
export const numberBetween = (least: number, largest: number): Form<number> => ({
  expected: `a number from ${least} to ${largest}`,
  read: text =>
    /^\d+$/.test(text) && Number(text) >= least && Number(text) <= largest ? Number(text) : undefined,
  isQuoted: true,
})
