// Explains an error that ends the bot in one line that says what to do.

import { GrammyError, HttpError } from 'grammy'
import { PlatformError } from '../../core/platform.ts'

/** The error to end with, with no secret in it. `url` is the address of the webhook, if there is one. */
export function fatalErrorOf(error: unknown, redact: (text: string) => string, url?: string): Error {
  if (error instanceof HttpError)
    return new PlatformError(`Telegram cannot be reached: ${redact(reasonOf(error))}`)
  if (!(error instanceof GrammyError)) return new Error(redact(String((error as Error).message)))
  const { error_code: code, description } = error
  if (code === 401 || code === 404)
    return new PlatformError(
      `Telegram does not know TELEGRAM_TOKEN (${description}): copy it again from @BotFather.`,
    )
  if (code === 409)
    return new PlatformError(
      `another process is polling with TELEGRAM_TOKEN (${description}): stop it, or use webhooks for several processes.`,
    )
  return new PlatformError(`Telegram refused ${error.method}${url ? ` for ${url}` : ''}: ${description}`)
}

function reasonOf({ error, message }: HttpError): string {
  const { code } = error as { code?: string }
  return code ?? message
}
