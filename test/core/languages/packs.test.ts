// Checks that every language is a folder, that English fills its gaps, and that people can use any name for it.

import { describe, expect, it } from 'vitest'
import { commands } from '../../../src/core/commands/list.ts'
import { gapsIn } from '../../../src/core/languages/gaps.ts'
import { languageFor, languageNamed, languages, ownNameOf } from '../../../src/core/languages/language.ts'
import { packs, partOf } from '../../../src/core/languages/packs.ts'
import { missingPhrases, phrasesOf, withEnglish } from '../../../src/core/languages/phrases.ts'

describe('the packs', () => {
  it('are found by their folders, and sorted by their own names', () => {
    expect(languages).toEqual(expect.arrayContaining(['en', 'vi', 'km']))
    const names = languages.map(ownNameOf)
    expect(names).toEqual([...names].sort())
  })

  it('list the parts and phrases that a language lacks', async () => {
    const gaps = await gapsIn({
      ownName: 'Français',
      phrases: async () => ({ next: 'Suivante' }),
      homeZone: 'UTC',
    })
    expect(gaps.phrases).toContain('previous')
    expect(gaps.phrases).not.toContain('next')
    expect(gaps.parts).toContain('sentences')
    expect(gaps.parts).not.toContain('homeZone')
  })

  it('give the English part if a language has none, or has no pack', () => {
    expect(partOf('xx', 'selfReference').example).toBe('The article')
    expect(partOf('vi', 'selfReference').example).toBe('Bài báo')
  })

  it('use the English phrase for each key that a partial pack lacks', async () => {
    const en = await phrasesOf('en')
    const partial = withEnglish({ next: 'Suivante', commands: { help: { title: 'Commandes' } } })
    expect(partial.next).toBe('Suivante')
    expect(partial.commands.help.title).toBe('Commandes')
    expect(partial.commands.help.does).toBe(en.commands.help.does)
    expect(partial.commands.why).toEqual(en.commands.why)
  })

  it('say which phrases are missing', () => {
    const missing = missingPhrases({ next: 'Suivante', commands: { help: { title: 'Commandes' } } })
    expect(missing).toContain('previous')
    expect(missing).toContain('commands.help.does')
    expect(missing).not.toContain('next')
    expect(missing).not.toContain('commands.help.title')
  })
})

describe.each([...packs].filter(([, { optionNames }]) => optionNames))(
  'the names of options in %s',
  (_, { optionNames = {} }) => {
    const visible = commands.map(({ options }) =>
      Object.keys(options).filter(option => !options[option]?.isHidden),
    )

    it('cover every option that people see', () => {
      // Discord's own option names another channel.
      expect(Object.keys(optionNames)).toEqual(expect.arrayContaining(['channel', ...visible.flat()]))
    })

    it('are what Discord takes, and differ within a command', () => {
      for (const name of Object.values(optionNames)) expect(name).toMatch(/^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u)
      for (const options of visible) {
        const names = [...options, 'channel'].map(option => optionNames[option])
        expect(new Set(names).size).toBe(names.length)
      }
    })
  },
)

describe('a language', () => {
  it.each([
    ['km', 'km'],
    ['KM', 'km'],
    ['Khmer', 'km'],
    ['khmer', 'km'],
    ['ភាសាខ្មែរ', 'km'],
    ['tiếng Việt', 'vi'],
    ['Tieng Viet', 'vi'],
    ['Vietnamese', 'vi'],
    ['វៀតណាម', 'vi'],
    ['tiếng Anh', 'en'],
    ['vi_VN', 'vi'],
    ['en-US', 'en'],
  ])('is known as %s', (typed, language) => {
    expect(languageNamed(typed)).toBe(language)
  })

  it.each(['', 'xx', 'constructor', 'k'])('is not known as %j', typed => {
    expect(languageNamed(typed)).toBeUndefined()
  })

  it('of a client is the longest known part of its locale', () => {
    expect(languageFor('vi-Latn-VN')).toBe('vi')
    expect(languageFor('xx-VN')).toBe('en')
  })
})
