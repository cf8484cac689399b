// Sends requests to the fake without a bot library.

export interface ApiAnswer {
  ok: boolean
  // biome-ignore lint/suspicious/noExplicitAny: each method has its own result
  result?: any
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

export function createApiCall({ url, token }: { url: string; token: string }) {
  return async (method: string, parameters: object = {}, signal?: AbortSignal): Promise<ApiAnswer> => {
    const answer = await fetch(`${url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
      ...(signal && { signal }),
    })
    return answer.json() as Promise<ApiAnswer>
  }
}
