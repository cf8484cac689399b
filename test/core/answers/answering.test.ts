// Checks what questions of an archive are answered with: one statement, all sides, or that it does not say.

import { beforeAll, describe, expect, it } from 'vitest'
import { type Chat, caller, callsOf, choicesOf, createChat, textOf } from '../bundled.ts'
import { schoolArchive } from './school.ts'

const SILENT = 'The archive does not say.'

let school: Chat
let bundled: Chat
beforeAll(async () => {
  school = await createChat(undefined, undefined, schoolArchive())
  bundled = await createChat()
})
const answer = async (question: string) => textOf(await school.say(question))

describe('one statement', () => {
  it.each([
    ['when was the harbour school founded', '3 May 1921'],
    ['what did the school buy from lisbon', 'a new bell from Lisbon'],
    ['how many engines were sent to the fire', '14'],
    ['how long did rebuilding take', '3 years'],
    ['what did the library keep', 'four thousand maps'],
    ['who used the sea charts', 'four thousand maps'],
  ])('answers "%s" at once', async (question, expected) => {
    const text = await answer(question)
    expect(text.slice(0, 250)).toContain(expected)
    expect(text.length).toBeLessThanOrEqual(700)
  })

  it('says who says it, and the source with its date', async () => {
    const text = await answer('what did the school buy from lisbon')
    expect(text).toContain('Oskar Lind (then captain of the fire brigade)')
    expect(text).toContain('The Courier, 4 June 1931')
  })

  it('marks the number that was asked for', async () => {
    const { body } = await school.say('how many engines were sent to the fire')
    expect(JSON.stringify(body)).toContain('"strong","children":[{"type":"text","value":"14"}]')
  })

  it('is followed by one row of choices, and shows passages on request', async () => {
    const message = await school.say('what did the school buy from lisbon')
    expect(message.choices).toHaveLength(1)
    expect(callsOf(message)).toContain('/search what did the school buy from lisbon 1')
    const passages = textOf(await school.say('/search what did the school buy from lisbon page:1'))
    expect(passages).not.toContain('The school bought a new bell')
  })

  it.each(['/ask', '/search'])('is the same after %s as without a command', async command => {
    const question = 'what did the school buy from lisbon'
    expect((await school.say(`${command} ${question}`)).body).toEqual((await school.say(question)).body)
  })
})

it('is given in an archive that has a leap day', async () => {
  const archive = schoolArchive()
  const [founded] = archive.events
  const leapDay = { date: { year: 1936, month: 2, day: 29 }, text: { en: 'The bell is cast.' }, articles: [] }
  const chat = await createChat(undefined, undefined, {
    ...archive,
    events: [...(founded ? [founded] : []), leapDay],
  })
  expect(textOf(await chat.say('when was the bell cast'))).toContain('29 February 1936')
})

describe('a contested question', () => {
  it.each([
    ['how many pupils were injured in the fire', ['120', '200', 'Ada Nemo', 'Oskar Lind', '155', 'Hospital']],
    ['what caused the fire', ['A lamp', 'on purpose', 'chimney', 'Ada Nemo', 'Oskar Lind', 'insurer']],
    ['was it arson', ['A lamp', 'on purpose', 'chimney']],
  ])('is answered from all sides: %s', async (question, expected) => {
    const screen = (await answer(question)).slice(0, 900)
    for (const each of expected) expect(screen).toContain(each)
    expect(screen).toContain('From outside this archive')
  })

  it.each(['en', 'vi', 'km'])(
    'shows both sides on the first screen of the bundled archive in %s',
    async locale => {
      const questions = {
        en: 'how many people died under the khmer rouge',
        vi: 'bao nhiêu người chết dưới thời Khmer Đỏ',
        km: 'ចំនួនអ្នកស្លាប់ក្នុងរបបខ្មែរក្រហម',
      }
      const message = await bundled.say(questions[locale as keyof typeof questions], { ...caller, locale })
      const screen = textOf(message).slice(0, 900)
      expect(screen).toMatch(/3 triệu|3 million|៣ លាន/)
      expect(screen).toMatch(/2 triệu|2 million|២ លាន/)
      expect(screen).toMatch(/From outside|Nguồn bên ngoài|ក្រៅបណ្ណសារ/)
      expect(textOf(message).length).toBeLessThanOrEqual(900)
    },
  )

  it('names all who give the same figure on one line', async () => {
    const text = textOf(await bundled.say('how many died'))
    expect(text).toMatch(/^more than 3 million$/m)
    expect(text).toMatch(/Le Minh Khai · .*2024; AKP · .*2026/)
  })

  it('has the rest of what is said as a choice', async () => {
    const message = await bundled.say('why did vietnam invade')
    expect(choicesOf(message)[0]?.label).toBe('All statements on this')
    expect(callsOf(message)[0]).toBe('/facts grounds')
    expect(callsOf(await bundled.say('was it genocide'))[0]).toBe('/onthisday 01-07')
  })
})

describe('whether something is so', () => {
  it.each([
    ['en', 'is the 3 million figure true', ['3 million', 'From outside']],
    ['vi', 'con số 3 triệu có đúng không', ['3 triệu', 'Nguồn bên ngoài']],
    ['km', 'តើចំនួន ៣ លាននាក់ពិតទេ', ['៣ លាន', 'ពីក្រៅ']],
    ['en', 'was the invasion justified', ['invasion', 'From outside', 'What the articles say']],
    ['en', 'was vietnam an occupier', ['occupation', 'From outside', 'What the articles say']],
    ['vi', 'Việt Nam có ở lại quá lâu không', ['chiếm đóng', 'Nguồn bên ngoài']],
    ['km', 'តើវៀតណាមនៅយូរពេកទេ', ['ការកាន់កាប់', 'ពីក្រៅ']],
    ['en', 'was it genocide', ['convicted', 'VOVworld']],
    ['vi', 'có phải là diệt chủng không', ['kết án', 'VOVworld']],
    ['km', 'តើជាអំពើប្រល័យពូជសាសន៍ឬ', ['ផ្តន្ទាទោស', 'VOVworld']],
  ])('is answered by who says what (%s: %s)', async (locale, question, expected) => {
    const text = textOf(await bundled.say(question, { ...caller, locale }))
    for (const each of expected) expect(text).toContain(each)
  })

  it('opens with the statement on what is asked, not with one that has it by the way', async () => {
    const text = textOf(await bundled.say('was it genocide'))
    expect(text.indexOf('convicted')).toBeLessThan(text.indexOf('VOVworld'))
  })

  it('opens with a statement that answers better than the sides, and brings them', async () => {
    const text = textOf(await bundled.say('did the Khmer Rouge attack Vietnam first'))
    expect(text.slice(0, 250)).toContain('south-western border')
    expect(text).toContain('From outside this archive')
  })

  it('brings the sides of what it touches where the archive does not say', async () => {
    const text = textOf(await bundled.say('should vietnam have left earlier'))
    expect(text.slice(0, 250)).toContain(SILENT)
    expect(text).toContain('sources differ')
    expect(text).toContain('From outside this archive')
  })

  it('brings no sides that it touches by a name only', async () => {
    const text = textOf(await bundled.say('was Pol Pot a vegetarian'))
    expect(text).toContain(SILENT)
    expect(text).not.toContain('sources differ')
  })

  it('brings the sides of another archive', async () => {
    const text = await answer('was the insurer right about the fire')
    for (const each of ['A lamp', 'chimney', 'From outside this archive']) expect(text).toContain(each)
  })
})

describe('a summary of an article that takes a side', () => {
  it.each([
    ['en', 'Sources differ on: How many were killed'],
    ['vi', 'Các nguồn nói khác nhau về: Số người bị giết hại'],
    ['km', 'ប្រភពនានានិយាយខុសគ្នាអំពី៖ ចំនួនមនុស្សដែលត្រូវបានសម្លាប់'],
  ])('names the subjects on which others differ, each as a choice (%s)', async (locale, note) => {
    const message = await bundled.say('/summary vov', { ...caller, locale })
    expect(textOf(message)).toContain(note)
    expect(callsOf(message)).toContain('/facts death-toll')
  })
})

describe('when a contested day was', () => {
  it.each([
    ['en', 'when was the liberation', 'occupation'],
    ['vi', 'giải phóng Phnom Penh khi nào', 'chiếm đóng'],
    ['vi', 'ngày giải phóng là khi nào', 'chiếm đóng'],
    ['km', 'ភ្នំពេញត្រូវបានរំដោះនៅពេលណា', 'ការកាន់កាប់'],
    ['km', 'តើទិវាជ័យជម្នះនៅពេលណា', 'ការកាន់កាប់'],
  ])('is said with how others call it (%s: %s)', async (locale, question, other) => {
    expect(textOf(await bundled.say(question, { ...caller, locale }))).toContain(other)
  })
})

describe('who did something', () => {
  it.each([
    ['en', 'who founded the salvation Front', 'Hanoi'],
    ['en', 'who created the Front', 'Hanoi'],
    ['vi', 'ai thành lập Mặt trận', 'Hà Nội'],
    ['km', 'អ្នកណាបង្កើតរណសិរ្ស', 'ហាណូយ'],
  ])('is told by the archive and by others together (%s: %s)', async (locale, question, doer) => {
    const screen = textOf(await bundled.say(question, { ...caller, locale })).slice(0, 900)
    expect(screen).toContain('AKP')
    expect(screen).toContain(doer)
  })
})

describe('what the archive does not tell', () => {
  it.each([
    'when was Ada Nemo born',
    'how old is Ada Nemo',
    'what did Henry Kissinger say',
    'who won the world cup in 1978',
    'how many teachers were injured in the fire',
    'where is the observatory',
  ])('is said to be unknown: %s', async question => {
    expect((await answer(question)).slice(0, 250)).toContain(SILENT)
  })

  it('is unknown of a body that only the search words of a subject have', async () => {
    expect(textOf(await bundled.say('who founded the khmer rouge')).slice(0, 250)).toContain(SILENT)
  })

  it('is said with the word that it has nothing on', async () => {
    expect(await answer('when was the observatory built')).toContain('“observatory')
  })

  it('is followed by the nearest passages as a choice, not as an answer', async () => {
    const message = await school.say('when was Ada Nemo born')
    expect(textOf(message).split('\n')).toHaveLength(1)
    expect(choicesOf(message).map(({ label }) => label)).toEqual(['Nearest passages'])
  })
})

describe('the archive itself', () => {
  it('answers from what it says of its sources', async () => {
    expect(await answer('are both papers independent witnesses')).toContain('printed by the same company')
  })
})

describe('words that ask nothing', () => {
  it('find passages as before', async () => {
    expect(await answer('garden gate')).toContain('article for “garden gate”')
    expect(await answer('when was the school founded year:1931')).toContain('Only from 1931')
  })
})

describe('inline results', () => {
  const results = (words: string) => school.bot.inlineResults({ words, from: 0, count: 3 }, caller)

  it('begin with the answer', async () => {
    const [first] = (await results('what did the school buy from lisbon')).results
    expect(first?.detail).toContain('a new bell from Lisbon')
  })

  it('have no answer that says nothing', async () => {
    const { results: list } = await results('when was Ada Nemo born')
    expect(list.map(({ detail }) => detail).join()).not.toContain(SILENT)
  })
})
