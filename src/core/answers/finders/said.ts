// Finds what somebody said, on a subject if the question names one.

import type { NameEntry } from '../../corpus/model.ts'
import type { QueryWord } from '../../search/query/query.ts'
import { tokens } from '../../text/words.ts'
import type { Asked, Finding } from '../finding.ts'
import { placeWords } from '../life.ts'
import { publishedBy, type SpokenPoint, saidBy } from '../said-by.ts'
import type { AnswerStatement } from '../statement.ts'
import { answersOn, type WeighedStatement, weighingOf, weighStatement } from '../weigh.ts'
import { isListed } from '../weighing/listed-words.ts'
import { soughtWordsOf } from '../weighing/sought.ts'
import { contentWords, stretchOf, wordsNotAsking } from './content-words.ts'
import { nameMeant, namesAsked } from './named.ts'

/** Undefined if the question names nobody who is quoted; silent if no article has whom it names. */
export async function findSaid(asked: Asked): Promise<Finding | undefined> {
  const words = contentWords(asked)
  for (const { name, words: own } of namesAsked(wordsNotAsking(asked), asked)) {
    const said = await saidBy(name, asked)
    const articles = publishedBy(name, asked)
    const all = asked.query.words
    const isOfArticle = (word: QueryWord) =>
      articles.length > 0 && isListed('publishing', all.indexOf(word), all)
    const about = words.filter(
      word => !own.includes(word) && !isOfArticle(word) && !isOccasion(word, said, asked),
    )
    const spoken = said.length > 0 ? onSubject(said, about, asked) : undefined
    if (spoken && about.length === 0) {
      // Of a publisher, first what nobody speaks: what its articles are about.
      const unspoken = onSubject(articles.filter(({ point }) => !point.speaker).reverse(), [], asked)
      const statements = [...unspoken.statements, ...spoken.statements]
      return { kind: 'said', name, ...spoken, statements, onSubject: statements.length }
    }
    if (spoken && spoken.missing.length === 0) return { kind: 'said', name, ...spoken }
    const published = onSubject(articles, about, asked)
    if (published.onSubject > 0) return { kind: 'said', name, ...published }
    // A sentence may tell where or when it was said.
    if (spoken && (await answersOn(asked)).some(tellsAll)) return undefined
    if (spoken) return { kind: 'said', name, ...spoken }
    // Somebody who is not quoted said nothing; of a body, others may tell what it says.
    if (isPerson(name, asked)) return { kind: 'silent', missing: [] }
  }
  // People who are in no list of names, and parts of a name.
  const name = await nameMeant(asked)
  const said = name ? await saidBy(name, asked) : []
  if (name && said.length > 0) return { kind: 'said', name, ...onSubject(said, [], asked) }
  const office = await saidInOffice(asked)
  if (office) return office
  const unknown = await unknownFrom(words, asked)
  return unknown.length > 0 ? { kind: 'silent', missing: [stretchOf(unknown, asked)] } : undefined
}

/** The statements of the one person who has the office that the question names: "the former minister of transport". */
async function saidInOffice(asked: Asked): Promise<Finding | undefined> {
  const roles = (await answersOn(asked)).flatMap(({ statement, own }) =>
    statement.kind === 'role' && own >= MIN_TOLD_SHARE ? [statement.person.name] : [],
  )
  const [name, ...others] = asked.corpus.names.filter(each =>
    roles.some(role => role === each.name || each.also.includes(role)),
  )
  const said = name && others.length === 0 ? await saidBy(name, asked) : []
  return name && said.length > 0 ? { kind: 'said', name, ...onSubject(said, [], asked) } : undefined
}

const tellsAll = ({ statement, own }: WeighedStatement) =>
  statement.kind === 'sentence' && own >= MIN_TOLD_SHARE

const MIN_TOLD_SHARE = 0.75

const isPerson = ({ name, also }: NameEntry, { corpus }: Asked): boolean =>
  corpus.articles.some(({ people }) =>
    people.some(person => person.name === name || also.includes(person.name)),
  )

/** "In Hanoi" tells where something was said, and not what it was about. */
function isOccasion(word: QueryWord, said: readonly SpokenPoint[], { query, index }: Asked): boolean {
  const at = query.words.indexOf(word)
  if (!placeWords().has(query.words[at - 1]?.word ?? '')) return false
  const placesOf = ({ article }: SpokenPoint) => index.concepts.annotate(tokens(article.places.join('\n')))
  const names = index.concepts.annotate(query.words).filter(({ start }) => start === word.start)
  return said.some(each => placesOf(each).some(place => names.some(name => name.word === place.word)))
}

/** The first words, if the archive does not have them: whom a question asks about comes first in every language. */
async function unknownFrom(words: readonly QueryWord[], asked: Asked): Promise<QueryWord[]> {
  const { unknown: places, passedOver } = await weighingOf(asked)
  const unknown = new Set([...places, ...passedOver].map(at => asked.query.words[at]))
  const end = words.findIndex(word => !unknown.has(word))
  return words.slice(0, end < 0 ? words.length : end)
}

/** Those on the subject first; the words of the subject if none is on it. */
function onSubject(
  said: readonly SpokenPoint[],
  about: readonly QueryWord[],
  asked: Asked,
): { statements: AnswerStatement[]; onSubject: number; missing: string[] } {
  const { shares } = soughtWordsOf(asked)
  const places = about.map(word => asked.query.words.indexOf(word))
  const whole = places.reduce((sum, at) => sum + (shares[at] as number), 0)
  const weighed = said.map(statement => {
    const { qualities, score } = weighStatement(statement, asked)
    const share = (at: number) => ((qualities[at] as number) >= MIN_QUALITY ? (shares[at] as number) : 0)
    const covered = places.reduce((sum, at) => sum + share(at), 0)
    return {
      answer: { statement, text: statement.point.text, focus: [], score },
      coverage: whole > 0 ? covered / whole : 0,
    }
  })
  const isOn = ({ coverage }: { coverage: number }) => coverage >= MIN_SUBJECT_COVERAGE
  const onIt = weighed.filter(isOn).sort((a, b) => b.coverage - a.coverage)
  const others = weighed.filter(each => !isOn(each))
  return {
    statements: [...onIt, ...others].map(({ answer }) => answer),
    onSubject: places.length > 0 ? onIt.length : weighed.length,
    missing: places.length > 0 && onIt.length === 0 ? about.map(({ typed }) => typed) : [],
  }
}

/** A word of the title of the article is no word of the statement. */
const MIN_QUALITY = 0.6
const MIN_SUBJECT_COVERAGE = 0.5
