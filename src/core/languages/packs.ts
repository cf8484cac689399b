// Finds the language packs: every folder beside this file with an `index.ts`, loaded once when the module is.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pack as english } from './en/index.ts'
import type { LanguagePack, SharedPart } from './pack.ts'

const folder = import.meta.dirname
const tags = readdirSync(folder).filter(name => existsSync(join(folder, name, 'index.ts')))

const found = await Promise.all(
  tags.map(async (tag): Promise<[string, LanguagePack]> => [tag, await loadPack(tag)]),
)

async function loadPack(tag: string): Promise<LanguagePack> {
  const { pack }: { pack?: LanguagePack } = await import(new URL(`./${tag}/index.ts`, import.meta.url).href)
  if (pack?.ownName) return pack
  throw new Error(`src/core/languages/${tag}/index.ts must export a \`pack\` with at least its \`ownName\``)
}

/** By tag, in the order of their own names, as menus of languages have them. */
export const packs: ReadonlyMap<string, LanguagePack> = new Map(
  found.sort(([, a], [, b]) => (a.ownName < b.ownName ? -1 : 1)),
)

/** A part of a language's pack, or the English one. */
export function partOf<K extends SharedPart>(tag: string, part: K): NonNullable<LanguagePack[K]> {
  return packs.get(tag)?.[part] ?? (english as LanguagePack & Required<Pick<LanguagePack, SharedPart>>)[part]
}

/** What each pack has of a part that adds to the others. */
export const fromAllPacks = <K extends keyof LanguagePack>(part: K): NonNullable<LanguagePack[K]>[] =>
  [...packs.values()].flatMap(pack => (pack[part] === undefined ? [] : [pack[part]])) as NonNullable<
    LanguagePack[K]
  >[]
