// Refuses a request with an error in Telegram's words.

export interface ResponseParameters {
  /** Seconds. */
  retry_after?: number
  migrate_to_chat_id?: number
}

interface RefusalDetails {
  parameters?: ResponseParameters | undefined
  isMalformed?: boolean
}

/** Thrown by whatever finds that a request cannot be carried out. The server turns it into the answer. */
export class Refusal extends Error {
  readonly status: number
  readonly parameters: ResponseParameters | undefined
  /** The request itself is wrong, whatever the state of the chats. A correct bot never sends it. */
  readonly isMalformed: boolean

  constructor(status: number, description: string, { parameters, isMalformed = false }: RefusalDetails = {}) {
    super(description)
    this.status = status
    this.parameters = parameters
    this.isMalformed = isMalformed
  }
}

/** The request breaks the specification or a documented limit. */
export function malformed(description: string): never {
  throw new Refusal(400, `Bad Request: ${description}`, { isMalformed: true })
}

/** The request is well formed, but cannot be carried out now. */
export function decline(description: string, parameters?: ResponseParameters): never {
  throw new Refusal(400, `Bad Request: ${description}`, { parameters })
}

/** The bot may not do this in this chat, or the chat is gone. */
export function forbid(description: string): never {
  throw new Refusal(403, `Forbidden: ${description}`)
}
