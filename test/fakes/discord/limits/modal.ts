// Checks the documented limits of a modal and of autocomplete choices.

import type { Fault, Path } from '../schema.ts'
import { type Component, selectFaults, walk } from './message.ts'

export interface ModalBody {
  custom_id: string
  title: string
  components: Component[]
}

export function modalFaults(modal: ModalBody, path: Path): Fault[] {
  const faults: Fault[] = []
  const wrong = (where: Path, code: string, message: string) =>
    void faults.push({ path: where, code, message })
  const where = [...path, 'components']
  if (modal.components.length > 5) wrong(where, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')
  const customIds = new Set<string>()
  for (const [component, own] of walk(modal.components, where)) {
    if (component.type === 1) {
      wrong(own, 'COMPONENT_DEPRECATED', 'Action rows in modals are deprecated: use a Label')
    }
    if (!component.custom_id) continue
    if (customIds.has(component.custom_id)) {
      wrong(
        [...own, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      )
    }
    customIds.add(component.custom_id)
    // A field in a Label has no label of its own.
    if (component.type === 4 && component.label) {
      wrong([...own, 'label'], 'TEXT_INPUT_LABEL', 'The label belongs to the Label')
    }
    if (component.type === 3) selectFaults(component, own, wrong)
  }
  if (customIds.size === 0) wrong(where, 'BASE_TYPE_REQUIRED', 'A modal asks for something')
  return faults
}

export interface Choice {
  name: string
  value: string | number
}

const valueTypes = { 3: 'string', 4: 'number', 10: 'number' } as Record<number, string>

/** Checks the choices of autocomplete. `type` is the type of the option that is being typed. */
export function choiceFaults(choices: Choice[], type: number, path: Path): Fault[] {
  return choices.flatMap(({ value }, at): Fault[] => {
    const where = [...path, 'choices', at, 'value']
    if (typeof value !== valueTypes[type] || (type === 4 && !Number.isInteger(value))) {
      return [{ path: where, code: 'BASE_TYPE_BAD', message: `Not a value for an option of type ${type}` }]
    }
    // The schema says 6000, the documentation 100.
    const isTooLong = typeof value === 'string' && value.length > 100
    return isTooLong
      ? [{ path: where, code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 100 or fewer in length.' }]
      : []
  })
}
