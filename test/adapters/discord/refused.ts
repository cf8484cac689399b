// Asks the fake Discord whether it would take rendered components, without sending them.

import type { APIMessageTopLevelComponent } from 'discord.js'
import {
  type Component,
  displayedBytes,
  MAX_DISPLAYED_BYTES,
  messageFaults,
} from '../../fakes/discord/limits/message.ts'
import { faultsOf } from '../../fakes/discord/requests.ts'

/** What Discord would refuse; files are not looked at. */
export function refused(components: readonly APIMessageTopLevelComponent[]): string[] {
  const body = { components: components as unknown as Component[], flags: 32768 }
  const bytes = displayedBytes(body)
  return [
    ...faultsOf('POST /channels/{channel_id}/messages', body, new URLSearchParams()),
    ...messageFaults(body, [], { allowedFlags: 32768, files: [] }),
  ]
    .map(({ path, code }) => `${path.join('.')} ${code}`)
    .concat(bytes > MAX_DISPLAYED_BYTES ? [`${bytes} bytes`] : [])
}
