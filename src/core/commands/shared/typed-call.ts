// Writes a call as people type it on their platform.

import type { Invocation } from '../../message/message.ts'
import type { Caller } from '../../ports.ts'

/** `/settings january-7 06:30`, or `/settings anniversary:january-7 time:06:30` where options are typed by name. */
export function typedCall(
  { command, args }: Invocation,
  { namesOptions }: Pick<Caller, 'namesOptions'>,
): string {
  const given = Object.entries(args).map(([name, value]) => (namesOptions ? `${name}:${value}` : value))
  return [`/${command}`, ...given].join(' ')
}
