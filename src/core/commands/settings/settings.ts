// Answers /settings: what is posted here and when, in one message that changes in place while it is set.

import type { Message } from '../../message/message.ts'
import { command } from '../command.ts'
import { refuseNonAdmin } from '../shared/admins.ts'
import { changeSettings } from './change.ts'
import { everywhereView } from './everywhere.ts'
import { settingsOptions } from './options.ts'
import { askLanguage, askSetting } from './questions.ts'
import { targetOf } from './target.ts'
import { settingsView } from './views.ts'

export const settings = command({
  name: 'settings',
  isPrivate: true,
  hasPlace: true,
  startsPosts: ({ posts }) => posts === 'on',
  options: settingsOptions,
  run: async ({ anniversary: words, ask, view, entry = 1, ...given }, context): Promise<Message> => {
    if (view && context.caller.places)
      return (await refuseNonAdmin(context)) ?? everywhereView(entry, context)
    const target = await targetOf({ words, changes: given, entry }, context)
    if ('refusal' in target) return target.refusal
    const changes = { ...given, ...target.wish }
    const hasChanges = Object.values(changes).some(each => each !== undefined)
    if (!ask && !hasChanges) {
      const { anniversary, note } = target
      return settingsView({ anniversary, entry, ...(note && { remarks: [note] }) }, context)
    }
    const refusal = await refuseNonAdmin(context)
    if (refusal) return refusal
    if (ask === undefined) return changeSettings(changes, { ...target, entry }, context)
    if (ask === 'language') return askLanguage(target.anniversary, context)
    return askSetting(ask, target.anniversary, context)
  },
})
