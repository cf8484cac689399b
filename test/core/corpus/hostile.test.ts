// Checks that malicious corpus files are refused quickly, with a line for the curator and without quoting other files.
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeFault } from '../../../src/core/corpus/load/fault.ts'
import { loadCorpus } from '../../../src/core/corpus/load/folder.ts'
import { articleFile, faultsOf, writeBelow } from '../../fixtures/corpus.ts'

const withFields = (more: string) => {
  const file = articleFile()
  return { ...file, text: file.text.replace('---\n', `---\n${more}\n`) }
}

describe('front matter', () => {
  it('whose aliases multiply is refused before they do', () => {
    const lists = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`)}]`)
    const laughs = ['l0: &l0 [ha, ha]', ...lists].join('\n')
    expect(faultsOf(withFields(laughs))).toEqual([
      expect.stringMatching(/is not YAML: Excessive alias count/),
    ])
  })

  it.each([
    ['keys within keys', '? '.repeat(1000)],
    ['lists within lists', `tags: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['sets within sets', `tags: ${'{a: '.repeat(10_000)}`],
    ['a list that holds itself', 'tags: &all [*all]'],
  ])('with %s is refused', (_, more) => {
    expect(faultsOf(withFields(more)).length).toBeGreaterThan(0)
  })

  it('with very many unknown fields is refused at the first of them', () => {
    const more = Array.from({ length: 5000 }, (_, n) => `field${n}: 1`).join('\n')
    const faults = faultsOf(withFields(more))
    expect(faults[0]).toContain('"field0" is not a known field')
    expect(faults.length).toBeLessThan(100)
  })

  it('that is too long is refused unread', () => {
    expect(faultsOf(withFields(`note: ${'x'.repeat(1_000_000)}`))).toEqual([
      expect.stringContaining('the front matter is longer than 100000 characters'),
    ])
  })

  it('with field names such as __proto__ changes no object', () => {
    const faults = faultsOf(withFields('__proto__: {polluted: 1}\nconstructor: {a: 1}'))
    expect(faults.length).toBeGreaterThan(0)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('a folder', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daybook-hostile-'))
    await writeBelow(join(folder, 'corpus'), 'articles/a-1.en.md', articleFile().text)
  })
  afterEach(() => rm(folder, { recursive: true }))
  const at = (place: string) => join(folder, 'corpus', place)
  const load = async () => {
    const loaded = await loadCorpus(join(folder, 'corpus'))
    return 'faults' in loaded ? loaded.faults.map(describeFault) : []
  }

  it('with a link that leads nowhere or to itself has a fault there', async () => {
    await symlink(join(folder, 'nowhere'), at('articles/b-1.en.md'))
    expect(await load()).toEqual([`${at('articles/b-1.en.md')}:1 cannot be read: ENOENT`])
    await rm(at('articles/b-1.en.md'))
    await symlink('b-1.en.md', at('articles/b-1.en.md'))
    expect(await load()).toEqual([`${at('articles/b-1.en.md')}:1 cannot be read: ELOOP`])
  })

  it('may link to files elsewhere, but no fault quotes them', async () => {
    await writeFile(join(folder, 'secret'), 'password: hunter2\n- hunter2\n')
    for (const place of ['articles/b-1.en.md', 'events.yaml'])
      await symlink(join(folder, 'secret'), at(place))
    const faults = await load()
    expect(faults.length).toBeGreaterThan(1)
    expect(faults.join()).not.toContain('hunter2')
  })

  it('is not left through a link to a folder, and no device is read', async () => {
    await symlink('..', at('articles/up'))
    await symlink('/dev/zero', at('articles/b-1.en.md'))
    expect(await load()).toEqual([])
  })

  it('with a huge file has a fault, and the file is not read', async () => {
    await writeFile(at('articles/b-1.en.md'), '')
    await truncate(at('articles/b-1.en.md'), 3_000_000_000)
    expect(await load()).toEqual([`${at('articles/b-1.en.md')}:1 is larger than 10 MB`])
  })
})
