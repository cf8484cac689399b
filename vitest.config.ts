// Sets which tests are fast, how tests share their workers, and how long one may take.

import { defineConfig } from 'vitest/config'

/**
 * Fast tests start no process, listen on no port, and need neither PostgreSQL nor files outside the repository, which
 * test/fast.test.ts checks. In these folders a file that does is named `*.slow.test.ts`.
 */
export const fastTests = [
  'test/{bench,config,core,data,fixtures,import}/**/!(*.slow).test.ts',
  'test/adapters/{console,folder,host,picture,storage}/**/!(*.slow).test.ts',
  'test/adapters/*/render*.test.ts',
  'test/{,adapters/}*.test.ts',
]

export default defineConfig({
  test: {
    // A test that starts a process needs more than the default.
    testTimeout: 20_000,
    env: { TZ: 'UTC' },
    // All files of a worker share modules, the parsed corpus and its index.
    isolate: false,
    globalSetup: 'test/setup.ts',
    projects: [
      // Fast tests measure no time, so they take all cores. They run first.
      {
        extends: true,
        test: {
          name: 'fast',
          include: fastTests,
          pool: 'threads',
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['test/**/*.test.ts'],
          exclude: fastTests,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
