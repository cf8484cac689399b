// What corpus files say of each other and of themselves: names that lead nowhere are faults.
import type { Article, Statement } from '../model.ts'
import { type Fault, fieldName } from './yaml.ts'

/** A value with the lines its fields stand on. */
export interface Located<T> {
  value: T
  lineOf: (path: readonly PropertyKey[]) => number
}

/** Speakers whom the article does not introduce: a claim must be traceable to somebody with a role. */
export function unknownSpeakers(path: string, { value: article, lineOf }: Located<Article>): Fault[] {
  const known = new Set([
    article.publisher,
    article.retells?.name,
    article.retells?.author,
    article.author,
    ...article.people.map(person => person.name),
  ])
  const fields = [
    ...article.keyPoints.flatMap((point, index) => [
      { field: ['keyPoints', index, 'speaker'], name: point.speaker },
      { field: ['keyPoints', index, 'via'], name: point.via },
    ]),
    ...article.figures.map((figure, index) => ({
      field: ['figures', index, 'speaker'],
      name: figure.speaker,
    })),
  ]
  return fields
    .filter(({ name }) => name !== undefined && !known.has(name))
    .map(({ field, name }) => ({
      path,
      line: lineOf(field),
      message: `"${fieldName(field)}" names ${name}, who is not among the people, the publisher or the retold source`,
    }))
}

/** A translation of a digest that is not there, or of itself; `versions` are the articles' files, `<id>.<language>`. */
export function missingOriginal(
  path: string,
  { value: { id, language, translatedFrom }, lineOf }: Located<Article>,
  versions: ReadonlyMap<string, unknown>,
): Fault[] {
  if (translatedFrom === undefined) return []
  const fault = (message: string) => [{ path, line: lineOf(['translatedFrom']), message }]
  if (translatedFrom === language) return fault('"translatedFrom" names the language of this very file')
  if (versions.has(`${id}.${translatedFrom}`)) return []
  return fault(
    `"translatedFrom" names ${translatedFrom}, but articles/${id}.${translatedFrom}.md is not here`,
  )
}

/** Figures of a subject that no file describes. */
export function unknownSubjects(
  path: string,
  { value: article, lineOf }: Located<Article>,
  ids: ReadonlySet<string>,
): Fault[] {
  return article.figures.flatMap(({ subject }, index) => {
    if (subject === undefined || ids.has(subject)) return []
    const field = ['figures', index, 'subject']
    return [
      {
        path,
        line: lineOf(field),
        message: `"${fieldName(field)}" names the subject ${subject}, which is not in subjects/`,
      },
    ]
  })
}

/** Articles that statements name and that are not there; the statements stand at `place` in their file. */
export function missingArticles(
  path: string,
  { value, lineOf }: Located<readonly Statement[]>,
  ids: ReadonlySet<string>,
  place: readonly PropertyKey[] = [],
): Fault[] {
  return value.flatMap((statement, index) =>
    statement.articles.flatMap((id, number) => {
      if (ids.has(id)) return []
      const field = [...place, index, 'articles', number]
      return [
        {
          path,
          line: lineOf(field),
          message: `"${fieldName(field)}" names the article ${id}, which is not here`,
        },
      ]
    }),
  )
}
