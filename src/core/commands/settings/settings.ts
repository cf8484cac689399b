// /settings: what this chat is subscribed to, in one message that changes in place while it is set.
import { parseTime, zoneNamed } from '../../calendar/zone.ts'
import { translated } from '../../corpus/translated.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import { languageNamed, languages } from '../../languages/language.ts'
import { paragraph, run } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import { anniversariesLike } from '../../search/lookup/anniversaries.ts'
import { zonesLike, zonesOf } from '../../search/lookup/zones.ts'
import { type Context, command, hour, oneOf, text, zone } from '../command.ts'
import { completeAnniversary, completeZone } from '../shared/completions.ts'
import { subscribeChat } from '../shared/subscribe-chat.ts'
import { subscriptionsHere } from '../shared/upcoming.ts'
import { optionList } from '../shared/usage.ts'
import { type Ask, asks, detail, graceNamed, graces, leapDays, overview, question } from './views.ts'

export const settings = command({
  name: 'settings',
  isPrivate: true,
  startsPosts: ({ posts }) => posts === 'on',
  options: {
    anniversary: text({ complete: completeAnniversary }),
    time: hour({ isChange: true }),
    zone: zone({ complete: completeZone, isChange: true }),
    grace: oneOf(graces, { isChange: true }),
    leapday: oneOf(leapDays, { isHidden: true, isChange: true }),
    language: oneOf(languages, { read: languageNamed, isHidden: true, isChange: true }),
    posts: oneOf(['on', 'off'], { isHidden: true, isChange: true }),
    // The answers to it are buttons that change something.
    ask: oneOf(asks, { isHidden: true, isChange: true }),
  },
  run: async (typed, context): Promise<Message> => {
    const { anniversary: words, ask, ...changes } = typed
    const meant = await subscriptionsMeant(words, changes, context)
    if ('refusal' in meant) return meant.refusal
    const isOnlyLook = ask === undefined && Object.values(changes).every(each => each === undefined)
    if (isOnlyLook) return view(meant.anniversary, context)
    if (!(await context.caller.isAdmin()))
      return { body: [paragraph(context.say.adminsOnly)], isPrivate: true }
    if (ask) return question(ask as Ask, meant.anniversary, context)
    return change(changes, meant, context)
  },
})

type Changes = Partial<Record<'time' | 'zone' | 'grace' | 'leapday' | 'language' | 'posts', string>>
interface Meant {
  /** The one that was named, by id. */
  anniversary?: string
  subscriptions: Subscription[]
}

/** As many as the most generous form of choices shows. */
const mostPlaces = 20

async function change(changes: Changes, { anniversary, subscriptions }: Meant, context: Context) {
  const { say, store, corpus, now, caller } = context
  const phrases = say.commands.subscribe
  const again = (more: Record<string, string>) => ({
    ...(anniversary && { anniversary }),
    ...more,
  })
  const time = changes.time === undefined ? undefined : parseTime(changes.time)
  if (changes.time !== undefined && !time)
    return {
      ...question('hour', anniversary, context),
      body: [paragraph(phrases.badTime(changes.time.slice(0, 60)))],
    }
  const zone = changes.zone === undefined ? undefined : zoneNamed(changes.zone)
  if (changes.zone !== undefined && !zone) {
    const places = zonesLike(changes.zone, now).slice(0, mostPlaces)
    if (places.length === 0)
      return {
        ...question('zone', anniversary, context),
        body: [paragraph(phrases.badZone(changes.zone.slice(0, 60)))],
      }
    return {
      body: [paragraph(phrases.whichZone(changes.zone.slice(0, 60)))],
      choices: places.map(each => [run(each, 'settings', again({ ...changes, zone: each }), true)]),
    }
  }
  const language = languages.find(each => each === changes.language)
  if (language) await store.setLanguage(caller.chat, language)
  const { posts, grace, leapday } = changes
  for (const each of subscriptions)
    if (posts === 'off') await store.putSubscription({ ...each, status: { type: 'ended' } })
    else {
      const known = corpus.anniversaries.find(({ id }) => id === each.anniversary)
      const wish = {
        ...(time && { time }),
        ...(zone && { zone }),
        ...(grace && { grace: graceNamed(grace) }),
        ...(leapday && { leapDay: leapday as (typeof leapDays)[number] }),
      }
      if (known && Object.keys(wish).length > 0)
        await subscribeChat(known, { ...wish, status: each.status }, context)
    }
  if (posts === 'on' && subscriptions.length === 0) {
    const wanted = corpus.anniversaries.find(({ id }) => id === anniversary)
    if (wanted) await subscribeChat(wanted, { ...(time && { time }), ...(zone && { zone }) }, context)
  }
  const spoken = language ? await context.speak(language) : context
  return view(posts === 'off' ? undefined : anniversary, spoken)
}

async function view(anniversary: string | undefined, context: Context): Promise<Message> {
  const here = await subscriptionsHere(context)
  const shown = here.find(each => each.anniversary === anniversary)
  return shown ? detail(shown, context) : overview(here, context)
}

/** What the words name: an anniversary, or a place whose zone is offered; without words, all that is here. */
async function subscriptionsMeant(
  words: string | undefined,
  changes: Changes,
  context: Context,
): Promise<Meant | { refusal: Message }> {
  const { corpus, say, language, now } = context
  const here = await subscriptionsHere(context)
  if (words === undefined) return { subscriptions: here }
  const shown = words.slice(0, 60)
  const named = here.length > 0 ? zonesOf(shown) : []
  const { anniversaries, isNamed } = anniversariesLike(words, corpus)
  const [found] = anniversaries
  // A subscription may outlive its anniversary in the corpus.
  const id =
    isNamed && anniversaries.length === 1
      ? found?.id
      : here.find(each => each.anniversary === words)?.anniversary
  if (id && named.length === 0)
    return { anniversary: id, subscriptions: here.filter(each => each.anniversary === id) }
  // "hour:99" is neither an anniversary nor a place.
  const [, unknown] = named.length > 0 ? [] : (/(?:^|\s)([a-z][a-z-]*):\S/i.exec(shown) ?? [])
  if (unknown)
    return {
      refusal: { body: [paragraph(say.notAnOption('settings', unknown)), ...optionList(settings, say)] },
    }
  const places = named.length > 0 || here.length === 0 ? named : zonesLike(shown, now).slice(0, mostPlaces)
  return {
    refusal: {
      body: [
        paragraph(
          places.length > 0
            ? say.commands.subscribe.whichZone(shown)
            : say.commands.subscribe.whichAnniversary(shown),
        ),
      ],
      choices: [
        ...places.map(each => [run(each, 'settings', { ...changes, zone: each }, true)]),
        ...(places.length > 0 ? [] : corpus.anniversaries).map(each => [
          run(translated(each.names, language), 'settings', { anniversary: each.id }, true),
        ]),
      ],
    },
  }
}
