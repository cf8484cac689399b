// Writes the page of settings from the tables that the program reads.

import { type Flag, flags } from '../../src/config/settings.ts'
import { fileFormOf, tableOf } from '../../src/config/table.ts'
import type { PlatformModule } from '../../src/core/platform.ts'
import type { Setting } from '../../src/core/setting.ts'

export function settingsPage(platforms: readonly PlatformModule[]): string {
  const { groups, secrets } = tableOf(platforms)
  const parts = [
    '# Settings',
    '<!-- Made by `npm run docs` from the tables in src/config/settings.ts and src/adapters/*/platform.ts. -->',
    `Settings are environment variables. They may also be lines of a file \`.env\` (\`NAME=value\`) in the folder that
Daybook is started in; the environment wins. Whatever is wrong, missing, misspelt or given twice is named before
anything starts. In \`.env\` every name must be one of these, or begin with \`COMPOSE_\`, which is for docker compose.
\`npm start -- --help\` prints them shorter, and \`npm start -- --check\` says what would start.`,
    `A line of \`.env\` is read like this: \`export\` before the name and spaces around name and value are skipped. A \`#\`
begins a comment at the start of a line or after a space; without a space before it, it is part of the value. In
quotation marks (\`"\`, \`'\` or a backtick) every character stays as it is: there are no escapes, and nothing is filled in
for \`$NAME\` or \`~\`. Values that look as if they were meant otherwise are named by \`--check\` and in the log.`,
    ...groups.flatMap(({ title, settings }) => [
      `## ${title}`,
      table(['variable', 'what it is for', 'default'], settings.map(rowOf)),
    ]),
    '## Secrets',
    `No secret is ever logged or repeated in an error. Each may be given in a file of its own, as Docker and systemd hand
them over; the variable with the path of that file is ${inWords(secrets.map(({ name }) => code(fileFormOf(name))))}.`,
    '## Flags',
    table(
      ['flag', 'what it does'],
      Object.entries<Flag>(flags).map(([name, { value, sentence }]) => [
        code(`--${name}${value ? ` ${value}` : ''}`),
        sentence,
      ]),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

function rowOf({ name, sentence, fallback, without = '', needs = [], isSecret }: Setting): string[] {
  const remarks = [
    ...(needs.length > 0 ? [` Needs ${inWords(needs.map(code))}.`] : []),
    ...(isSecret ? [' Secret.'] : []),
  ]
  return [code(name), sentence + remarks.join(''), fallback ? code(fallback) : without]
}

const code = (text: string) => `\`${text}\``

const inWords = (items: readonly string[]) => new Intl.ListFormat('en').format(items)

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
