// Sends requests to the fake as anybody could, without a bot library.

export interface Answer {
  ok: boolean
  // biome-ignore lint/suspicious/noExplicitAny: whatever the method gives
  result?: any
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

export function caller({ url, token }: { url: string; token: string }) {
  return async (method: string, parameters: object = {}, signal?: AbortSignal): Promise<Answer> => {
    const answer = await fetch(`${url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
      ...(signal && { signal }),
    })
    return answer.json() as Promise<Answer>
  }
}
