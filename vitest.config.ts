// Where the tests live and how long one may take; a test that starts a process needs more than the default.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 20_000, env: { TZ: 'UTC' } },
})
