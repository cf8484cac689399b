// Checks that a time is shown in the chat's time zone and, by a timestamp, in the reader's, but not in UTC.

import { ComponentType } from 'discord.js'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { render } from '../../../src/adapters/discord/message/render.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'
import { paragraph } from '../../../src/core/message/build.ts'

const due = Temporal.ZonedDateTime.from('2027-01-07T06:30[Asia/Phnom_Penh]')

it.each(languages)('a time in %s has two time zones', async language => {
  const say = await phrasesOf(language)
  const [container] = render({ body: [paragraph(say.moment(due))] })
  const [component] = container?.type === ComponentType.Container ? container.components : []
  const content = component?.type === ComponentType.TextDisplay ? component.content : ''
  expect(content).toContain('Asia/Phnom\\_Penh')
  expect(content.match(/<t:\d+:f>/g)).toEqual([`<t:${due.epochMilliseconds / 1000}:f>`])
  expect(content).not.toContain('UTC')
})
