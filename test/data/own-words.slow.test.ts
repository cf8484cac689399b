// Checks that the digests are in the archive's own words: no run of twelve words is also in a source article.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tokens } from '../../src/core/text/words.ts'

const seeds = '../shared/seeds'
const length = 12

describe('the texts of data/', () => {
  // The source articles are not part of the repository, so the comparison runs only if they are available.
  it.skipIf(!existsSync(seeds))(
    'share no run of 12 words with a source article (needs ../shared/seeds)',
    () => {
      const sources = textsBelow(seeds)
      expect(sources).toHaveLength(5)
      const copied = sources.flatMap(source => textsBelow('data').flatMap(text => sharedRuns(text, source)))
      expect(copied).toEqual([])
    },
  )
})

describe('the comparison', () => {
  const twelve = 'One two three four five six seven eight nine ten eleven twelve'

  it('finds twelve words in a row, whatever their case, marks and line ends', () => {
    const copied = twelve.toUpperCase().replace(' FOUR', ',\n  "four"')
    expect(sharedRuns(`Before. ${copied}; after.`, `${twelve}, and more`)).toEqual([twelve.toLowerCase()])
  })

  it('lets eleven pass', () => {
    expect(sharedRuns(twelve.replace('six', '6'), twelve)).toEqual([])
    expect(sharedRuns(twelve, twelve.slice(4))).toEqual([])
  })
})

function sharedRuns(text: string, source: string): string[] {
  const known = new Set(runs(source))
  return runs(text).filter(run => known.has(run))
}

/** Every run of twelve words in a text, folded. */
function runs(text: string): string[] {
  const words = tokens(text).map(token => token.word)
  return words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(' '))
}

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:txt|md|ya?ml)$/.test(entry.name))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}
