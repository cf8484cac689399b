// Lists the program's own settings and flags; each platform brings its own.

import { anyText, type Form, matching, numberBetween, oneOf, type Settings } from '../core/setting.ts'

const hostAddress: Form<string> = {
  ...matching(/^[^\s/]+$/, 'an address to listen on, such as 0.0.0.0'),
  isQuoted: true,
}

export const ownSettings = {
  corpus: {
    name: 'DAYBOOK_CORPUS',
    form: anyText,
    sentence: 'The folder of the corpus.',
    fallback: 'data',
  },
  state: {
    name: 'DAYBOOK_STATE',
    form: anyText,
    sentence: 'The folder of the state: subscriptions, and what was posted.',
    fallback: 'state',
  },
  database: {
    name: 'DATABASE_URL',
    form: matching(
      // A # or a second @ belongs to the password, and has to be written as %23 or %40.
      /^postgres(?:ql)?:\/\/(?:[^\s#@]*@)?[^\s#@]+$/,
      'a PostgreSQL address, such as postgres://user:password@host:5432/daybook (in the password, @ is %40 and # is %23)',
    ),
    sentence: 'Keep the ledger in this PostgreSQL database, for several replicas.',
    without: 'SQLite in the state folder',
    isSecret: true,
  },
  log: {
    name: 'DAYBOOK_LOG',
    form: oneOf('error', 'info', 'debug'),
    sentence: 'What to log when platforms are served: `error`, `info` or `debug`.',
    fallback: 'info',
  },
  envFile: {
    name: 'DAYBOOK_ENV_FILE',
    form: anyText,
    sentence: 'A file of settings to read instead of `.env`.',
    without: '`.env`, if there is one',
  },
  port: {
    name: 'PORT',
    form: numberBetween(1, 65_535),
    sentence: 'Answer health checks, metrics, the calendar and webhooks over HTTP on this port.',
    without: 'no HTTP',
  },
  host: {
    name: 'HOST',
    form: hostAddress,
    sentence: 'The address to listen on.',
    fallback: '127.0.0.1',
    needs: ['PORT'],
    isCommonName: true,
  },
  locale: {
    name: 'LANG',
    form: anyText,
    sentence: 'The locale of the terminal, such as vi_VN.UTF-8 for Vietnamese or km_KH.UTF-8 for Khmer.',
    without: 'English',
  },
  localeOfMessages: { name: 'LC_MESSAGES', form: anyText, sentence: 'The same; wins over LANG.' },
  localeOfAll: { name: 'LC_ALL', form: anyText, sentence: 'The same; wins over LC_MESSAGES and LANG.' },
  noColor: {
    name: 'NO_COLOR',
    form: anyText,
    sentence: 'Set to anything for no ANSI styles in the terminal.',
    without: 'styles if the terminal has them',
  },
} as const satisfies Settings

export interface Flag {
  type: 'boolean' | 'string'
  short?: string
  /** The name of its value in the usage. */
  value?: string
  sentence: string
}

export const flags = {
  check: {
    type: 'boolean',
    sentence:
      'Say what would start, ask each platform once, and start nothing; exits with 0, or with 1 if something is wrong.',
  },
  now: {
    type: 'string',
    value: 'TIME',
    sentence: 'Start the clock at this moment (ISO 8601 with an offset) and let it run on.',
  },
  help: { type: 'boolean', short: 'h', sentence: 'Print the flags and the settings.' },
} as const satisfies Record<string, Flag>
