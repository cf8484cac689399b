// Checks that what the bot says is traceable: a figure has its noun, a judgement its speaker, a date its precision.

import { describe, expect, it } from 'vitest'
import { formatLooseDate } from '../../src/core/calendar/date.ts'
import { data, dataLanguages, digests } from '../fixtures/data.ts'

const { anniversaries } = data
const articles = digests
const evaluative =
  /\b(?:genocidal|friendship|gratitude|grateful|heroic|noble|righteous|wise|sincere|liberat)/i
const keyPoints = articles.flatMap(({ id, keyPoints }) => keyPoints.map(point => ({ id, ...point })))
const roles = articles.flatMap(article => article.people.flatMap(({ role }) => role ?? []))

describe('the articles', () => {
  it('are the five, in English, each with its known date', () => {
    const dates = articles.map(({ id, language, published, inferred }) =>
      [id, language, formatLooseDate(published), inferred ? 'inferred' : 'stated'].join(' '),
    )
    expect(dates).toEqual([
      'qdnd-2023 en 2023-01 inferred',
      'sggp-2024 en 2024-01-07 stated',
      'vietnamnews-2026 en 2026-01-07 stated',
      'vietnamplus-2023 en 2023-01-09 stated',
      'vovworld-2014 en 2014-01 inferred',
    ])
  })

  it('have ids of lowercase characters, digits and hyphens', () => {
    for (const { id } of articles) expect(id).toMatch(/^[a-z0-9-]+$/)
  })

  it('say how the title is known if the source has none: only VOVworld gives one', () => {
    expect(articles.filter(article => !article.titleNote).map(({ id }) => id)).toEqual(['vovworld-2014'])
  })

  it('say that their publisher is Vietnamese state media', () => {
    for (const { publisherNote } of articles) expect(publisherNote).toMatch(/^Vietnamese state media\b/)
  })
})

describe('a figure', () => {
  it('says what it counts', () => {
    for (const { id, figures } of articles)
      for (const { number, noun } of figures) expect(noun, `${id}: ${number}`).toMatch(/\p{L}{2}/u)
  })

  it('of the dead says who gives it', () => {
    const dead = articles.flatMap(({ figures }) => figures).filter(({ noun }) => /\bkill/.test(noun))
    expect(dead.map(({ number, speaker }) => [number, speaker])).toEqual([
      ['more than 3 million', 'Le Minh Khai'],
      ['tens of thousands', 'Le Minh Khai'],
      ['more than 3 million', 'AKP'],
      ['close to 2 million', 'VOVworld'],
      ['one fourth', 'VOVworld'],
    ])
  })
})

describe('a judgement', () => {
  const judgements = keyPoints.filter(({ text }) => evaluative.test(text))

  it('in a key point has a speaker', () => {
    expect(judgements.length).toBeGreaterThan(5)
    expect(judgements.filter(({ speaker }) => !speaker)).toEqual([])
  })

  it('in an account has a speaker', () => {
    const statements = anniversaries.flatMap(({ account }) => account)
    expect(statements.filter(({ text, speaker }) => evaluative.test(text.en) && !speaker)).toEqual([])
  })

  it('is recognised by the listed words in any form', () => {
    for (const word of ['Liberated', 'liberation', 'heroic', 'sincerely']) expect(word).toMatch(evaluative)
    for (const word of ['otherwise', 'ignoble', 'Victory']) expect(word).not.toMatch(evaluative)
  })
})

describe('words that the articles leave open or do not use', () => {
  const said = [
    ...digests.flatMap(({ keyPoints, paragraphs }) => [...keyPoints, ...paragraphs].map(({ text }) => text)),
    ...[...anniversaries.flatMap(({ account }) => account), ...data.events].map(({ text }) => text.en),
  ]

  it('do not date the decision to withdraw: 1989 may be the year of the decision or of the withdrawal', () => {
    const sentences = said.flatMap(text => text.split(/(?<=[.;]) /))
    const dated = sentences.filter(text => /withdraw/.test(text) && /1989/.test(text))
    expect(dated.length).toBeGreaterThan(2)
    for (const text of dated)
      expect(text).toMatch(/decided on(, or made,)? a complete withdrawal in 1989[.;]?$/)
    const event = data.events.find(({ text }) => /withdraw/.test(text.en))
    expect(event?.text.en).toContain('or withdraws completely')
  })

  it('begin no historic journey, and make nothing constant that is called consistent', () => {
    expect(said.filter(text => /journey" begins|always affirmed/.test(text))).toEqual([])
  })
})

describe('a disputed subject', () => {
  const outsideOn = (id: string) => data.subjects.find(each => each.id === id)?.outside ?? []
  const textOn = (id: string) =>
    outsideOn(id)
      .map(({ text }) => text.en)
      .join(' ')

  it.each(['grounds', 'who-took-part'])('has the other view from outside: %s', id => {
    expect(textOn(id)).toMatch(/invasion/)
    expect(textOn(id)).toMatch(/occupation/)
  })

  it('has views from outside on both sides of the reasons for sending soldiers', () => {
    expect(textOn('grounds')).toMatch(/primarily in self-defence/)
    expect(textOn('grounds')).toMatch(/Hanoi created the salvation Front/)
  })

  it.each(['rescued', 'death-toll'])('has the size of the population beside its figure: %s', id => {
    expect(textOn(id)).toMatch(/population in April 1975 is put at between 7\.84 million and 8\.1 million/)
  })

  it('says the same, in every language, wherever a statement from outside is told again', () => {
    // Its search words may differ: the subject that it stands on has some already.
    const all = [...anniversaries, ...data.subjects].flatMap(({ outside }) =>
      outside.map(({ searchWords, ...shown }) => shown),
    )
    const first = new Map<string, (typeof all)[number]>()
    for (const statement of all) {
      const known = first.get(statement.text.en) ?? statement
      first.set(statement.text.en, known)
      expect(statement).toEqual(known)
    }
    expect(first.size).toBeLessThan(all.length)
  })
})

describe('the convictions of 2018', () => {
  it('are never told without their limit', () => {
    const told = anniversaries
      .flatMap(({ outside }) => outside)
      .filter(({ text }) => /convicted/.test(text.en))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toMatchObject({
      en: expect.stringContaining('do not cover the Khmer majority'),
      vi: expect.stringContaining('không bao gồm người Khmer'),
      km: expect.stringContaining('មិនគ្របដណ្តប់លើជនជាតិខ្មែរ'),
    })
  })
})

describe('a role', () => {
  it('is the one in the article at its date, never today’s', () => {
    expect(roles.length).toBeGreaterThan(5)
    for (const role of roles) expect(role).not.toMatch(/\b(?:is|are|now|current|currently|today)\b/i)
  })

  it('is dated by "then" if an account gives it', () => {
    const speakers = anniversaries.flatMap(({ account }) =>
      account.flatMap(({ speaker }) => speaker?.en ?? []),
    )
    const offices = speakers.filter(speaker => /Minister|President|Secretary/.test(speaker))
    expect(offices.length).toBeGreaterThan(0)
    for (const speaker of offices) expect(speaker).toMatch(/\bthen\b/)
  })
})

describe('the anniversaries', () => {
  it('include 7 January, which chats get by default', () => {
    expect(anniversaries.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual(['january-7'])
  })

  it.each(anniversaries.map(each => [each.id, each] as const))(
    'have %s named in every language of the archive',
    (_, each) => {
      for (const language of dataLanguages) expect(each.names[language]).toMatch(/\p{L}/u)
    },
  )

  it.each(anniversaries.map(each => [each.id, each] as const))(
    'recur on the day they began: %s',
    (_, each) => {
      const { month, day } = each.since
      expect(each.recurrence).toEqual({ type: 'yearly', month, day })
    },
  )

  it('give a source for every statement from outside', () => {
    const outside = anniversaries.flatMap(each => each.outside)
    expect(outside.length).toBeGreaterThan(0)
    for (const { source } of outside) expect(source.en).toMatch(/\p{Lu}/u)
  })
})
