// Runs the contract of all platforms against the terminal.

import { PassThrough } from 'node:stream'
import { completeLine } from '../../../src/adapters/console/commands.ts'
import { createConsole, terminal } from '../../../src/adapters/console/index.ts'
import { platformContract, type Shown, type Stage } from '../../contracts/platform.ts'
import { startArchive } from '../archive.ts'

platformContract('console', async (): Promise<Stage> => {
  const input = new PassThrough()
  const output = new PassThrough({ encoding: 'utf8' })
  // The program prints a message in one piece.
  const messages: Shown[] = []
  let noticed = () => {}
  let numbers = new Map<string, string>()
  output.on('data', (text: string) => {
    const numbered = [...text.matchAll(/^\[(\d+)\] (.*)$/gm)]
    numbers = new Map(numbered.map(([, number = '', label = '']) => [label, number]))
    messages.push({ text, labels: [...numbers.keys()] })
    noticed()
  })
  const archive = await startArchive(() => createConsole({ input, output, ansi: false }))
  const next = async (line: string) => {
    const answered = new Promise<void>(resolve => {
      noticed = resolve
    })
    input.write(`${line}\n`)
    await answered
    return messages.splice(0)
  }
  const lineOf = (command: string, args: Record<string, string>) =>
    `/${command} ${Object.values(args).join(' ')}`
  return {
    ...archive,
    chat: terminal,
    ask: (command, args = {}) => next(lineOf(command, args)),
    press: label => next(numbers.get(label) ?? ''),
    posts: async () => messages.splice(0),
    complete: async (command, _, typed) => {
      const [values] = await completeLine(`/${command} ${typed}`, archive.bot, you)
      return values.map(value => value.trim())
    },
  }
})

const you = { chat: terminal, kind: 'private' as const, user: 'you', locale: 'en', isAdmin: () => true }
