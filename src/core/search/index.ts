// The search index: every word of every article with where it counts, and the words that stand for the same thing.
import type { Article, Corpus, NameEntry } from '../corpus/corpus.ts'
import { fold, type Token, tokens } from './fold.ts'
import { nearWords } from './misspelt.ts'
import type { Named } from './nearest.ts'
import { type Passage, passagesOf } from './passages.ts'

export interface IndexedPassage extends Passage {
  /** Words and, where a name stands, its concept too. */
  tokens: Token[]
  words: Set<string>
}

export interface IndexedArticle {
  article: Article
  passages: IndexedPassage[]
  /** How much each word counts here: by the fields it stands in and how often. */
  weights: Map<string, number>
}

export interface SearchIndex {
  articles: IndexedArticle[]
  /** Names as written in names.yaml, by the folded words of each spelling. */
  concepts: Concepts
  /** How rare a word is: high for a word of one passage, near zero for one that stands everywhere. */
  rarity(word: string): number
  has(word: string): boolean
  /** The known words that begin so. */
  startingWith(prefix: string): string[]
  /** The known words most like one that is not known. */
  near(word: string): { word: string; distance: number }[]
  /** Titles and names to offer when nothing was found. */
  offers: Named<string>[]
}

const fields = { title: 3, names: 2, keyPoints: 1.5, text: 1 }

export function buildIndex(corpus: Corpus): SearchIndex {
  const concepts = new Concepts(corpus.names)
  const articles = corpus.articles.map(article => indexArticle(article, concepts))
  const passages = articles.flatMap(article => article.passages)
  const counts = new Map<string, number>()
  for (const { words } of passages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const { weights } of articles)
    for (const word of weights.keys()) if (!counts.has(word)) counts.set(word, 1)

  // Names that stand nowhere in the corpus are known words too: they lead to the spelling that does.
  const known = new Set([...counts.keys(), ...concepts.words()].filter(word => !isConcept(word)))
  return {
    articles,
    concepts,
    rarity: word => Math.log(1 + (passages.length + 0.5) / ((counts.get(word) ?? 0) + 0.5)),
    has: word => known.has(word),
    startingWith: prefix => [...known].filter(word => word.startsWith(prefix) && word !== prefix),
    near: word => nearWords(word, known),
    offers: offersOf(corpus, articles, concepts),
  }
}

/** Names first, those that stand in the most articles before the others; then titles. */
function offersOf(corpus: Corpus, articles: readonly IndexedArticle[], concepts: Concepts): Named<string>[] {
  const names = corpus.names
    .map(({ name, also }) => {
      const concept = concepts.of(name)
      const count = articles.filter(({ weights }) => weights.has(concept)).length
      return { value: name, keys: [name, ...also], count }
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return [...names, ...corpus.articles.map(({ title }) => ({ value: title, keys: [title] }))]
}

function indexArticle(article: Article, concepts: Concepts): IndexedArticle {
  const weights = new Map<string, number>()
  const count = (marked: readonly Token[], weight: number) => {
    for (const { word } of marked) {
      const before = weights.get(word) ?? 0
      // The second and third mention add less and less.
      weights.set(word, before + weight / (1 + before))
    }
  }
  const add = (text: string, weight: number) => count(concepts.mark(tokens(text)), weight)
  add(article.title, fields.title)
  add(`${article.publisher} ${article.retells?.name ?? ''} ${article.id}`, fields.names)
  for (const name of [...article.people.map(person => person.name), ...article.places, ...article.tags])
    add(name, fields.names)
  for (const point of article.keyPoints) add(point.text, fields.keyPoints)
  const passages = passagesOf(article).map(passage => {
    const marked = concepts.mark(tokens(passage.text))
    count(marked, fields.text)
    return { ...passage, tokens: marked, words: new Set(marked.map(token => token.word)) }
  })
  return { article, passages, weights }
}

const conceptMark = '@'

export const isConcept = (word: string): boolean => word.startsWith(conceptMark)

/** Finds the names of names.yaml in a run of words, whatever their spelling. */
export class Concepts {
  /** By first word: the rest of the spelling and the concept it stands for, the longest first. */
  readonly #spellings = new Map<string, { words: string[]; concept: string }[]>()

  constructor(names: readonly NameEntry[]) {
    for (const { name, spellings } of names) {
      const concept = this.of(name)
      for (const words of spellings) {
        const [first = ''] = words
        const list = this.#spellings.get(first) ?? []
        this.#spellings.set(first, list)
        list.push({ words, concept })
      }
    }
    for (const list of this.#spellings.values()) list.sort((a, b) => b.words.length - a.words.length)
  }

  /** The word that stands for a name in the index. */
  of(name: string): string {
    return conceptMark + fold(name)
  }

  /** The tokens, and after the words of each name its concept, which spans them. */
  mark(list: readonly Token[]): Token[] {
    const words = list.map(token => token.word)
    return list.flatMap((token, index) => {
      const concept = this.at(words, index)
      const last = concept && list[index + concept.length - 1]
      return concept && last ? [token, { word: concept.concept, start: token.start, end: last.end }] : [token]
    })
  }

  /** The name that begins at a word, if one does. */
  at(words: readonly string[], index: number): { concept: string; length: number } | undefined {
    const word = words[index] ?? ''
    const found = this.#spellings
      .get(word)
      ?.find(spelling => spelling.words.every((word, offset) => words[index + offset] === word))
    return found && { concept: found.concept, length: found.words.length }
  }

  words(): string[] {
    return [...this.#spellings.values()].flat().flatMap(spelling => spelling.words)
  }
}
