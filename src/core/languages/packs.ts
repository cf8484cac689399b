// Finds the language packs: every folder beside this file with an `index.ts`, loaded once with this module.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pack as english } from './en/index.ts'
import type { LanguagePack, SharedPart } from './pack.ts'

const folder = import.meta.dirname
const tags = readdirSync(folder).filter(name => existsSync(join(folder, name, 'index.ts')))

const loaded = await Promise.all(
  tags.map(async (tag): Promise<[string, LanguagePack]> => [tag, await loadPack(tag)]),
)

async function loadPack(tag: string): Promise<LanguagePack> {
  const place = `src/core/languages/${tag}`
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag))
    throw new Error(`${place} is not named after a language tag (BCP 47)`)
  const { pack }: { pack?: LanguagePack } = await import(new URL(`./${tag}/index.ts`, import.meta.url).href)
  if (typeof pack?.ownName === 'string' && pack.ownName !== '') return pack
  throw new Error(`${place}/index.ts must export a \`pack\` with at least its \`ownName\``)
}

/** By tag, in the order of their own names, as in language menus. */
export const packs: ReadonlyMap<string, LanguagePack> = new Map(
  loaded.sort(([, a], [, b]) => (a.ownName < b.ownName ? -1 : 1)),
)

/** A part of a language's pack, or the English one. */
export function partOf<K extends SharedPart>(tag: string, part: K): NonNullable<LanguagePack[K]> {
  return packs.get(tag)?.[part] ?? (english as LanguagePack & Required<Pick<LanguagePack, SharedPart>>)[part]
}

/** The part of each pack that has it, for parts that add to one another. */
export const fromAllPacks = <K extends keyof LanguagePack>(part: K): NonNullable<LanguagePack[K]>[] =>
  [...packs.values()].flatMap(pack => (pack[part] === undefined ? [] : [pack[part]])) as NonNullable<
    LanguagePack[K]
  >[]
