// Runs after `npm ci`: compiles what a start loads, so that the first start is nearly as quick as the next ones.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const adapters = fileURLToPath(new URL('../adapters', import.meta.url))
/** Loaded only when platforms are served. Each adapter is loaded by its index.ts. */
const served = [
  ...readdirSync(adapters).map(name => join(name, 'index.ts')),
  ...['host/log.ts', 'host/log-output.ts', 'host/limits.ts', 'host/cron.ts'],
]

// A failure only makes the first start slower, so it must not fail the installation. `npm start` refuses an older Node.
if (Number.parseInt(process.versions.node, 10) >= 24)
  try {
    await warmUp()
  } catch (error) {
    console.error(`daybook: nothing was compiled ahead: ${error}`)
  }

async function warmUp() {
  await import('./warm.mjs')
  const state = mkdtempSync(join(tmpdir(), 'daybook-warm-'))
  // Code that has run is compiled further than code that was only loaded.
  spawnSync(process.execPath, ['--import', './src/bin/warm.mjs', 'src/bin/start.ts'], {
    input: '/search Pol Pot\n',
    env: { DAYBOOK_STATE: state, DAYBOOK_ENV_FILE: '/dev/null' },
    timeout: 30_000,
  })
  rmSync(state, { recursive: true, force: true })
  for (const path of served) if (existsSync(join(adapters, path))) await import(`../adapters/${path}`)
}
