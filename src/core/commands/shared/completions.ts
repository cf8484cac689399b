// Completes options while somebody types: each completion has a value to send and a label to show.

import { translated } from '../../corpus/translated.ts'
import { completeAnniversaries } from '../../search/lookup/anniversaries.ts'
import { completeArticles } from '../../search/lookup/articles.ts'
import { completeNames } from '../../search/lookup/names.ts'
import { completeSubjects } from '../../search/lookup/subjects.ts'
import { completeZones } from '../../search/lookup/zones.ts'
import type { Completion, Context } from '../command.ts'

/** As many as every platform can show. */
export const MAX_COMPLETIONS = 25

export const completeArticle = (typed: string, { corpus, index }: Context): Completion[] =>
  completeArticles(corpus, index, typed, MAX_COMPLETIONS).map(article => ({
    value: article.id,
    label: article.title,
  }))

export const completeAnniversary = (typed: string, { corpus, language }: Context): Completion[] =>
  completeAnniversaries(corpus, typed, MAX_COMPLETIONS).map(each => ({
    value: each.id,
    label: translated(each.names, language),
  }))

export async function completeName(typed: string, { corpus, language }: Context): Promise<Completion[]> {
  const entries = await completeNames(corpus, typed, MAX_COMPLETIONS)
  return entries.map(({ name, names }) => ({ value: name, label: translated(names, language) }))
}

export const completeSubject = (typed: string, { corpus, language }: Context): Completion[] =>
  completeSubjects(corpus, typed, MAX_COMPLETIONS).map(each => ({
    value: each.id,
    label: translated(each.names, language),
  }))

export const completeZone = (typed: string, { language }: Context): Completion[] =>
  completeZones(typed, MAX_COMPLETIONS, language).map(zone => ({ value: zone, label: zone }))
