// Checks /who: names in any spelling, and roles as of their article, never as of today.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Chat, callsOf, createChat, textOf } from '../bundled.ts'

let chat: Chat
beforeAll(async () => {
  chat = await createChat()
})

describe('/who', () => {
  it.each([
    ['Hun Sen', 'Hun Sen'],
    ['samdech hunsen', 'Hun Sen'],
    ['ហ៊ុន សែន', 'Hun Sen'],
    ['សម្តេចអគ្គមហាសេនាបតីតេជោ ហ៊ុន សែន', 'Hun Sen'],
    ['សម្តេច ហេង សំរិន', 'Heng Samrin'],
    ['ទួន សុផល', 'Sophal Tuon'],
    ['សុផល ទួន', 'Sophal Tuon'],
    ['កោះថ្ម X16', 'Koh Thmor'],
    ['កោះថ្ម X-១៦', 'Koh Thmor'],
    ['ព្រំដែននិរតី', 'south-western border'],
    ['le minh khai', 'Le Minh Khai'],
    ['Lê Minh Khái', 'Le Minh Khai'],
    ['savoeun', 'Neth Savoeun'],
    ['KUFNS', 'Kampuchean United Front for National Salvation'],
  ])('finds %s', async (typed, name) => {
    expect(textOf(await chat.say(`/who ${typed}`)).split('\n')[0]).toBe(name)
  })

  it('gives roles with the year they were stated, the earliest first, and never as of today', async () => {
    const lines = textOf(await chat.say('/who Hun Sen')).split('\n')
    const roles = lines.filter(line => line.includes('as stated in'))
    expect(roles).toEqual([
      'Prime Minister of Cambodia (as stated in 2014)',
      'Prime Minister of Cambodia (as stated in 2023)',
      "President of the Cambodian People's Party (as stated in 2026)",
    ])
    expect(lines.join(' ')).not.toMatch(/\bis (?:the )?(?:Prime Minister|President)/)
  })

  it('knows authors, and how a paper is described', async () => {
    expect(textOf(await chat.say('/who Sophal Tuon'))).toContain(
      'author in Kampuchea Thmey Daily (as stated in 2023)',
    )
    expect(textOf(await chat.say('/who Anh Huyen'))).toContain('author at VOVworld (as stated in 2014)')
    expect(textOf(await chat.say('/who AKP'))).toContain("Cambodia's state news agency (as stated in 2026)")
  })

  it('gives the spellings and the articles', async () => {
    const text = textOf(await chat.say('/who Heng Samrin'))
    expect(text).toContain('ហេង សំរិន')
    expect(text).toContain('VietnamPlus, 9 January 2023')
  })

  it('tells spellings of the articles from those that are there to search by', async () => {
    const lines = textOf(await chat.say('/who Hun Sen')).split('\n')
    const [found, searched] = ['Also found as: ', 'Also searched as: '].map(start =>
      lines
        .find(line => line.startsWith(start))
        ?.slice(start.length)
        .split(', '),
    )
    expect(found).toEqual(expect.arrayContaining(['ហ៊ុន សែន', 'Samdech Techo Hun Sen', 'Samdech Hunsen']))
    expect(searched).toEqual(expect.arrayContaining(['Hun Xen', 'Samdech Hun Sen']))
    expect(found?.filter(each => searched?.includes(each))).toEqual([])
  })

  it('takes the only name that is near a misspelt one, and says so', async () => {
    const answer = textOf(await chat.say('/who heng samrim'))
    expect(answer).toMatch(/^Heng Samrin, for “heng samrim”\.\nHeng Samrin\n/)
  })

  it('asks if several names fit, and takes none that is only a little alike', async () => {
    expect(
      callsOf(await chat.say('/who hun'))
        .slice(0, 2)
        .sort(),
    ).toEqual(['/who Hun Many', '/who Hun Sen'])
    expect(textOf(await chat.say('/who lon nol'))).toContain('does not know')
    expect(callsOf(await chat.say('/who')).length).toBeGreaterThan(3)
  })
})
