// Shows all subscriptions of a chat: those of every channel of a server, or of every topic of a group.

import type { Subscription } from '../../delivery/subscription.ts'
import { askToPick, bullets, heading, paragraph, strong } from '../../message/build.ts'
import type { Block, Message, Run } from '../../message/message.ts'
import { type Address, type Caller, type Place, placeIdOf } from '../../ports.ts'
import { capital } from '../../text/capital.ts'
import type { Context } from '../command.ts'
import { MAX_WHOLE_CHOICES, sectionAt, sectionChoices, sectionLine } from '../shared/pages.ts'
import { chosenPostOptions, paragraphOf } from '../shared/place.ts'
import { isNotEnded, subscriptionName } from '../shared/subscriptions.ts'
import { PLACE_KEY } from '../traits.ts'
import { settingsChoice } from './options.ts'
import { everywhereLabel, scheduleLines } from './views.ts'

/** For admins: other members may not know of every place. */
export async function everywhereView(entry: number, context: Context): Promise<Message> {
  const { store, caller, say } = context
  const phrases = say.commands.settings
  const places = await visibleOf(await store.threadsOf(caller.chat), caller)
  const all = (await Promise.all(places.map(each => store.subscriptionsOf(each)))).flat().filter(isNotEnded)
  const section = sectionAt(all, { from: entry, compose: each => each, maxWhole: MAX_WHOLE_CHOICES })
  const entries = await Promise.all(section.entries.map(each => entryOf(each, context)))
  const shown = new Map(entries.map(({ place }) => [placeIdOf(place.address), place]))
  const options = await Promise.all([...shown.values()].map(place => chosenPostOptions(place, context)))
  return {
    body: [
      heading(2, everywhereLabel(context)),
      ...(all.length === 0 ? [paragraph(phrases.noneAnywhere)] : []),
      ...(entries.length > 0 ? [bullets(entries.map(({ blocks }) => blocks))] : []),
      ...options.flatMap(paragraphOf),
      ...sectionLine(section, say),
    ],
    choices: [
      ...entries.map(({ choice }) => [choice]),
      ...sectionChoices({ command: 'settings', args: { view: 'all' } }, section, say),
      [askToPick('place', phrases.openPlace, { command: 'settings', args: {}, option: PLACE_KEY })],
      [settingsChoice(phrases.back, {})],
    ],
  }
}

/** Somebody may be let in to a command without seeing every channel. */
async function visibleOf(places: readonly Address[], { places: of }: Caller): Promise<Address[]> {
  const areHidden = await Promise.all(places.map(each => of?.isHidden?.(placeIdOf(each)) ?? false))
  return places.filter((_, index) => !areHidden[index])
}

async function entryOf(
  subscription: Subscription,
  context: Context,
): Promise<{ place: Place; blocks: Block[]; choice: Run }> {
  const { chat, anniversary } = subscription
  const place = (await context.caller.places?.find(placeIdOf(chat))) ?? gonePlace(chat)
  const name = `${place.name}: ${subscriptionName(subscription, context)}`
  return {
    place,
    blocks: [paragraph(strong(capital(name))), ...scheduleLines(subscription, context)],
    choice: settingsChoice(context.say.commands.settings.change(name), {
      anniversary,
      [PLACE_KEY]: placeIdOf(chat),
    }),
  }
}

const gonePlace = (address: Address): Place => ({ address, name: placeIdOf(address), isGone: true })
