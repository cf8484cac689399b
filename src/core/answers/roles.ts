// Lists the roles that articles give somebody, each as that article states it.

import type { Article, Corpus, NameEntry } from '../corpus/model.ts'
import type { Phrases } from '../languages/phrases.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { mentionsOf } from '../search/lookup/mentions.ts'
import { memoByObject } from '../text/memo.ts'
import { visitInTurns } from '../text/turns.ts'

export interface StatedRole {
  article: Article
  role: string
}

interface Archive {
  corpus: Corpus
  index: SearchIndex
  say: Phrases
}

/** All of a few roles; of many, the latest, each once with the last article that states it. The earliest come first. */
export async function statedRolesOf(
  entry: NameEntry,
  { corpus, index, say }: Archive,
): Promise<readonly StatedRole[]> {
  const { naming } = await mentionsOf(corpus, index, entry)
  const known = rolesByPhrases(naming)
  const roles = known.get(say) ?? (await rolesStatedIn(naming, entry, say))
  known.set(say, roles)
  return roles
}

/** Half of all articles may name somebody. */
const rolesByPhrases = memoByObject(
  (_naming: readonly Article[]) => new WeakMap<Phrases, readonly StatedRole[]>(),
)

async function rolesStatedIn(
  naming: readonly Article[],
  entry: NameEntry,
  say: Phrases,
): Promise<readonly StatedRole[]> {
  const spellings = new Set([entry.name, ...entry.also])
  const stated: StatedRole[] = []
  await visitInTurns(naming, article => {
    for (const role of rolesIn(article, spellings, say)) stated.push({ article, role })
  })
  if (stated.length <= MAX_ROLES) return stated
  const latest = new Map<string, StatedRole>()
  for (let at = stated.length - 1; at >= 0 && latest.size < MAX_ROLES; at--) {
    const each = stated[at] as StatedRole
    if (!latest.has(each.role)) latest.set(each.role, each)
  }
  return [...latest.values()].reverse()
}

const MAX_ROLES = 6

/** As one of its people, as its author or publisher, as the paper it retells, or as that paper's author. */
function rolesIn(
  { people, author, publisher, publisherNote, retells }: Article,
  spellings: ReadonlySet<string>,
  say: Phrases,
): string[] {
  const phrases = say.commands.who
  const isThem = (name: string | undefined) => name !== undefined && spellings.has(name)
  return [
    ...people.flatMap(person => (isThem(person.name) && person.role ? [person.role] : [])),
    ...(isThem(author) ? [phrases.author(publisher)] : []),
    ...(isThem(publisher) ? [publisherNote] : []),
    ...(retells && isThem(retells.author) ? [phrases.writing(retells.name)] : []),
    ...(retells && isThem(retells.name) ? [retells.note] : []),
  ]
}
