// Finds references that lead nowhere: speakers, originals, subjects and articles that are named but do not exist.

import type { Article, Statement } from '../model.ts'
import { type Fault, faultAt, type Located } from './fault.ts'

/** Finds speakers whom the article does not introduce: every claim must be traceable to somebody with a role. */
export function unknownSpeakers(article: Located<Article>): Fault[] {
  const { publisher, author, retells, people, keyPoints, figures } = article.value
  const known = new Set([
    publisher,
    author,
    retells?.name,
    retells?.author,
    ...people.map(({ name }) => name),
  ])
  const fields = [
    ...keyPoints.flatMap(({ speaker, via }, index) => [
      { keys: ['keyPoints', index, 'speaker'], name: speaker },
      { keys: ['keyPoints', index, 'via'], name: via },
    ]),
    ...figures.map(({ speaker }, index) => ({ keys: ['figures', index, 'speaker'], name: speaker })),
  ]
  return fields
    .filter(({ name }) => name !== undefined && !known.has(name))
    .map(({ keys, name }) => faultAt(article, keys, `names ${name}, who is not ${SPEAKERS}`))
}

const SPEAKERS = 'the publisher, the author, the retold source or one of the people'

/**
 * Finds a translation of itself, or of a digest that does not exist. `versions` has a key `<id>.<language>` for every
 * article.
 */
export function missingOriginal(article: Located<Article>, versions: ReadonlyMap<string, unknown>): Fault[] {
  const { id, language, translatedFrom } = article.value
  if (translatedFrom === undefined) return []
  const fault = (message: string) => [faultAt(article, ['translatedFrom'], message)]
  if (translatedFrom === language) return fault('names the language of the file itself')
  if (versions.has(`${id}.${translatedFrom}`)) return []
  return fault(`names ${translatedFrom}, but there is no articles/${id}.${translatedFrom}.md`)
}

/** Finds figures of a subject that no file describes. */
export function unknownSubjects(article: Located<Article>, ids: ReadonlySet<string>): Fault[] {
  return article.value.figures.flatMap(({ subject }, index) => {
    if (subject === undefined || ids.has(subject)) return []
    const message = `names the subject ${subject}, which is not in subjects/`
    return [faultAt(article, ['figures', index, 'subject'], message)]
  })
}

/** Finds articles that statements name but that do not exist. */
export function missingArticles(
  statements: Located<readonly Statement[]>,
  ids: ReadonlySet<string>,
): Fault[] {
  return statements.value.flatMap(({ articles }, index) =>
    articles.flatMap((id, number) =>
      ids.has(id)
        ? []
        : [faultAt(statements, [index, 'articles', number], `names the article ${id}, which does not exist`)],
    ),
  )
}
