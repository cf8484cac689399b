// A form in which the words of one option are typed.
import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js'
import { shorten } from './buttons.ts'

const field = 'words'

/** https://discord.com/developers/docs/components/reference#label */
export const form = (id: string, label: string, description: string | undefined) => ({
  custom_id: id,
  title: shorten(label, 45),
  components: [
    {
      type: ComponentType.Label as const,
      label: shorten(label, 45),
      ...(description && { description: shorten(description, 100) }),
      component: {
        type: ComponentType.TextInput as const,
        custom_id: field,
        style: TextInputStyle.Short as const,
        max_length: 100,
        required: true,
      },
    },
  ],
})

/** What was typed; nothing where the form is none of ours. */
export const typedInto = ({ fields }: ModalSubmitInteraction): string | undefined =>
  fields.fields.has(field) ? fields.getTextInputValue(field) : undefined
