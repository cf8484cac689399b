// Checks that a number answers only if it counts whoever was asked for, and that whoever did it is not counted.

import { beforeAll, describe, expect, it } from 'vitest'
import { type Chat, caller, createChat, textOf } from '../bundled.ts'

let bundled: Chat
beforeAll(async () => {
  bundled = await createChat()
})
const answer = async (locale: string, question: string) =>
  textOf(await bundled.say(question, { ...caller, locale })).slice(0, 250)

const SILENT = /does not say|không nói đến điều này|មិនបាននិយាយអំពីរឿងនេះទេ/
const TOLL = /3 million|3 triệu|៣ លាន/

describe('a number', () => {
  it.each([
    ['en', 'how many Vietnamese soldiers died'],
    ['en', 'how many Vietnamese troops were killed in Cambodia'],
    ['vi', 'bao nhiêu lính Việt Nam chết'],
    ['vi', 'bộ đội Việt Nam chết bao nhiêu người'],
    ['km', 'ទាហានវៀតណាមស្លាប់ប៉ុន្មាននាក់'],
    ['km', 'ទាហានស្ម័គ្រចិត្តវៀតណាមស្លាប់នៅកម្ពុជាប៉ុន្មាននាក់'],
    ['km', 'ទាហានវៀតណាមរបួសនៅកម្ពុជាប៉ុន្មាននាក់'],
    ['km', 'ទាហានខ្មែរក្រហមមានគ្នាប៉ុន្មាននាក់'],
  ])('does not answer if it counts others than those asked for (%s: %s)', async (locale, question) => {
    expect(await answer(locale, question)).toMatch(SILENT)
  })

  it.each([
    ['en', 'how many Khmer Rouge died'],
    ['en', 'how many Khmer Rouge were killed'],
    ['vi', 'bao nhiêu Khmer Đỏ chết'],
    ['km', 'ខ្មែរក្រហមស្លាប់ប៉ុន្មាននាក់'],
  ])('of victims does not answer how many of the doers died (%s: %s)', async (locale, question) => {
    expect(await answer(locale, question)).toMatch(SILENT)
  })

  it.each([
    ['en', 'how many died under pol pot'],
    ['en', 'how many people did pol pot kill'],
    ['en', 'how many people were killed by the Khmer Rouge'],
    ['en', 'death toll of the khmer rouge'],
    ['en', 'how many Cambodians died'],
    ['vi', 'Khmer Đỏ giết bao nhiêu người'],
    ['vi', 'Pol Pot làm chết bao nhiêu người'],
    ['vi', 'bao nhiêu người Campuchia bị Khmer Đỏ giết'],
    ['km', 'ខ្មែរក្រហមសម្លាប់មនុស្សប៉ុន្មាននាក់'],
    ['km', 'របបប៉ុល ពត ស្លាប់ប៉ុន្មាននាក់'],
  ])('of victims answers how many the doers killed (%s: %s)', async (locale, question) => {
    expect(await answer(locale, question)).toMatch(TOLL)
  })

  it('of soldiers is not one of experts, although both were sent', async () => {
    expect(await answer('en', 'how many soldiers did Vietnam send')).toContain('100,000')
  })

  it('counts anything where how many is asked after a comma', async () => {
    const question = 'Nguyen Manh Ha mentions years the volunteers helped, how many'
    expect(await answer('en', question)).toMatch(/^Nguyen Manh Ha/)
  })
})
