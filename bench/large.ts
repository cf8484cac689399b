// Measures the whole program over 100,000 articles: a first start that parses and indexes, and a second that does neither.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSet, resized, type SearchSet } from './search/set.ts'
import { type Served, startFakes, startServed } from './served.ts'
import { round, type Table } from './table.ts'

const ARTICLES = 100_000

export async function large(folder = '../shared/bench/search'): Promise<Table[]> {
  const set = readSet(folder)
  if (!set) {
    console.log(`large: skipped, there is no set in ${folder} (name a folder with --set)`)
    return []
  }
  const workFolder = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
  const fakes = await startFakes()
  try {
    const articles = resized(set, ARTICLES).articles
    const corpus = writeCorpus(join(workFolder, 'corpus'), articles)
    const state = join(workFolder, 'state')
    const env = { ...fakes.env, DAYBOOK_CORPUS: corpus, DAYBOOK_STATE: state }
    const words = articles.at(-1)?.title ?? ''
    const question = { chat: fakes.telegram.privateChat(), words }
    const first = await measure(env, question, () => existsSync(join(state, 'search.index')))
    const second = await measure(env, question, () => true)
    return [
      {
        title: `${ARTICLES} articles, both platforms`,
        goal: 'second start: ready in 2 s, answering from the saved index',
        rows: [
          { start: 'first', ...first },
          { start: 'second', ...second },
        ],
      },
    ]
  } finally {
    await fakes.close()
    rmSync(workFolder, { recursive: true, force: true })
  }
}

interface Question {
  chat: ReturnType<Awaited<ReturnType<typeof startFakes>>['telegram']['privateChat']>
  words: string
}

/** Times in seconds since the start, the answer in milliseconds, memory in MB. */
async function measure(env: Record<string, string>, { chat, words }: Question, isWhole: () => boolean) {
  const served = await startServed(env)
  const alive = await served.until('/health')
  const ready = await served.until('/ready')
  const start = performance.now() - ready
  while (!isWhole()) await sleep(50)
  const whole = performance.now() - start
  chat.unread()
  const askedAt = performance.now()
  chat.says(`/search ${words}`)
  await chat.answer({ within: 20_000 })
  const answered = performance.now() - askedAt
  const megabytes = await memoryOf(served)
  await served.stop()
  return {
    'alive s': round(alive / 1000),
    'ready s': round(ready / 1000),
    'whole index s': round(whole / 1000),
    'answer ms': round(answered, 0),
    'resident MB': megabytes,
  }
}

async function memoryOf({ get }: Served): Promise<number> {
  const text = await (await get('/metrics')).text()
  return round(Number(/daybook_memory_bytes\{kind="resident"\} (\d+)/.exec(text)?.[1]) / 1e6, 0)
}

function writeCorpus(folder: string, articles: SearchSet['articles']): string {
  for (const part of ['articles', 'anniversaries']) mkdirSync(join(folder, part), { recursive: true })
  for (const [n, { title, language, paragraphs }] of articles.entries()) {
    const head = `title: ${JSON.stringify(title)}\npublisher: The Paper\npublisherNote: a test\npublished: 2004-01-01\n`
    // Without Markdown and HTML, which are not measured here.
    const body = paragraphs.map(({ text }) => text.replace(/[<>&*_#[\]`\\]/g, ' ').trim()).join('\n\n')
    writeFileSync(join(folder, `articles/a-${n}.${language}.md`), `---\n${head}---\n\n${body || 'Text.'}\n`)
  }
  return folder
}
