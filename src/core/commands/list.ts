// Lists the commands. To add one, add a file, a line here and its English phrases, and run `npm run docs`.

import { article } from './article/article.ts'
import type { Command } from './command.ts'
import { facts } from './facts.ts'
import { help } from './help.ts'
import { language } from './language.ts'
import { onthisday } from './onthisday/onthisday.ts'
import { preview } from './preview.ts'
import { exportRows, forget, privacy } from './privacy.ts'
import { askQuestion } from './search/ask.ts'
import { search } from './search/search.ts'
import { settings } from './settings/settings.ts'
import { sources } from './sources.ts'
import { start } from './start.ts'
import { subscribe } from './subscribe.ts'
import { summary } from './summary/summary.ts'
import { timeline } from './timeline.ts'
import { unsubscribe } from './unsubscribe.ts'
import { upcoming } from './upcoming.ts'
import { who } from './who.ts'
import { why } from './why.ts'

export const commands: readonly Command[] = [
  askQuestion,
  summary,
  search,
  article,
  facts,
  who,
  timeline,
  onthisday,
  upcoming,
  subscribe,
  unsubscribe,
  settings,
  language,
  preview,
  why,
  sources,
  privacy,
  exportRows,
  forget,
  start,
  help(() => commands),
]
