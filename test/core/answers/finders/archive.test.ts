// Checks questions about the archive itself and its articles: their sources, their authors, the meaning of a name.

import { describe, expect, it } from 'vitest'
import { findArchive } from '../../../../src/core/answers/finders/archive.ts'
import { findMeaning } from '../../../../src/core/answers/finders/meaning.ts'
import { findAuthor } from '../../../../src/core/answers/finders/published.ts'
import type { Finding } from '../../../../src/core/answers/finding.ts'
import { askedOf } from '../asked.ts'
import { schoolArchive } from '../school.ts'

const textsIn = (finding: Finding | undefined) =>
  finding?.kind === 'statements' ? finding.statements.map(({ text }) => text).join('\n') : undefined

describe('the archive', () => {
  it.each([
    ['<which> newspapers <are> these articles <from>', 'en', /five articles.*VOVworld/],
    ['<how many> articles are in the archive', 'en', /five articles/],
    ['<can> this archive be trusted', 'en', /state media of one country/],
    ['<why should> I be careful with these newspapers', 'en', /state media of one country/],
    ['<is> VOVworld biased', 'en', /state media of one country/],
    ['kho này có <mấy> bài báo', 'vi', /năm bài báo/],
    ['các bài báo này có đáng tin <không>', 'vi', /truyền thông nhà nước/],
    ['អត្ថបទទាំងនេះ<មកពីណា>', 'km', /អត្ថបទចំនួនប្រាំ/],
    ['អត្ថបទទាំងនេះជឿ<បានទេ>', 'km', /ប្រព័ន្ធផ្សព្វផ្សាយរដ្ឋ/],
  ])(
    'says of itself what it holds and how far it can be believed: "%s"',
    async (question, language, text) => {
      expect(textsIn(await findArchive(await askedOf('what', question, { language })))).toMatch(text)
    },
  )

  it.each([
    '<can> the 5 million be believed',
    '<which> articles mention Hun Many',
    '<is> the front independent',
    '<who> led the front',
  ])('is not asked about where there is something else: "%s"', async question => {
    expect(await findArchive(await askedOf('what', question))).toBeUndefined()
  })

  it('may be another one, without a word on how its sources depend on one another', async () => {
    const asked = await askedOf('whether', '<are> these papers reliable', { corpus: schoolArchive() })
    expect(textsIn(await findArchive(asked))).toContain('no independent witnesses')
  })
})

describe('who wrote an article', () => {
  it.each([
    ['<who> wrote the VOVworld article', 'en', 'Anh Huyen'],
    ['<អ្នកណាសរសេរ>អត្ថបទក្នុង VOVworld', 'km', 'អាញ់ ហ្វៀន'],
  ])('is the author, marked in a statement of it: "%s"', async (question, language, author) => {
    const finding = await findAuthor(await askedOf('who', question, { language }))
    const [answer] = finding?.kind === 'statements' ? finding.statements : []
    expect(answer?.focus.map(([start, end]) => answer.text.slice(start, end))).toEqual([author])
  })

  it('is not told for an article without an author, and not where several are meant', async () => {
    expect(
      await findAuthor(await askedOf('who', '<who> wrote the Sai Gon Giai Phong article')),
    ).toBeUndefined()
    expect(await findAuthor(await askedOf('who', '<who> wrote the articles'))).toBeUndefined()
  })
})

describe('what a name means', () => {
  it.each([
    ['<what does> Rasmei Kampuchea <mean>', 'en', 'Light of Cambodia'],
    ['Rasmei Kampuchea <nghĩa là gì>', 'vi', 'Ánh sáng Campuchia'],
    ['រស្មីកម្ពុជា<មានន័យថាម៉េច>', 'km', 'ពន្លឺនៃកម្ពុជា'],
  ])('is told by the statement that explains it: "%s"', async (question, language, meaning) => {
    expect(textsIn(await findMeaning(await askedOf('what', question, { language })))).toContain(meaning)
  })

  it('is left to others where nothing tells it, or where it is not asked', async () => {
    expect(await findMeaning(await askedOf('what', '<what does> VietnamPlus <mean>'))).toBeUndefined()
    expect(await findMeaning(await askedOf('what', '<what is> Rasmei Kampuchea'))).toBeUndefined()
  })
})
