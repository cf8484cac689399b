// Checks that data/ has nothing that docs/facts.md does not have: no number, date, name or web address.

import { describe, expect, it } from 'vitest'
import { formatLooseDate } from '../../src/core/calendar/date.ts'
import { data, digests, strings, textsOf, textsOfStatement } from '../fixtures/data.ts'
import {
  figuresOf,
  isAddress,
  isKnown,
  isNamed,
  linesFromOutside,
  linesOn,
  namesIn,
  unfounded,
} from '../fixtures/facts.ts'
import { figuresIn } from '../fixtures/figures.ts'

/** Names that docs/facts.md writes differently or not at all, each with the reason why data/ may have it. */
const allowed: Record<string, string> = {
  'South-East Asia': 'facts.md writes Southeast Asia, the spelling of the article; names.yaml has both',
  'Vietnam News Agency': 'what VNA stands for; facts.md has the abbreviation',
  'Viet Nam News Service': 'what VNS stands for; facts.md has the abbreviation',
  'Party General Secretary': 'facts.md: General Secretary of the Party',
  'Party General Secretary of Vietnam': 'facts.md: General Secretary of the Party (Vietnam)',
  'Cambodian Minister of Transport': 'facts.md: Minister of Transport, of a Cambodian',
  'Yale University': 'facts.md: Yale',
  'New York Times': 'facts.md: NYT',
  'Ewa Tabeau': 'facts.md: E. Tabeau',
  'Fresh News': 'facts.md has its address, freshnewsasia',
  'Cambodia News Gazette': 'facts.md has its address, cambodianewsgazette.com',
  cooperation: 'a word to search by; facts.md writes co-operation',
  'good neighbourliness': 'a word to search by; facts.md has neighbourliness and "good neighbour" separately',
  sacrifice: 'a word to search by, not a claim',
  rebuilding: 'a word to search by; facts.md has rebuild',
}
const unknown = (names: readonly (string | undefined)[], isFound = isNamed) =>
  names.filter(name => name !== undefined && !isFound(name) && !Object.hasOwn(allowed, name))

describe.each(digests.map(article => [article.id, article] as const))('the article %s', (id, article) => {
  it('states only numbers and dates that docs/facts.md has for this very article', () => {
    const texts = [...textsOf(article), formatLooseDate(article.published)]
    expect(unfounded(texts, linesOn(id))).toEqual([])
  })

  it('has an address that docs/facts.md has, and says so if it is of a copy', () => {
    expect(isAddress(article.url ?? 'none')).toBe(true)
    expect(article.urlIsCopy ?? false).toBe(id === 'vovworld-2014')
  })

  it('gives only figures that the table in docs/facts.md has for this very article', () => {
    expect(article.figures.flatMap(({ number }) => unfounded([number], figuresOf(id)))).toEqual([])
  })

  it('names no person, place or organisation that docs/facts.md does not', () => {
    const { publisher, author, retells, people, places } = article
    const fields = [
      publisher,
      author,
      retells?.name,
      retells?.author,
      ...people.map(({ name }) => name),
      ...places,
    ]
    expect(unknown(fields)).toEqual([])
    expect(unknown(textsOf(article).flatMap(namesIn), isKnown)).toEqual([])
  })
})

describe.each(data.anniversaries.map(each => [each.id, each] as const))(
  'the anniversary %s',
  (_, anniversary) => {
    const { names, since, account, outside } = anniversary
    const statements = [...account, ...outside].flatMap(textsOfStatement)

    it('has its day in every language that it has a name in', () => {
      for (const name of strings(names)) expect([...figuresIn(name)]).toEqual([formatLooseDate(since)])
      expect(unfounded([formatLooseDate(since)])).toEqual([])
    })

    it.each(account.map(each => [each.text.en, each] as const))(
      'says only what facts.md has from the articles it names: %s',
      (_, statement) => {
        expect(unfounded(textsOfStatement(statement), linesOn(...statement.articles))).toEqual([])
      },
    )

    it('takes from outside only what docs/facts.md has from outside', () => {
      expect(unfounded(outside.flatMap(textsOfStatement), linesFromOutside)).toEqual([])
      expect(outside.flatMap(each => each.url ?? []).filter(url => !isAddress(url))).toEqual([])
    })

    it('names nobody and nothing that docs/facts.md does not', () => {
      expect(unknown(statements.flatMap(namesIn), isKnown)).toEqual([])
    })
  },
)

describe.each(data.subjects.map(subject => [subject.id, subject] as const))(
  'the subject %s',
  (_, { names, outside, claims }) => {
    it('has only claims that facts.md has from the articles named, and names nobody else', () => {
      for (const claim of claims) {
        expect(unfounded(textsOfStatement(claim), linesOn(...claim.articles))).toEqual([])
        expect(unknown(textsOfStatement(claim).flatMap(namesIn), isKnown)).toEqual([])
      }
    })

    it('takes from outside only what docs/facts.md has from outside', () => {
      expect(unfounded(outside.flatMap(textsOfStatement), linesFromOutside)).toEqual([])
      expect(outside.flatMap(each => each.url ?? []).filter(url => !isAddress(url))).toEqual([])
      expect(unknown(outside.flatMap(textsOfStatement).flatMap(namesIn), isKnown)).toEqual([])
    })

    it('gives no figure in its name', () => {
      expect(unfounded(strings(names))).toEqual([])
    })
  },
)

describe('the events', () => {
  it.each(data.events.map(event => [event.text.en, event] as const))(
    'state only what facts.md has, with its date: %s',
    (_, event) => {
      const dates = [event.date, ...(event.until ? [event.until] : [])].map(formatLooseDate)
      expect(unfounded([...textsOfStatement(event), ...dates])).toEqual([])
      expect(unknown(textsOfStatement(event).flatMap(namesIn), isKnown)).toEqual([])
    },
  )
})

describe('the archive', () => {
  const { name, sources, cautions, dependence } = data.about

  it('states no number, date or name about itself that is not in docs/facts.md', () => {
    const texts = [name, ...sources, ...cautions, dependence].flatMap(text => text?.en ?? [])
    expect(unfounded(texts)).toEqual([])
    expect(unknown(texts.flatMap(namesIn), isKnown)).toEqual([])
  })

  it('lists no name that is not in docs/facts.md, and no number in any of its spellings', () => {
    expect(unknown(data.names.map(entry => entry.name))).toEqual([])
    expect(unfounded(strings(data.names.map(({ name, also }) => [name, ...also])))).toEqual([])
  })
})

describe('the check itself', () => {
  it.each([
    ['about 4 million people', 'about 4 million'],
    ['3 million, where the source has more than 3 million', '3 million'],
    ['on 8 January 1979', '1979-01-08'],
    ['in 1978, which another article implies', '1978'],
    ['3 years, 8 months and 21 days', '21 day'],
    ['3 years, 8 months and 19 days', '19 day'],
    ['nine leaders', '9'],
    ['hundreds of thousands', 'hundreds of thousands'],
    ['ថ្ងៃទី៨ ខែមករា ឆ្នាំ១៩៧៩', '1979-01-08'],
  ])('does not let pass: %s', (text, figure) => {
    expect(unfounded([text], linesOn('sggp-2024'))).toContain(figure)
  })

  it('finds the names in a sentence, and reports unknown ones', () => {
    const names = namesIn(
      'In Phnom Penh, the Voice of Vietnam met Nguyen Van Nobody of Cambodia’s Moon Front.',
    )
    expect(names).toEqual(['Phnom Penh', 'Voice of Vietnam', 'Nguyen Van Nobody of Cambodia’s Moon Front'])
    expect(unknown(names, isKnown)).toEqual([names[2]])
  })

  it('allows no exception that is no longer needed', () => {
    const texts = [...digests.flatMap(textsOf), ...strings([data.about, data.anniversaries])]
    const named = [...texts.flatMap(namesIn), ...data.names.map(entry => entry.name), ...strings(digests)]
    expect(Object.keys(allowed).filter(name => isKnown(name) || !named.includes(name))).toEqual([])
  })
})
