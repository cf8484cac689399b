// Draws the choices of a message as rows of buttons and lists.

import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Run } from '../../../core/message/message.ts'
import { webAddressOf } from '../../../core/message/web-address.ts'
import { placeTypes } from '../chats.ts'
import type { ChoiceRow, Layout } from './layout.ts'
import { type DrawnChoice, digestOf, pressIdOf } from './presses.ts'
import { shorten } from './shorten.ts'

/** https://discord.com/developers/docs/components/reference#button */
const MAX_BUTTON_LABEL_UNITS = 80
/** https://discord.com/developers/docs/components/reference#string-select */
const MAX_ENTRY_UNITS = 100
const MAX_PLACEHOLDER_UNITS = 150
/** Of each of the two entries that a placeholder names. */
const MAX_NAMED_ENTRY_UNITS = 70

export const drawRows = ({ rows }: Layout): APIActionRowComponent<APIComponentInMessageActionRow>[] =>
  rows.map(row => ({ type: ComponentType.ActionRow, components: componentsOf(row) }))

/** The choices whose whole meaning is seen without the text. */
export const describedIn = ({ rows }: Layout): ReadonlySet<DrawnChoice> =>
  new Set(rows.flatMap(row => (row.type === 'list' ? row.choices : [])))

function componentsOf(row: ChoiceRow): APIComponentInMessageActionRow[] {
  switch (row.type) {
    case 'buttons':
      return row.choices.map(buttonOf)
    case 'list':
      return [listOf(row.choices)]
    case 'pick':
      return [pickOf(row.choice)]
    default:
      return row satisfies never
  }
}

function buttonOf(choice: DrawnChoice): APIButtonComponent {
  const label = shorten(choice.label, MAX_BUTTON_LABEL_UNITS)
  return choice.type === 'open'
    ? {
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label,
        url: webAddressOf(choice.url) ?? choice.url,
      }
    : { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: idOf(choice) }
}

/**
 * Picking an entry runs the press that is its value. Another list has another id, because clients remember what was picked
 * by the id.
 */
function listOf(choices: readonly Run[]): APISelectMenuComponent {
  const options = choices.map(choice => {
    const description = shorten(choice.about ?? '', MAX_ENTRY_UNITS)
    return {
      label: shorten(choice.label, MAX_ENTRY_UNITS),
      value: idOf(choice),
      ...(description && { description }),
    }
  })
  return {
    type: ComponentType.StringSelect,
    custom_id: `list ${digestOf(options.map(({ value }) => value).join('\n\n'))}`,
    placeholder: placeholderOf(choices),
    options,
  }
}

/** Names the first entry and the last, because a message may have several lists. */
function placeholderOf(choices: readonly Run[]): string {
  const [first, last] = [choices[0], choices.at(-1)].map(choice =>
    shorten(choice?.label ?? '', MAX_NAMED_ENTRY_UNITS),
  )
  return choices.length > 1 ? `${first} – ${last}` : String(first)
}

function pickOf(choice: Extract<ChoiceRow, { type: 'pick' }>['choice']): APISelectMenuComponent {
  const common = { custom_id: idOf(choice), placeholder: shorten(choice.label, MAX_PLACEHOLDER_UNITS) }
  return choice.picks === 'role'
    ? { type: ComponentType.RoleSelect, ...common }
    : { type: ComponentType.ChannelSelect, ...common, channel_types: [...placeTypes] }
}

/** Every choice but a link has an id. */
function idOf(choice: DrawnChoice): string {
  const id = pressIdOf(choice)
  if (id === undefined) throw new Error(`a choice of type ${choice.type} cannot be pressed`)
  return id
}
