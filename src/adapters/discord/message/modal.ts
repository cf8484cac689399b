// Builds the modal in which the value of one option is typed, and reads what was typed.

import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js'
import { shorten } from './shorten.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
const MAX_MODAL_TITLE_UNITS = 45
/** https://discord.com/developers/docs/components/reference#label */
const MAX_LABEL_UNITS = 45
const MAX_DESCRIPTION_UNITS = 100
/** Our own limit. */
const MAX_TYPED_UNITS = 100

const TEXT_FIELD_ID = 'words'

export const modalFor = (id: string, label: string, description: string | undefined) => ({
  custom_id: id,
  title: shorten(label, MAX_MODAL_TITLE_UNITS),
  components: [
    {
      type: ComponentType.Label as const,
      label: shorten(label, MAX_LABEL_UNITS),
      ...(description && { description: shorten(description, MAX_DESCRIPTION_UNITS) }),
      component: {
        type: ComponentType.TextInput as const,
        custom_id: TEXT_FIELD_ID,
        style: TextInputStyle.Short as const,
        max_length: MAX_TYPED_UNITS,
        required: true,
      },
    },
  ],
})

/** Undefined if the modal is not one of ours. */
export const typedText = ({ fields }: ModalSubmitInteraction): string | undefined =>
  fields.fields.has(TEXT_FIELD_ID) ? fields.getTextInputValue(TEXT_FIELD_ID) : undefined
