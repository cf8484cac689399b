// Checks the whole program over a corpus that changes while it runs.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { articleFile, type Fields, writeBelow } from '../fixtures/corpus.ts'
import { freePort } from '../port.ts'
import { startPlatforms, startServing } from '../serving.ts'
import { newState, type Session, start } from '../terminal.ts'

/** A folder with one article. `write` rewrites it under another title. */
async function corpusOf(title: string) {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-corpus-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const write = (title: string, more: Fields = {}) => {
    const { place, text } = articleFile({ title, ...more })
    return writeBelow(folder, place, text)
  }
  await write(title)
  return { write, env: { DAYBOOK_CORPUS: folder } }
}

async function asked(program: Session): Promise<string> {
  program.write('/article a-1\n')
  return program.says(/The Paper, [^\n]*\n/)
}

/** Asks until the article has the title; otherwise the runner's timeout ends it. */
async function untilCalled(title: string, program: Session): Promise<void> {
  while (!(await asked(program)).includes(title));
}

it('loads a good corpus, keeps it when a broken one comes, and logs every fault', async () => {
  const { write, env } = await corpusOf('The first title')
  const program = start({ env })
  expect(await asked(program)).toContain('The first title')

  await write('The second title')
  program.child.kill('SIGHUP')
  await untilCalled('The second title', program)

  await write('Never shown', { published: 'yesterday', colour: 'red' })
  program.child.kill('SIGHUP')
  const warnings = await program.warns('the previous one stays in use')
  expect(warnings.match(/corpus fault/g)?.length).toBeGreaterThan(1)
  expect(warnings).toContain('articles/a-1.en.md:')
  expect(await asked(program)).toContain('The second title')

  // By now the folder is watched, so no signal is needed.
  await write('The third title')
  await untilCalled('The third title', program)
  expect(await program.end()).toMatchObject({ code: 0 })
})

it('starts with the previous corpus if this one is broken, because chats wait for their posts', async () => {
  const { write, env } = await corpusOf('The first title')
  const [state, platforms] = [newState(), await startPlatforms()]
  const first = await startServing({ platforms, state, env })
  await first.stop()
  await write('Never shown', { published: 'yesterday' })

  const { program, telegram, stop } = await startServing({ platforms, state, env })
  expect(await program.warns('the previous one stays in use')).toContain('articles/a-1.en.md:')
  const chat = telegram.privateChat()
  chat.says('/article a-1')
  expect(await chat.answer()).toMatchObject({ text: expect.stringContaining('The first title') })
  expect(await stop()).toMatchObject({ code: 0 })
})

it('does not start if the corpus is broken and there is no previous one', async () => {
  const { write, env } = await corpusOf('Never shown')
  await write('Never shown', { published: 'yesterday' })
  const platforms = await startPlatforms()
  const { code, err } = await start({ env: { ...platforms.env, ...env } }).gone
  expect(code).toBe(1)
  expect(err).toContain('was not loaded')
})

it('does not end on a SIGHUP that comes before it is ready', async () => {
  const platforms = await startPlatforms()
  const program = start({ env: { ...platforms.env, PORT: String(await freePort()) } })
  // The log begins after all modules are loaded, and before the platforms are connected.
  await program.warns('http listening')
  program.child.kill('SIGHUP')
  await program.warns('corpus loaded')
  program.child.kill('SIGTERM')
  expect(await program.gone).toMatchObject({ code: 0 })
})
