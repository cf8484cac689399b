// Names the place that a call is about, and checks and describes what its posts do beside appearing: mention a role, be published.

import { changePostOptions, type PostOptions, postOptionsOf } from '../../delivery/post-options.ts'
import { paragraph, strong } from '../../message/build.ts'
import type { Block } from '../../message/message.ts'
import type { Address, Place } from '../../ports.ts'
import type { Context } from '../command.ts'

/** The place whose posts the call is about; undefined in a chat that is one place. */
export const placeOfCall = async ({ place, caller }: Context): Promise<Place | undefined> =>
  place ?? caller.places?.here()

/** Its name in the chat's answers. */
export const placeName = async (context: Context): Promise<string | undefined> =>
  (await placeOfCall(context))?.name

/** Takes the role back. */
export const NO_ROLE = 'none'

/** A role and publishing as people give them: the role's id or `none`, and `yes` or `no`. */
export interface TypedPostOptions {
  role?: string | undefined
  publish?: string | undefined
}

/** Stores those that can be had, and says of each other one why not. What was not given stays as it was. */
export async function choosePostOptions(
  typed: TypedPostOptions,
  context: Context,
): Promise<{ done: string[]; problems: string[] }> {
  if (typed.role === undefined && typed.publish === undefined) return { done: [], problems: [] }
  const { store, caller, now } = context
  const role = await readRole(typed.role, context)
  const publish = await readPublish(typed.publish, context)
  const wish: PostOptions = {
    ...('value' in role && { role: role.value }),
    ...('value' in publish && { publish: publish.value }),
  }
  if (Object.keys(wish).length > 0) await changePostOptions({ place: caller.chat, wish, now }, store)
  return {
    done: await sentencesOn(wish, await placeOfCall(context), context),
    problems: [role, publish].flatMap(each => ('problem' in each ? [each.problem] : [])),
  }
}

/** Says whom the posts to the place mention and whether they are published, where the options say so. */
async function sentencesOn(
  { role: id, publish }: PostOptions,
  place: Place | undefined,
  { caller, say: { place: phrases } }: Context,
): Promise<string[]> {
  const role = id && (await caller.places?.findRole?.(id, place?.address ?? caller.chat))
  const where = place?.name
  return [
    ...(id === undefined
      ? []
      : [
          id === ''
            ? phrases.mentionsNobody(where)
            : role
              ? phrases.mentions(role.name, where)
              : phrases.mentionsNoRole,
        ]),
    ...(publish === undefined ? [] : [publish ? phrases.published(where) : phrases.notPublished(where)]),
  ]
}

/** Empty if nothing was given. */
type Reading<T> = { value: T } | { problem: string } | Record<string, never>

async function readRole(id: string | undefined, { caller, say }: Context): Promise<Reading<string>> {
  if (id === undefined) return {}
  if (id === NO_ROLE) return { value: '' }
  const phrases = say.place
  const role = await caller.places?.findRole?.(id, caller.chat)
  if (!role) return { problem: phrases.noSuchRole }
  if (role.mention === 'allowed') return { value: id }
  return {
    problem:
      role.mention === 'everybody'
        ? phrases.notEverybody
        : phrases.roleNotAllowed(role.name, role.mention.missing),
  }
}

async function readPublish(typed: string | undefined, context: Context): Promise<Reading<boolean>> {
  if (typed === undefined) return {}
  if (typed !== 'yes') return { value: false }
  const place = await placeOfCall(context)
  return place?.canPublish ? { value: true } : { problem: context.say.place.cannotPublish(place?.name) }
}

/** Whom the posts to a place mention, and whether they are published; only what was chosen. */
export async function chosenPostOptions(place: Place | undefined, context: Context): Promise<string[]> {
  if (!place || !context.caller.places?.findRole) return []
  const { role, publish } = await postOptionsOf(place.address, context.store)
  return sentencesOn(
    { ...(role !== undefined && { role }), ...(publish && place.canPublish && { publish }) },
    place,
    context,
  )
}

/** One paragraph of the sentences, or none. */
export const paragraphOf = (sentences: readonly string[]): Block[] =>
  sentences.length > 0 ? [paragraph(sentences.join(' '))] : []

/** A condition for a post, with a sentence that says whether it is met. It holds if nothing is known against it. */
export interface Condition {
  holds: boolean
  words: string
}

/** Whether the platform lets the bot post. A platform that does not answer keeps posts waiting, and pauses nothing. */
export async function postingCondition(
  where: string | undefined,
  { say, caller, check }: Context,
): Promise<Condition> {
  const phrases = say.commands.why
  const readiness = await check(caller.chat)
  switch (readiness?.status) {
    case undefined:
      return { holds: true, words: phrases.unasked(where) }
    case 'ready':
      return { holds: true, words: phrases.mayPost(where) }
    case 'unreachable':
      return { holds: true, words: phrases.unanswered(platformTitle(caller.chat), where) }
    case 'refused': {
      const { missing, cause } = readiness
      const lack = missing && where ? phrases.lacks(missing, where) : phrases.mayNotPost(where)
      const words = cause ? phrases.refusals[cause](where) : ''
      return { holds: false, words: cause && !missing ? words : `${words} ${lack}`.trim() }
    }
    default:
      return readiness satisfies never
  }
}

const platformTitle = ({ platform }: Address) => platform.charAt(0).toUpperCase() + platform.slice(1)

/** A line that says what keeps the bot from posting to the place that the call is about; nothing if it may post. */
export async function obstacle(where: string | undefined, context: Context): Promise<Block[]> {
  const { holds, words } = await postingCondition(where, context)
  return holds ? [] : [paragraph(strong(words))]
}
