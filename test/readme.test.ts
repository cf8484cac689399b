// README's transcript is what the program says: the lines are run and the answers held against it.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { render } from '../src/adapters/console/render.ts'
import { commands } from '../src/core/commands/list.ts'
import { featureTable } from './contracts/platform.ts'
import { type Chat, createChat } from './core/bundled.ts'

const readme = readFileSync('README.md', 'utf8')
const transcript = /```console\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
const exchanges = transcript
  .split(/^> /m)
  .slice(1)
  .map(text => {
    const [line = '', ...answer] = text.split('\n')
    return { line, answer: answer.filter(Boolean) }
  })

describe('README', () => {
  let chat: Chat
  beforeAll(async () => {
    chat = await createChat()
    await chat.say('/subscribe')
  })

  it('has a transcript', () => {
    expect(exchanges.length).toBeGreaterThan(2)
  })

  it.each(exchanges)('tells the truth about $line', async ({ line, answer }) => {
    const said = render(await chat.say(line), { width: Infinity, ansi: false })
      .split('\n')
      .filter(Boolean)
    for (const [index, shown] of answer.entries()) {
      const start = shown.replace(/\s*…$/, '')
      expect(said[index]?.startsWith(start), `${shown}\n${said[index]}`).toBe(true)
      if (start === shown) expect(said[index]).toBe(shown)
    }
    expect(said).toHaveLength(answer.length)
  })

  it('has the table of features that the contract makes', () => {
    expect(readme).toContain(featureTable())
  })

  it('names every command', () => {
    for (const { name } of commands.filter(each => each.name !== 'start' && each.name !== 'help'))
      expect(readme).toContain(`/${name}`)
  })
})
