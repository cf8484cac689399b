// Checks README and the pages against the program: the transcript is run, tables are compared, links lead somewhere.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderTerminal } from '../src/adapters/console/render.ts'
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

describe("README's transcript", () => {
  let chat: Chat
  beforeAll(async () => {
    chat = await createChat()
    await chat.say('/subscribe')
  })

  it('has a few exchanges', () => {
    expect(exchanges.length).toBeGreaterThan(2)
  })

  it.each(exchanges)('is what the program answers to $line', async ({ line, answer }) => {
    const said = renderTerminal(await chat.say(line), { width: Infinity, ansi: false })
      .split('\n')
      .filter(Boolean)
    for (const [index, expected] of answer.entries()) {
      const start = expected.replace(/\s*…$/, '')
      expect(said[index]?.startsWith(start), `${expected}\n${said[index]}`).toBe(true)
      if (start === expected) expect(said[index]).toBe(expected)
    }
    expect(said).toHaveLength(answer.length)
  })
})

describe('the pages', () => {
  it('have the table of features from the contract', () => {
    expect(readFileSync('docs/platforms.md', 'utf8')).toContain(featureTable())
  })

  it('list every package with its reason, and no others', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const rows = readFileSync('docs/dependencies.md', 'utf8').matchAll(
      /^\| (?:\*development:\* )?([^|]+) \|/gm,
    )
    const named = [...rows]
      .flatMap(([, names = '']) => names.split(', '))
      .filter(name => !/^(package|---)$/.test(name))
    expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort())
  })

  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .map(name => posix.join('docs', name.replaceAll('\\', '/')))
      .filter(path => path.endsWith('.md')),
  ]

  it.each(pages)('%s links to files and headings that exist', page => {
    const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '')
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const local = targets.filter(target => !/^[a-z]+:/.test(target))
    const broken = local.filter(target => {
      const [path = '', heading] = target.split('#')
      const file = path === '' ? page : posix.join(posix.dirname(page), path)
      if (!existsSync(file)) return true
      return heading !== undefined && !headingsOf(readFileSync(file, 'utf8')).includes(heading)
    })
    expect(broken).toEqual([])
  })
})

describe('the decisions', () => {
  it('have a number each', () => {
    const numbers = readdirSync('docs/decisions').map(name => name.slice(0, 3))
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

describe('ARCHITECTURE.md', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8')

  it('names only existing paths in the table of what to touch', () => {
    const table = text.slice(text.indexOf('## To add'))
    const paths = [...table.matchAll(/`((?:src|data|test)\/[^`]*)`/g)].map(([, path = '']) => path)
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter(path => !existsSync(path))).toEqual([])
  })
})

/** Headings as anchors, as code hosts make them. */
const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
