// Reads a tree of sources as text: its imports, its import circles, and the names that modules define.

import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

export interface Source {
  /** From the repository's root, with forward slashes. */
  path: string
  text: string
}

/** Every TypeScript file below a folder. */
export const sourcesBelow = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => posix.join(folder, name.replaceAll('\\', '/')))
    .filter(path => path.endsWith('.ts'))
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))

/** The imports of a file, including types and dynamic imports: paths from the root, and names of packages. */
export function importsOf({ path, text }: Source): string[] {
  const targets = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g)
  return [...targets].map(([, , target = '']) =>
    target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
  )
}

/** Groups of files that import one another, directly or not: Tarjan's strongly connected components. */
export function circlesIn(sources: readonly Source[]): string[][] {
  const targets = new Map(sources.map(source => [source.path, importsOf(source)]))
  const order = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (path: string): number => {
    const number = order.size
    order.set(path, number)
    let low = number
    open.push(path)
    for (const target of targets.get(path) ?? []) {
      if (!targets.has(target)) continue
      if (!order.has(target)) low = Math.min(low, visit(target))
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low)
    }
    if (low === number) {
      const circle = open.splice(open.indexOf(path))
      if (circle.length > 1) circles.push(circle.sort())
    }
    return low
  }
  for (const path of targets.keys()) if (!order.has(path)) visit(path)
  return circles
}

/** The names that a file defines at its top level. */
export function namesIn({ text }: Source): string[] {
  const definitions = text.matchAll(
    /^(?:export )?(?:async )?(?:const|let|function\*?|interface|type|class|enum) (?:[[{]([^\]}]+)[\]}]|([\w$]+))/gm,
  )
  return [...definitions].flatMap(([, several, one = '']) =>
    several ? several.split(',').map(each => each.replace(/^.*:/s, '').trim()) : [one],
  )
}
