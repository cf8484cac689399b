// Holds a message of a channel: its body as Discord sends it, its visible text, and its buttons.

import type { Run } from './interaction.ts'
import { type Component, type MessageBody, messageFlags, type Upload, walk } from './limits/message.ts'
import type { Person } from './people.ts'
import { type Channel, type User, userBody, type World } from './world.ts'

export interface Posted {
  id: string
  channel: Channel
  /** The only person who sees it, if it is ephemeral. */
  onlyFor: User | undefined
  edits: number
  deleted: boolean
  crossposted: boolean
  /** As Discord sends it. */
  body: Record<string, unknown> & { flags: number; components: Component[]; author: { id: string } }
  /** All visible texts, one on each line. */
  readonly text: string
  /** The labels of the buttons that can be pressed. */
  readonly buttons: string[]
  /** The labels of the entries of all lists, in order. */
  readonly entries: string[]
  /** Presses the button with this label or custom_id. */
  press(button: string, options: { by: Person }): Run
  /** Chooses texts, channels, people or roles in the select with this custom_id or placeholder. */
  selects(select: string, values: (string | { id: string })[], options: { by: Person }): Run
  /** Picks the entry with this label or value from the list that has it. */
  picks(entry: string, options: { by: Person }): Run
}

/** Starts a press (without values) or a choice. */
export type UseComponent = (
  message: Posted,
  component: Component,
  use: { values: (string | { id: string })[] | null; by: Person },
) => Run

export function createPosted(
  world: World,
  useComponent: UseComponent,
  given: {
    channel: Channel
    author: User
    onlyFor?: User
    sent: MessageBody
    files: Upload[]
    extra?: object
  },
): Posted {
  const { channel, author, onlyFor, sent, files, extra } = given
  const id = world.newId()
  const posted: Posted = {
    id,
    channel,
    onlyFor,
    edits: 0,
    deleted: false,
    crossposted: false,
    body: {
      id,
      channel_id: channel.id,
      type: 0,
      author: userBody(author),
      content: sent.content ?? '',
      embeds: (sent.embeds ?? []).map(embed => ({ type: 'rich', ...embed })),
      components: numbered(sent.components ?? []),
      attachments: files.map(file => attachmentOf(file, sent, { world, channel })),
      flags: (sent.flags ?? 0) | (onlyFor ? messageFlags.ephemeral : 0),
      timestamp: new Date(world.now()).toISOString(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      ...(sent.nonce == null ? {} : { nonce: sent.nonce }),
      ...extra,
    },
    get text() {
      return textOf(posted.body as MessageBody)
    },
    get buttons() {
      const all = walk(posted.body.components, []).map(([each]) => each)
      return all
        .filter(each => each.type === 2 && !each.disabled)
        .map(each => each.label ?? each.custom_id ?? '')
    },
    get entries() {
      const all = walk(posted.body.components, []).map(([each]) => each)
      return all.flatMap(({ options = [] }) => options.map(({ label }) => label))
    },
    press(button, { by }) {
      const found = find(
        posted,
        each => each.type === 2 && [each.label, each.custom_id].includes(button),
        button,
      )
      if (found.disabled || !found.custom_id) throw new Error(`The button ${button} cannot be pressed.`)
      return useComponent(posted, found, { values: null, by })
    },
    selects(select, values, { by }) {
      const isIt = (each: Component) =>
        [3, 5, 6, 7, 8].includes(each.type) && [each.custom_id, each.placeholder].includes(select)
      return useComponent(posted, find(posted, isIt, select), { values, by })
    },
    picks(entry, { by }) {
      const isIt = (each: { label: string; value: string }) => [each.label, each.value].includes(entry)
      const list = find(posted, ({ options = [] }) => options.some(isIt), entry)
      const { value = '' } = list.options?.find(isIt) ?? {}
      return useComponent(posted, list, { values: [value], by })
    },
  }
  return posted
}

/** Changes the message as an edit says. Fields that the edit leaves out stay. */
export function applyEdit(
  world: World,
  posted: Posted,
  { sent, files }: { sent: MessageBody; files: Upload[] },
): void {
  const { body } = posted
  if (sent.content !== undefined) body.content = sent.content ?? ''
  if (sent.embeds !== undefined) body.embeds = sent.embeds ?? []
  if (sent.components !== undefined) body.components = numbered(sent.components ?? [])
  const old = body.attachments as { id: string }[]
  const remaining = sent.attachments
    ? old.filter(each => sent.attachments?.some(other => other.id === each.id))
    : old
  body.attachments = [
    ...remaining,
    ...files.map(file => attachmentOf(file, sent, { world, channel: posted.channel })),
  ]
  body.flags = (body.flags & ~messageFlags.loading) | ((sent.flags ?? 0) & messageFlags.componentsV2)
  body.edited_timestamp = new Date(world.now()).toISOString()
  posted.edits++
}

/** Whom the text would notify. All mentions are allowed unless the body says which. */
export function pingsOf({ allowed_mentions: allowed, ...sent }: MessageBody): string[] {
  // Embeds never notify.
  const text = textOf({ ...sent, embeds: [] })
  const parses = (kind: string) => !allowed || (allowed.parse ?? []).includes(kind)
  const listed = (list: string[] | null | undefined, id: string) => list?.includes(id) ?? false
  return [...text.matchAll(/@(?:everyone|here)|<@!?(\d+)>|<@&(\d+)>/g)].flatMap(([whom, user, role]) => {
    if (user) return parses('users') || listed(allowed?.users, user) ? [whom] : []
    if (role) return parses('roles') || listed(allowed?.roles, role) ? [whom] : []
    return parses('everyone') ? [whom] : []
  })
}

function textOf({ content, embeds, components }: MessageBody): string {
  const displayed = walk(components ?? [], []).map(([each]) => each.content)
  const embedded = (embeds ?? []).flatMap(embed => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap(field => [field.name, field.value]),
    embed.footer?.text,
  ])
  return [content, ...embedded, ...displayed].filter(Boolean).join('\n')
}

function find(posted: Posted, isIt: (each: Component) => boolean, wanted: string): Component {
  const all = walk(posted.body.components, []).map(([each]) => each)
  const found = all.find(isIt)
  if (found) return found
  const there = all.flatMap(each =>
    each.custom_id
      ? [
          `${each.label ?? each.placeholder} (${each.custom_id})`,
          ...(each.options ?? []).map(({ label }) => label),
        ]
      : [],
  )
  throw new Error(`No ${wanted} in the message; there is: ${there.join(', ') || 'nothing to press'}.`)
}

/** Numbers the components that have no id, as Discord does. */
function numbered(components: Component[]): Component[] {
  let last = 0
  for (const [each] of walk(components, [])) each.id ||= ++last
  return components
}

function attachmentOf(
  { id, name, size }: Upload,
  sent: MessageBody,
  { world, channel }: { world: World; channel: Channel },
): object {
  const own = world.newId()
  const url = `https://cdn.discordapp.com/attachments/${channel.id}/${own}/${name}`
  const description = sent.attachments?.find(each => each.id === id)?.description
  return { id: own, filename: name, size, url, proxy_url: url, ...(description ? { description } : {}) }
}
