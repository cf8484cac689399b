// What the environment says of Telegram. Nothing of a token or a secret is repeated in an error.
import type { Environment } from './environment.ts'

export interface TelegramConfig {
  token: string
  apiRoot?: string
  /** Where Telegram delivers updates, through the server on PORT; without it they are asked for. */
  webhook?: { url: string; secret: string }
}

export function readTelegram(environment: Environment, errors: string[]): TelegramConfig | undefined {
  const {
    TELEGRAM_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_URL: url,
    TELEGRAM_WEBHOOK_SECRET: secret = '',
    PORT,
  } = environment
  if (!token) {
    // A file that could not be read has its own line.
    if ((url || apiRoot) && !environment.TELEGRAM_TOKEN_FILE)
      errors.push('TELEGRAM_TOKEN is missing: the other TELEGRAM_ settings need it')
    return undefined
  }
  if (!/^\d+:[\w-]{5,}$/.test(token))
    errors.push('TELEGRAM_TOKEN is not a token as @BotFather gives it, such as 123456789:AbC-dEf...')
  if (apiRoot && !/^https?:\/\/\S+[^/]$/.test(apiRoot))
    errors.push(
      'TELEGRAM_API_ROOT is not an address without a slash at its end, such as http://localhost:8081',
    )
  const root = apiRoot && { apiRoot }
  if (!url) {
    if (secret)
      errors.push('TELEGRAM_WEBHOOK_SECRET is given without TELEGRAM_WEBHOOK_URL: expected both or none')
    return { token, ...root }
  }
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url))
    errors.push('TELEGRAM_WEBHOOK_URL is not an address, such as https://bot.example.org/telegram')
  else if (/^\/(health|ready|metrics|calendar\.ics)$/.test(new URL(url).pathname))
    errors.push(
      'TELEGRAM_WEBHOOK_URL has a path that Daybook uses itself: expected another, such as /telegram',
    )
  if (!/^[\w-]{1,256}$/.test(secret) && !(secret === '' && environment.TELEGRAM_WEBHOOK_SECRET_FILE))
    errors.push(
      'TELEGRAM_WEBHOOK_SECRET is needed with TELEGRAM_WEBHOOK_URL: 1 to 256 letters of A-Z a-z 0-9 _ -',
    )
  if (!PORT) errors.push('PORT is needed with TELEGRAM_WEBHOOK_URL: a number from 1 to 65535')
  return { token, ...root, webhook: { url, secret } }
}
