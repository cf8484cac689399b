// Checks what is found for questions about people: who somebody is, and who said what.

import { describe, expect, it } from 'vitest'
import { findPerson, findRole, findSpeaker } from '../../../src/core/answers/finders/person.ts'
import { findSaid } from '../../../src/core/answers/finders/said.ts'
import type { Finding } from '../../../src/core/answers/finding.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { textOfBlocks } from '../../../src/core/message/text.ts'
import { personMessage, saidMessage } from '../../../src/core/wording/found/person.ts'
import { askedOf } from './asked.ts'

const rolesIn = (finding: Finding | undefined) =>
  finding?.kind === 'person' ? [finding.name.name, ...finding.roles.map(({ text }) => text)] : finding?.kind

describe('what somebody said', () => {
  it.each([
    ['<what did> the former minister of transport <say>', 'Khun Chhy'],
    ['Le Minh Khai <what did he say> in Hanoi', 'Le Minh Khai'],
  ])('is found by their office, and wherever they said it: %s', async (question, name) => {
    const finding = await findSaid(await askedOf('said', question))
    expect(finding).toMatchObject({ kind: 'said', name: { name }, missing: [] })
  })
})

describe('who somebody is', () => {
  it.each([
    ['<who is> Khun Chhy', 'en', /^Khun Chhy,former Minister of Transport/],
    ['<who is> khun chhi', 'en', /^Khun Chhy,former Minister of Transport/],
    ['<who is> Hun Many', 'en', /^Hun Many,Deputy Prime Minister/],
    ['<who is> Khai', 'en', /^Le Minh Khai,Deputy Prime Minister of Vietnam/],
    ['<who is> Anh Huyen', 'en', /^Anh Huyen,author at VOVworld/],
    ['khun chhy <la ai>', 'vi', /^Khun Chhy,cựu Bộ trưởng/],
    ['ឃុន ឈី <ជានរណា>', 'km', /^Khun Chhy,អតីតរដ្ឋមន្ត្រី/],
    ['<what is> AKP', 'en', /^AKP,Cambodia's state news agency/],
    ['<what is> VietnamPlus', 'en', /^VietnamPlus,Vietnamese state media/],
  ])('is told by the roles that articles state: "%s"', async (question, language, roles) => {
    expect(String(rolesIn(await findPerson(await askedOf('who', question, { language }))))).toMatch(roles)
  })

  it('is said with the year and the article of each role, and with what they said', async () => {
    const asked = await askedOf('who', '<who is> Khun Chhy')
    const finding = await findPerson(asked)
    if (finding?.kind !== 'person') throw new Error(`found ${finding?.kind}`)
    const { body } = personMessage(finding, { ...asked, say: await phrasesOf('en') })
    const text = textOfBlocks(body)
    expect(text).toMatch(/\(as stated in 2014\)\nVOVworld, January 2014/)
    expect(text).toContain('What they said')
    expect(text.length).toBeLessThan(700)
  })

  it('is left to others if more is asked, or nobody is known by that name', async () => {
    expect(await findPerson(await askedOf('who', '<who> praised Hun Sen'))).toBeUndefined()
    expect(await findPerson(await askedOf('who', '<who is> Henry Kissinger'))).toBeUndefined()
    expect(await findPerson(await askedOf('who', '<who is> Hun Manet'))).toBeUndefined()
  })

  it('explains a body without a role from both sides: in the account of its day, and from outside', async () => {
    const finding = await findPerson(await askedOf('what', '<what is> the salvation Front'))
    const kinds =
      finding?.kind === 'statements' ? finding.statements.map(({ statement }) => statement.kind) : finding
    expect(kinds).toEqual(['account', 'outside'])
  })
})

describe('whose role it is', () => {
  const named = async (question: string, language = 'en') => {
    const finding = await findRole(await askedOf('who', question, { language }))
    if (finding?.kind !== 'statements') return finding?.kind
    return finding.statements.map(({ statement }) => statement.kind === 'role' && statement.person.name)
  }

  it('is whoever has the role and not more of it', async () => {
    expect(await named('<who is> the prime minister of vietnam')).toEqual(['Pham Minh Chinh'])
    expect(await named('thủ tướng Campuchia <là ai>', 'vi')).toEqual(['Hun Sen', 'Hun Sen'])
  })

  it('is nobody of whom an article could say that they have it now', async () => {
    const asked = await askedOf('who', '<who is> prime minister of cambodia <now>', { language: 'en' })
    expect(await findRole(asked)).toEqual({ kind: 'silent', missing: [] })
  })

  it('is nobody if the words are not a role', async () => {
    expect(await named('<who> overthrew the pol pot regime')).toBeUndefined()
  })
})

describe('what somebody said', () => {
  const answerTo = async (question: string, language = 'en') => {
    const asked = await askedOf('said', question, { language })
    const finding = await findSaid(asked)
    if (finding?.kind !== 'said') return finding
    return textOfBlocks(saidMessage(finding, { ...asked, say: await phrasesOf(language) }).body)
  }

  it('is given with source, date and whoever reported it, the latest first', async () => {
    const answer = await answerTo('<what did> hun sen <say>')
    expect(answer).toMatch(
      /VietnamPlus, 9 January 2023 · as reported by Rasmei Kampuchea\n(.*\n)*VOVworld, January 2014/,
    )
  })

  it('is known by any spelling, in every language', async () => {
    expect(await answerTo('<what did> samdech hunsen <say>')).toContain('Hun Sen\n')
    expect(await answerTo('Hun Xen <nói gì>', 'vi')).toContain('VietnamPlus, ngày 9 tháng 1 năm 2023')
    expect(await answerTo('ហេង សំរិន <និយាយអ្វី>', 'km')).toContain('ហេង សំរិន\n')
  })

  it('is what is on the subject alone, if something is', async () => {
    const answer = await answerTo('<what did> AKP <say about the> withdrawal')
    expect(answer).toContain('complete withdrawal in 1989')
    expect(answer).not.toContain('3 million')
  })

  it('says so if nothing is on the subject', async () => {
    expect(await answerTo('<what did> hun sen <say about> football')).toMatch(
      /^The archive does not say. No statement of Hun Sen here is on “football”\. Others:\n/,
    )
  })

  it('is what their article says of a paper that is quoted on nothing else', async () => {
    const answer = await answerTo("<what does> the people's army newspaper <say about> asean")
    expect(answer).toContain('chaired ASEAN')
  })

  it('is nothing of somebody who is named and not quoted', async () => {
    expect(await answerTo('<what did> Vo Van Thuong <say>')).toEqual({ kind: 'silent', missing: [] })
  })

  it('is not known of somebody whom no article has, who is named', async () => {
    const silent = { kind: 'silent', missing: ['Henry Kissinger'] }
    expect(await answerTo('<what did> Henry Kissinger <say>')).toEqual(silent)
    expect(await answerTo('<what did> Henry Kissinger <say about> Vietnam')).toEqual(silent)
  })
})

describe('who said it', () => {
  it.each([
    ['<who said> the help of the soldiers was humane and sincere', 'en'],
    ['<ai nói> sự ủng hộ là nhân đạo và chân thành', 'vi'],
    ['<អ្នកណានិយាយថា> ការគាំទ្រនេះមនុស្សធម៌ និងស្មោះត្រង់', 'km'],
  ])('is the speaker of the statement that has the words: "%s"', async (question, language) => {
    const finding = await findSpeaker(await askedOf('who said', question, { language }))
    const [answer] = finding?.kind === 'statements' ? finding.statements : []
    const { statement } = answer ?? {}
    expect(answer?.isSpeakerAsked).toBe(true)
    expect(statement?.kind === 'point' && statement.point.speaker).toMatch(/^(Heng Samrin|ហេង សំរិន)$/)
  })
})
