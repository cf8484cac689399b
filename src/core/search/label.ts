// The words of a short label in several languages, as far as what was typed could have any of them.
import { needsDictionary, tokens } from './fold.ts'

/** Texts that need the dictionary are left out where nothing typed could be found in them: loading it takes a while. */
export function labelWords(texts: readonly string[], typed: string): Set<string> {
  const all = needsDictionary(typed)
  const read = texts.filter(text => all || !needsDictionary(text))
  return new Set(read.flatMap(tokens).map(token => token.word))
}
