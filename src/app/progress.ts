// How far a large index is: who sits at the terminal is told there, an operator in the log.
import { terminal } from '../adapters/console/index.ts'
import type { Config } from '../config/config.ts'
import { languageFor } from '../core/languages/language.ts'
import { phrasesOf } from '../core/languages/phrases.ts'
import { paragraph } from '../core/message/build.ts'
import type { Platform } from '../core/platform.ts'
import type { Log } from '../core/ports.ts'
import { hasAccounts } from './platforms.ts'

/** Tells once it takes longer than a second, every few seconds and at the end. Who reads a pipe wants answers alone. */
export function indexProgress(
  config: Config,
  platforms: readonly Platform[],
  log: Log,
): (articles: number, of: number) => void {
  if (!hasAccounts(config) && !process.stdout.isTTY) return () => {}
  let next = performance.now() + 1000
  let told = false
  return (articles, of) => {
    if (performance.now() < next && !(told && articles === of)) return
    told = true
    next = performance.now() + 3000
    if (hasAccounts(config)) log('info', 'search index', { articles, of })
    else void tellTerminal(articles, of, config, platforms)
  }
}

async function tellTerminal(
  articles: number,
  of: number,
  config: Config,
  platforms: readonly Platform[],
): Promise<void> {
  const { indexed } = (await phrasesOf(languageFor(config.locale))).commands.search
  await platforms[0]?.send(terminal, { body: [paragraph(indexed(articles, of))] }, '')
}
