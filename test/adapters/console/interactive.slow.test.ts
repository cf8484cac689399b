// Checks how the program behaves for a person at a real pseudo-terminal.

import { describe, expect, test } from 'vitest'
import { hasTerminal, startInTerminal } from '../../terminal.ts'

const ESCAPE = '\u001b'
const mark = new RegExp(`${ESCAPE}\\[[\\d;]*m`)
/** Readline draws the prompt in the first column and clears everything below it. */
const redrawn = '\u001b[1G\u001b[0J> '
const eof = '\u0004'
const interrupt = '\u0003'

describe.skipIf(!hasTerminal)('in a pseudo-terminal made by `script` of util-linux', () => {
  test('a greeting comes first, then the prompt', async () => {
    const program = startInTerminal()
    expect(await program.says(redrawn)).toMatch(/Daybook[\s\S]*\[1\][^\n]* On this day/)
  })

  test('Tab completes a command, and the command is answered', async () => {
    const program = startInTerminal()
    await program.says(redrawn)
    program.write('/sum\t')
    await program.says('/summary ')
    program.write('\r')
    await program.says('Which article shall I summarise?')
  })

  test('Tab after an article shows the lengths of a summary', async () => {
    const program = startInTerminal()
    await program.says(redrawn)
    program.write('/summary sgg\t')
    await program.says('p-2024 ')
    program.write('\t')
    await program.says(/short +medium +long/)
  })

  test('a number picks a choice of the last answer', async () => {
    const program = startInTerminal()
    await program.says(redrawn)
    program.write('2\r')
    await program.says('Which article shall I summarise?')
    program.write('1\r')
    await program.says('— People')
  })

  test('a number that no choice has is refused, and the choices can still be picked', async () => {
    const program = startInTerminal()
    await program.says(redrawn)
    program.write('99\r')
    await program.says('There is no choice 99; the last one is 4.')
    program.write('2\r')
    await program.says('Which article shall I summarise?')
  })

  test('a question is answered by the next line, and talk by a friendly one', async () => {
    const program = startInTerminal()
    await program.says(redrawn)
    program.write('/article\r')
    await program.says('Which article would you like to read?')
    program.write('vov\r')
    await program.says('Vietnam-Cambodia relations')
    program.write('thanks!\r')
    await program.says('You are welcome.')
  })

  test('styles are ANSI codes, unless NO_COLOR is set', async () => {
    const colourful = startInTerminal()
    expect(await colourful.says(redrawn)).toMatch(mark)
    const uncoloured = startInTerminal({ env: { NO_COLOR: '1' } })
    expect(await uncoloured.says(redrawn)).not.toMatch(mark)
  })

  test.each([
    [80, 'Every answer\r\n'],
    [40, 'speaks: 7\r\n'],
  ])('lines wrap at %i columns', async (columns, end) => {
    await startInTerminal({ columns }).says(end)
  })

  test('a terminal that does not know its width gets 80 columns', async () => {
    await startInTerminal({ columns: 0 }).says('Every answer\r\n')
  })

  test.each([
    ['Ctrl-D', eof],
    ['Ctrl-C', interrupt],
    ['Ctrl-C in the middle of a line', `half a li${interrupt}`],
  ])('%s ends the program, and the shell continues on a new line', async (_, keys) => {
    const program = startInTerminal()
    await program.says(redrawn)
    program.write(keys)
    const { code, out } = await program.gone
    expect(code).toBe(0)
    expect(out.slice(out.lastIndexOf(redrawn) + redrawn.length)).toMatch(/(?:half a li)?\r\n$/)
  })

  test('lines typed before Ctrl-D are still answered', async () => {
    const program = startInTerminal()
    await program.says(redrawn)
    program.write(`/upcoming\r/help\r${eof}`)
    const { code, out } = await program.gone
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/Coming anniversaries[\s\S]*Commands[\s\S]*to search for\.\r\n\r\n$/),
    })
  })
})

describe.skipIf(!hasTerminal)('a post that comes while a line is half typed', () => {
  // One line that takes two rows of the screen.
  const half = 'these words go on over the end of the row'

  test.each([
    ['typed', [...half]],
    ['pasted', [half]],
  ])('goes above the %s line, and typing continues', async (_, keys) => {
    const program = startInTerminal({ columns: 40, args: ['--now', '2027-01-07T06:59:56+07:00'] })
    await program.says(redrawn)
    for (const key of keys) {
      program.write(key)
      await program.says(key)
    }
    expect(await program.says('48th anniversary')).toContain(`\u001b[1A${redrawn.slice(0, -2)}`)
    await program.says('About the sources\r\n\r\n')
    expect(await program.says(half)).toBe(redrawn + half)
    program.write(' or two\r')
    await program.says('“these words')
  })
})
