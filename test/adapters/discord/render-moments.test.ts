// A time on Discord is told twice at most: in the chat's zone, and in the reader's own by a timestamp.
import { ComponentType } from 'discord.js'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { render } from '../../../src/adapters/discord/render.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { paragraph } from '../../../src/core/message/build.ts'

const due = Temporal.ZonedDateTime.from('2027-01-07T06:30[Asia/Phnom_Penh]')

it.each(languages)('in %s', async language => {
  const say = await phrasesOf(language)
  const [container] = render({ body: [paragraph(say.moment(due))] })
  const [shown] = container?.type === ComponentType.Container ? container.components : []
  const content = shown?.type === ComponentType.TextDisplay ? shown.content : ''
  expect(content).toContain('Asia/Phnom\\_Penh')
  expect(content.match(/<t:\d+:f>/g)).toEqual([`<t:${due.epochMilliseconds / 1000}:f>`])
  expect(content).not.toContain('UTC')
})
