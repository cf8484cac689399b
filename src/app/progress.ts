// Reports how much of a large search index is built: to the person at the terminal, or in the log.

import { terminal } from '../adapters/console/index.ts'
import type { Config } from '../config/config.ts'
import { languageFor } from '../core/languages/language.ts'
import { phrasesOf } from '../core/languages/phrases.ts'
import { paragraph } from '../core/message/build.ts'
import type { Platform } from '../core/platform.ts'
import type { Log } from '../core/ports.ts'
import { isTerminal } from './parts.ts'

const FIRST_REPORT_MS = 1000
const REPORT_INTERVAL_MS = 3000

/** Reports after a second, then every few seconds, and at the end. When output is piped, print answers only. */
export function indexProgress(
  config: Config,
  platforms: readonly Platform[],
  log: Log,
): (articles: number, of: number) => void {
  if (isTerminal(config) && !process.stdout.isTTY) return () => {}
  let next = performance.now() + FIRST_REPORT_MS
  let hasReported = false
  return (articles, of) => {
    if (performance.now() < next && !(hasReported && articles === of)) return
    hasReported = true
    next = performance.now() + REPORT_INTERVAL_MS
    if (isTerminal(config)) void reportInTerminal({ articles, of }, config.locale, platforms)
    else log('info', 'search index', { articles, of })
  }
}

async function reportInTerminal(
  { articles, of }: { articles: number; of: number },
  locale: string,
  platforms: readonly Platform[],
): Promise<void> {
  const { indexed } = (await phrasesOf(languageFor(locale))).commands.search
  await platforms[0]?.send(terminal, { body: [paragraph(indexed(articles, of))] }, '')
}
