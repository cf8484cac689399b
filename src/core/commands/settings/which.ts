// Asks which subscriptions to change, and says so where there is none.

import { translated } from '../../corpus/translated.ts'
import { paragraph } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import type { Context } from '../command.ts'
import { choiceSection } from '../shared/pages.ts'
import { placeName } from '../shared/place.ts'
import { subscriptionName } from '../shared/subscriptions.ts'
import { ALL, type SettingChanges, type SettingsTarget, settingsChoice } from './options.ts'
import { everywhereLabel } from './views.ts'

type Asked = SettingsTarget & { entry: number }

/** The answers carry the changes. */
export function askWhich(
  changes: SettingChanges,
  { subscriptions, entry }: Asked,
  context: Context,
): Message {
  const { say } = context
  const phrases = say.commands.settings
  return {
    body: [paragraph(phrases.whichSubscription)],
    choices: [
      [settingsChoice(phrases.allOfThem, { ...changes, anniversary: ALL })],
      ...choiceSection(
        subscriptions,
        {
          from: entry,
          call: { command: 'settings', args: { ...changes } },
          option: 'anniversary',
          choice: each =>
            settingsChoice(subscriptionName(each, context), { ...changes, anniversary: each.anniversary }),
        },
        say,
      ),
    ],
  }
}

/** Says why nothing was changed, and offers to subscribe with these values, and the chat's other places. */
export async function nothingToChange(
  changes: SettingChanges,
  { anniversary, entry }: Asked,
  context: Context,
): Promise<Message> {
  const { corpus, language, say } = context
  const phrases = say.commands.settings
  const where = await placeName(context)
  const named = corpus.anniversaries.filter(({ id }) => id === anniversary)
  const [known] = named
  return {
    body: [paragraph(phrases.nothingChanged(where, known && translated(known.names, language)))],
    choices: [
      ...(changes.posts === undefined
        ? choiceSection(
            known ? named : corpus.anniversaries,
            {
              from: entry,
              call: { command: 'settings', args: { ...changes, ...(known && { anniversary: known.id }) } },
              option: 'anniversary',
              choice: ({ id, names }) =>
                settingsChoice(phrases.start(translated(names, language)), {
                  ...changes,
                  anniversary: id,
                  posts: 'on',
                }),
            },
            say,
          ).slice(0, known ? 1 : undefined)
        : []),
      ...(where === undefined ? [] : [[settingsChoice(everywhereLabel(context), { view: 'all' })]]),
      [settingsChoice(phrases.back, {})],
    ],
  }
}
