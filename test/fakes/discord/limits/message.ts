// Checks the documented limits of a message that no schema has: sums, combinations and references.

import type { Fault, Path } from '../schema.ts'

export interface Component {
  type: number
  id?: number
  custom_id?: string | null
  label?: string | null
  style?: number
  url?: string | null
  disabled?: boolean | null
  placeholder?: string | null
  content?: string
  components?: Component[]
  component?: Component
  accessory?: Component
  options?: { label: string; value: string; default?: boolean | null }[]
  min_values?: number | null
  max_values?: number | null
  min_length?: number | null
  max_length?: number | null
  required?: boolean | null
  channel_types?: number[] | null
  items?: { media: { url: string } }[]
  media?: { url: string }
  file?: { url: string }
}

interface Embed {
  title?: string | null
  description?: string | null
  footer?: { text?: string | null } | null
  author?: { name?: string | null } | null
  fields?: { name: string; value: string }[] | null
  image?: { url?: string | null } | null
  thumbnail?: { url?: string | null } | null
}

export interface MessageBody {
  content?: string | null
  embeds?: Embed[] | null
  components?: Component[] | null
  flags?: number | null
  attachments?: { id: string; filename?: string | null; description?: string | null }[] | null
  allowed_mentions?: { parse?: string[] | null; users?: string[] | null; roles?: string[] | null } | null
  poll?: unknown
  sticker_ids?: unknown[] | null
  message_reference?: unknown
  nonce?: string | number | null
  enforce_nonce?: boolean | null
}

export const messageFlags = {
  suppressEmbeds: 4,
  ephemeral: 64,
  loading: 128,
  silent: 4096,
  componentsV2: 32768,
} as const

/** https://discord.com/developers/docs/components/reference */
const MAX_COMPONENTS = 40
const MAX_TEXT_UNITS = 4000
const MAX_ROWS = 5
/**
 * Beyond this, over all text displays, Discord answers 500
 * (https://github.com/discord/discord-api-docs/issues/8554, measured on webhooks).
 */
export const MAX_DISPLAYED_BYTES = 10_170
const BYTES_PER_DISPLAY = 12
/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const MAX_EMBED_UNITS = 6000
const MAX_FILES = 10
/** https://discord.com/developers/docs/reference#uploading-files */
const MAX_FILE_BYTES = 10 * 1024 * 1024

export interface Upload {
  /** The number of `files[n]`. */
  id: string
  name: string
  size: number
}

/** Every component with its path, nested ones and accessories included. */
export function walk(components: Component[], path: Path): [Component, Path][] {
  const all: [Component, Path][] = []
  const visit = (list: Component[], where: Path) => {
    for (const [at, component] of list.entries()) {
      const own = [...where, at]
      all.push([component, own])
      if (component.components) visit(component.components, [...own, 'components'])
      if (component.accessory) all.push([component.accessory, [...own, 'accessory']])
      if (component.component) all.push([component.component, [...own, 'component']])
    }
  }
  visit(components, path)
  return all
}

/** What counts against MAX_DISPLAYED_BYTES: UTF-8 bytes, and some for each text display. */
export const displayedBytes = ({ components }: MessageBody): number =>
  walk(components ?? [], [])
    .filter(([{ type }]) => type === 10)
    .reduce((sum, [{ content = '' }]) => sum + Buffer.byteLength(content) + BYTES_PER_DISPLAY, 0)

/** The limits that a body breaks. `before` are the flags of the message that is edited. */
export function messageFaults(
  body: MessageBody,
  path: Path,
  { allowedFlags, files, before = 0 }: { allowedFlags: number; files: Upload[]; before?: number },
): Fault[] {
  const faults: Fault[] = []
  const wrong = (where: Path, code: string, message: string) =>
    void faults.push({ path: [...path, ...where], code, message })
  const flags = body.flags ?? 0
  if ((flags & ~allowedFlags) !== 0)
    wrong(['flags'], 'MESSAGE_FLAGS', `Flags ${flags & ~allowedFlags} cannot be set`)

  const v2 = ((flags | before) & messageFlags.componentsV2) !== 0
  if (v2) {
    const reason = 'cannot be used when the IS_COMPONENTS_V2 flag is set'
    if (body.content)
      wrong(['content'], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `content ${reason}`)
    if (body.embeds?.length) {
      wrong(['embeds'], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `embeds ${reason}`)
    }
    if (body.poll) wrong(['poll'], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `poll ${reason}`)
    if (body.sticker_ids?.length) {
      wrong(['sticker_ids'], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `stickers ${reason}`)
    }
  }
  const all = walk(body.components ?? [], ['components'])
  componentFaults(all, v2, wrong)
  embedFaults(body.embeds ?? [], wrong)
  attachmentFaults(body, { all, files }, wrong)
  const { parse, users, roles } = body.allowed_mentions ?? {}
  if ((parse?.includes('users') && users?.length) || (parse?.includes('roles') && roles?.length)) {
    wrong(
      ['allowed_mentions'],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      'parse and a list exclude each other',
    )
  }
  return faults
}

type AddFault = (where: Path, code: string, message: string) => void

function componentFaults(all: [Component, Path][], v2: boolean, wrong: AddFault): void {
  const where = ['components']
  if (!v2 && all.filter(([, path]) => path.length === 2).length > MAX_ROWS)
    wrong(where, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')
  if (all.length > MAX_COMPONENTS)
    wrong(where, 'COMPONENT_MAX_TOTAL', `${all.length} components, ${MAX_COMPONENTS} are allowed in all`)
  const customIds = new Set<string>()
  const ids = new Set<number>()
  let text = 0
  for (const [component, path] of all) {
    if (!v2 && path.length === 2 && component.type !== 1) {
      wrong([...path, 'type'], 'UNION_TYPE_CHOICES', 'Only action rows without the IS_COMPONENTS_V2 flag')
    }
    // Counts all visible text, which is stricter than counting only the text displays.
    text +=
      (component.content ?? '').length + (component.label ?? '').length + (component.placeholder ?? '').length
    if (component.id) {
      if (ids.has(component.id))
        wrong([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id is duplicated')
      ids.add(component.id)
    }
    if (component.custom_id) {
      if (customIds.has(component.custom_id)) {
        wrong(
          [...path, 'custom_id'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        )
      }
      customIds.add(component.custom_id)
    }
    if (component.type === 1) rowFaults(component, path, wrong)
    if (component.type === 2) buttonFaults(component, path, wrong)
    if (component.type === 3) selectFaults(component, path, wrong)
    if (component.type === 10 && !component.content?.trim()) {
      wrong([...path, 'content'], 'BASE_TYPE_REQUIRED', 'Text of nothing but spaces')
    }
  }
  if (v2 && text > MAX_TEXT_UNITS)
    wrong(
      where,
      'COMPONENT_MAX_TOTAL_TEXT',
      `${text} characters of text, ${MAX_TEXT_UNITS} are allowed in all`,
    )
}

function rowFaults({ components = [] }: Component, path: Path, wrong: AddFault): void {
  const selects = components.filter(each => each.type !== 2).length
  if (selects > 1 || (selects === 1 && components.length > 1)) {
    wrong(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'A row holds five buttons or one select',
    )
  }
}

function buttonFaults(
  button: Component & { emoji?: unknown; sku_id?: unknown },
  path: Path,
  wrong: AddFault,
): void {
  const link = button.style === 5
  if (button.style === 6) return
  if (link && !button.url) wrong([...path, 'url'], 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required')
  if (link && button.custom_id)
    wrong(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'custom id and url')
  if (!link && !button.custom_id)
    wrong([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required')
  if (!link && button.url)
    wrong([...path, 'url'], 'BUTTON_COMPONENT_INVALID_URL', 'Only link buttons have a url')
  if (!button.label && !button.emoji)
    wrong(path, 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A label or an emoji is required')
}

export function selectFaults(select: Component, path: Path, wrong: AddFault): void {
  const values = (select.options ?? []).map(option => option.value)
  if (values.length === 0) wrong([...path, 'options'], 'BASE_TYPE_REQUIRED', 'This field is required')
  if (new Set(values).size < values.length) {
    wrong(
      [...path, 'options'],
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      'The specified option value is already used',
    )
  }
  const maxValues = select.max_values ?? 1
  if ((select.min_values ?? 1) > maxValues || maxValues > values.length) {
    wrong([...path, 'max_values'], 'SELECT_COMPONENT_VALUES', 'min_values <= max_values <= options')
  }
  if ((select.options ?? []).filter(option => option.default).length > maxValues) {
    wrong([...path, 'options'], 'SELECT_COMPONENT_DEFAULTS', 'More defaults than max_values')
  }
}

function embedFaults(embeds: Embed[], wrong: AddFault): void {
  let sum = 0
  for (const [at, embed] of embeds.entries()) {
    const fields = embed.fields ?? []
    const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name]
    const own = [...texts, ...fields.flatMap(field => [field.name, field.value])]
    sum += own.reduce((length, text) => length + (text?.length ?? 0), 0)
    const pictures = embed.image?.url || embed.thumbnail?.url
    if (own.every(text => !text) && !pictures)
      wrong(['embeds', at], 'BASE_TYPE_REQUIRED', 'An embed needs something')
  }
  if (sum > MAX_EMBED_UNITS)
    wrong(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_EMBED_UNITS}`)
}

function attachmentFaults(
  body: MessageBody,
  { all, files }: { all: [Component, Path][]; files: Upload[] },
  wrong: AddFault,
): void {
  const names = new Set(files.map(file => file.name))
  const urls = all.flatMap(([each]) => [
    each.media?.url,
    each.file?.url,
    ...(each.items ?? []).map(item => item.media.url),
  ])
  urls.push(
    ...(body.embeds ?? []).flatMap(embed => [
      embed.image?.url ?? undefined,
      embed.thumbnail?.url ?? undefined,
    ]),
  )
  for (const url of urls) {
    const name = url?.match(/^attachment:\/\/(.*)$/)?.[1]
    if (name !== undefined && !names.has(name)) {
      wrong(
        ['attachments'],
        'REFERENCED_ATTACHMENT_NOT_FOUND',
        `The referenced attachment ${name} was not found`,
      )
    }
  }
  if (files.length > MAX_FILES)
    wrong(['attachments'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.')
  for (const file of files) {
    if (file.size > MAX_FILE_BYTES)
      wrong(['attachments', file.id], 'FILE_SIZE', '10 MiB are allowed for a file')
  }
}
