// Checks where the sentences of the five source articles begin; the articles are not part of the repository.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partOf } from '../../../src/core/languages/packs.ts'
import { sentenceStarts } from '../../../src/core/text/sentences.ts'

const seeds = '../shared/seeds'

/**
 * By the number at the beginning of a file's name: the starts of its sentences, in UTF-16 units of the raw file, each
 * checked by a person. Titles, captions, subheads, end marks and the sentences within a quotation count separately.
 */
const gold: Record<string, number[]> = {
  '000': [0, 17, 220, 568, 678, 769, 953, 1115, 1223, 1373, 1518, 1694, 1861, 2008, 2266, 2487, 2909],
  '001': [0, 508, 629, 758, 1100, 1280, 1526, 1786, 2029],
  '002': [
    0, 17, 188, 253, 621, 690, 1030, 1407, 1638, 1687, 2077, 2340, 2683, 2826, 3059, 3392, 3640, 3883, 4048,
    4168, 4384,
  ],
  '003': [
    0, 28, 122, 233, 360, 426, 492, 603, 714, 851, 877, 1014, 1118, 1235, 1286, 1337, 1375, 1605, 1704, 1939,
    2093, 2281, 2302, 2409, 2575, 2694, 2783, 2882, 3052, 3242, 3301, 3445,
  ],
  '004': [0, 17, 315, 740, 851, 1061, 1270, 1413, 1796, 2130, 2334, 2659],
}

describe('the sentences of the source articles', () => {
  it.skipIf(!existsSync(seeds))('begin where a person put them (needs ../shared/seeds)', () => {
    const files = readdirSync(seeds)
    expect(files).toHaveLength(5)
    for (const file of files)
      expect(
        sentenceStarts(readFileSync(join(seeds, file), 'utf8'), partOf('en', 'sentences')),
        file,
      ).toEqual(gold[file.slice(0, 3)])
  })
})
