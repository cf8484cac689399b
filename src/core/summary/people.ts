// The people whom a text names, by the spellings the archive knows; what else it knows is no unknown person either.
import type { Corpus } from '../corpus/model.ts'
import { conceptOf } from '../search/index/concepts.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { tokens } from '../text/words.ts'
import type { FindPeople } from './alone.ts'

export function peopleOf(corpus: Corpus, { concepts }: SearchIndex): FindPeople {
  const named = [...new Set(corpus.articles.flatMap(({ people }) => people.map(({ name }) => name)))]
  const entryOf = new Map(corpus.names.flatMap(each => [each.name, ...each.also].map(name => [name, each])))
  const byConcept = new Map(named.map(name => [conceptOf(entryOf.get(name)?.name ?? name), name]))
  const known = new Set(corpus.names.map(({ name }) => conceptOf(name)))
  return text => {
    const people = new Set<string>()
    let rest = text
    const blank = (start: number, end: number) => {
      rest = `${rest.slice(0, start)}${'·'.repeat(end - start)}${rest.slice(end)}`
    }
    for (const { word, start, end } of concepts.annotate(tokens(text))) {
      if (!known.has(word)) continue
      // "Ly Sok's brother" is somebody else, whom nobody here knows.
      if (/['’]s$/.test(text.slice(start, end)) && byConcept.has(word)) continue
      const person = byConcept.get(word)
      if (person) people.add(person)
      blank(start, end)
    }
    // Whoever stands in an article's list alone is known by that spelling only.
    for (const name of named)
      for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
        if (/^['’]s/.test(rest.slice(at + name.length))) continue
        people.add(name)
        blank(at, at + name.length)
      }
    return { people: [...people], rest }
  }
}
