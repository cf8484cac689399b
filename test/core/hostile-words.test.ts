// Checks that words that are long, forged or odd get a short answer, never an exception.
import { describe, expect, it } from 'vitest'
import { MAX_INPUT_UNITS } from '../../src/core/bot/bot.ts'
import { commands } from '../../src/core/commands/list.ts'
import { caller, choicesOf, createChat, textOf } from './bundled.ts'

const chat = await createChat()

/** Each of these would make a careless pattern backtrack. */
const hostile = {
  'one letter': 'a'.repeat(100_000),
  spaces: `x${' '.repeat(100_000)}x`,
  colons: `page:${'a:'.repeat(50_000)}`,
  hours: '6:30 pm '.repeat(10_000),
  digits: '1'.repeat(100_000),
  dates: '1979-01-'.repeat(10_000),
  zones: `${'Asia/'.repeat(10_000)}Phnom_Penh`,
  marks: '*_[`'.repeat(20_000),
  'combining marks': `e${'\u0301'.repeat(100_000)}`,
  'Khmer without spaces': 'ខ្មែរក្រហម'.repeat(10_000),
  'lone surrogates': '\ud83d'.repeat(50_000),
  'reversed by bidi marks': '\u202e\u2066'.repeat(20_000),
  nothing: '\0\u200b\ufeff'.repeat(20_000),
  'names of Object': '__proto__ constructor hasOwnProperty '.repeat(2_000),
  SQL: `'; DROP TABLE subscription; -- `.repeat(2_000),
  HTML: '<script>alert(1)</script>'.repeat(2_000),
}

describe.each(Object.entries(hostile))('%s', (_, words) => {
  it.each(['', ...commands.map(({ name }) => `/${name} `), `/${words}`])('after “%.20s”', async before => {
    const answer = await chat.say(`${before}${words}`)
    expect(chat.errors).toEqual([])
    // Nobody gets their own flood back.
    expect(textOf(answer).length).toBeLessThan(20_000)
    if (!before.startsWith('/forget')) await chat.store.forget(caller.chat)
  })
})

describe('arguments that no option has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'x'.repeat(100_000)])('%.20s', async name => {
    const call = { command: 'search', args: Object.fromEntries([[name, 'x']]) }
    expect(textOf(await chat.bot.answer(call, caller))).toMatch(/has no option/)
    expect(await chat.bot.complete({ command: 'search', option: name, typed: 'x' }, caller)).toEqual([])
    expect(chat.errors).toEqual([])
  })

  it('cannot be command names either', async () => {
    for (const command of ['__proto__', 'constructor', '', 'x'.repeat(100_000)])
      expect(textOf(await chat.bot.answer({ command, args: {} }, caller))).toMatch(/There is no command/)
    expect(chat.errors).toEqual([])
  })
})

describe('words too long to be quoted', () => {
  const long = 'qx'.repeat(500)
  const everyOption = commands.flatMap(({ name, options }) =>
    Object.keys(options).map(option => [name, option] as const),
  )
  it.each(everyOption)('are cut: /%s %s', async (command, option) => {
    const chat = await createChat()
    const answer = await chat.bot.answer({ command, args: { [option]: long } }, caller)
    for (const said of [textOf(answer), ...choicesOf(answer).map(({ label }) => label)])
      expect(said).not.toMatch(/(?:qx){31}/)
  })
})

it('a line that is too long is cut before anything reads it', () => {
  const { args } = chat.bot.read(`/search ${'a'.repeat(1_000_000)}`)
  expect(Object.values(args).join('').length).toBeLessThanOrEqual(MAX_INPUT_UNITS)
})
