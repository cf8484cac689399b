// Answers a request with an error in Telegram's words.

export interface ResponseParameters {
  /** Seconds. */
  retry_after?: number
  migrate_to_chat_id?: number
}

/** Thrown wherever a request turns out not to be answerable; the server makes the answer of it. */
export class Refusal extends Error {
  readonly status: number
  readonly parameters: ResponseParameters | undefined
  /** The request is wrong whatever the chats are like: a correct bot never sends it. */
  readonly malformed: boolean

  constructor(status: number, description: string, parameters?: ResponseParameters, malformed = false) {
    super(description)
    this.status = status
    this.parameters = parameters
    this.malformed = malformed
  }
}

/** The request breaks the specification or a documented limit. */
export function malformed(description: string): never {
  throw new Refusal(400, `Bad Request: ${description}`, undefined, true)
}

/** The request is well made, but what it asks for cannot be done now. */
export function decline(description: string, parameters?: ResponseParameters): never {
  throw new Refusal(400, `Bad Request: ${description}`, parameters)
}

/** The bot may not do this here, or the chat is gone. */
export function forbid(description: string): never {
  throw new Refusal(403, `Forbidden: ${description}`)
}
