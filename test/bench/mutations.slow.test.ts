// Removes the rules that delivery stands on, and checks that chaos and soak notice.

import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, it } from 'vitest'

interface Mutation {
  what: string
  /** What chaos or soak says of it. */
  failure: RegExp
  edits: { file: string; from: string; to: string }[]
}

const mutations: Mutation[] = [
  {
    what: 'a post that may have arrived is sent again',
    failure: /duplicates is [1-9]|posts were sent twice/,
    edits: [
      {
        file: 'src/core/delivery/attempt.ts',
        from: 'if (!platform.limits.isIdempotent) {',
        to: 'if (false) {',
      },
      {
        file: 'src/adapters/storage/ledger.ts',
        from: "const isRepeated = state === 'leased' || idempotentPlatforms.includes(platform)",
        to: 'const isRepeated = true',
      },
    ],
  },
  {
    what: 'nothing is ever sent',
    failure: /settled is NO|nothing was posted/,
    edits: [
      {
        file: 'src/core/delivery/lane.ts',
        from: 'while (!signal.aborted) {',
        to: 'while (false) {',
      },
    ],
  },
]

/** Makes the edits in a copy of the program; throws where one no longer fits the source. */
function copyMutated(root: string, { edits }: Mutation): void {
  for (const name of ['src', 'bench', 'test', 'data', 'package.json'])
    cpSync(name, join(root, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  for (const { file, from, to } of edits) {
    const source = readFileSync(join(root, file), 'utf8')
    if (!source.includes(from)) throw new Error(`${file} has no “${from}”: bring this mutation up to date`)
    writeFileSync(join(root, file), source.replace(from, to))
  }
}

/** Runs a script of a mutated copy, and returns its exit code and what it printed. */
async function run(mutation: Mutation, ...args: string[]): Promise<{ code: number | null; printed: string }> {
  const root = mkdtempSync(join(tmpdir(), 'daybook-mutation-'))
  try {
    copyMutated(root, mutation)
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    for (const output of [child.stdout, child.stderr])
      output.setEncoding('utf8').on('data', (text: string) => {
        printed += text
      })
    const code = await new Promise<number | null>(ended => child.once('close', ended))
    return { code, printed }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

// Side by side, because they mostly wait.
describe.concurrent.each(mutations)('where $what', { timeout: 300_000 }, mutation => {
  it('chaos ends with 1', async ({ expect }) => {
    const { code, printed } = await run(mutation, 'bench/chaos/run.ts', 'answers', '--short')
    expect([code, printed]).toEqual([1, expect.stringMatching(mutation.failure)])
  })

  it('soak ends with 1', async ({ expect }) => {
    const { code, printed } = await run(mutation, 'bench/soak/run.ts', '--short')
    expect([code, printed]).toEqual([1, expect.stringMatching(mutation.failure)])
  })
})
