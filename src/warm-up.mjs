// Run by `npm ci`: compiles what a start loads, so that the first start is nearly as quick as the next ones.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const adapters = ['telegram/index', 'discord/index', 'http/index', 'log/log', 'limits/limits', 'clock/cron']

// An older Node cannot run the program, and says so when it is started; here it must not fail the installation.
if (Number.parseInt(process.versions.node, 10) >= 24) {
  await import('./warm.mjs')
  const state = mkdtempSync(join(tmpdir(), 'daybook-warm-'))
  // What has been executed is compiled farther than what was only loaded.
  spawnSync(process.execPath, ['--import', './src/warm.mjs', 'src/main.ts'], {
    input: '/search Pol Pot\n',
    env: { DAYBOOK_STATE: state, DAYBOOK_ENV_FILE: '/dev/null' },
  })
  rmSync(state, { recursive: true, force: true })
  for (const name of adapters) await import(`./adapters/${name}.ts`)
}
