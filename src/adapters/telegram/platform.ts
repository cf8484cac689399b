// Describes Telegram to the program: its settings, and how to open it.

import { definePlatform, reservedPaths } from '../../core/platform.ts'
import { type Form, matching } from '../../core/setting.ts'

/** An https address with a path of its own: Telegram calls no other (https://core.telegram.org/bots/api#setwebhook). */
const webhookAddress: Form<string> = {
  expected: `an address that begins with https://, such as https://bot.example.org/telegram, with a path other than ${reservedPaths.join(', ')}`,
  read: text =>
    /^https:\/\/\S+$/.test(text) && URL.canParse(text) && !reservedPaths.includes(new URL(text).pathname)
      ? text
      : undefined,
}

export const telegram = definePlatform({
  name: 'telegram',
  title: 'Telegram',
  settings: {
    token: {
      name: 'TELEGRAM_TOKEN',
      form: matching(/^\d+:[\w-]{5,}$/, 'a token as @BotFather gives it, such as 123456789:AbC-dEf...'),
      sentence: "The bot's token from @BotFather: serve Telegram in place of the terminal.",
      isSecret: true,
    },
    apiRoot: {
      name: 'TELEGRAM_API_ROOT',
      form: matching(
        /^https?:\/\/\S+[^/]$/,
        'an address without a slash at its end, such as http://localhost:8081',
      ),
      sentence: 'A Bot API server of your own.',
      without: "Telegram's",
    },
    webhookUrl: {
      name: 'TELEGRAM_WEBHOOK_URL',
      form: webhookAddress,
      sentence: 'Have updates delivered to this https address, which your proxy passes on to PORT.',
      without: 'updates are polled for',
      needs: ['TELEGRAM_WEBHOOK_SECRET', 'PORT'],
    },
    webhookSecret: {
      name: 'TELEGRAM_WEBHOOK_SECRET',
      // https://core.telegram.org/bots/api#setwebhook
      form: matching(/^[\w-]{1,256}$/, '1 to 256 characters of A-Z a-z 0-9 _ -'),
      sentence: 'A secret that only Telegram and you know: updates without it are refused.',
      isSecret: true,
      needs: ['TELEGRAM_WEBHOOK_URL'],
    },
  },
  async open({ token, apiRoot, webhookUrl: url, webhookSecret: secret }, parts) {
    const { createTelegram } = await import('./index.ts')
    return createTelegram({ ...parts, token, apiRoot, ...(url && secret && { webhook: { url, secret } }) })
  },
})
