// Checks the limits that the specification states only in prose, by method or type, after the types of all fields.

import { malformed } from './refusal.ts'
import { checkText, checkUrl, type Entity } from './text.ts'

// biome-ignore lint/suspicious/noExplicitAny: its type has been checked against the specification
type Checked = any
export type Rule = (object: Checked, path: string) => void

const MAX_TEXT_UNITS = 4096
const MAX_CAPTION_UNITS = 1024
const MAX_BUTTONS = 100
const MAX_BUTTONS_IN_ROW = 8
const MAX_RESULTS = 50
const MAX_COMMANDS = 100
const MAX_OFFSET_BYTES = 64
const languageForm = /^(|[a-z]{2})$/
const buttonActions = [
  ...['url', 'callback_data', 'web_app', 'login_url', 'copy_text', 'callback_game', 'pay'],
  ...['switch_inline_query', 'switch_inline_query_current_chat', 'switch_inline_query_chosen_chat'],
]

const text: Rule = ({ text, entities, parse_mode, rich_message }) => {
  if (rich_message) malformed('rich messages are not simulated')
  if (text === undefined) malformed('message text is empty')
  refuseMarkup(parse_mode)
  checkText({ text, entities }, MAX_TEXT_UNITS, 'message text')
}

const caption: Rule = ({ caption, caption_entities, parse_mode }) => {
  refuseMarkup(parse_mode)
  if (caption_entities?.length && !caption) malformed('caption entities without a caption')
  if (caption) checkText({ text: caption, entities: caption_entities }, MAX_CAPTION_UNITS, 'message caption')
}

const edit: Rule = ({ chat_id, message_id, inline_message_id }) => {
  if (inline_message_id === undefined && (chat_id === undefined || message_id === undefined)) {
    malformed('message identifier is not specified')
  }
  if (inline_message_id !== undefined && chat_id !== undefined) malformed('two message identifiers are given')
}

const language: Rule = ({ language_code = '' }) => {
  if (!languageForm.test(language_code)) malformed('invalid language code specified')
}

const allOf =
  (...rules: Rule[]): Rule =>
  (object, path) => {
    for (const rule of rules) rule(object, path)
  }

/** A fake that guessed at HTML would accept some text that Telegram refuses. */
function refuseMarkup(mode: string | undefined) {
  if (mode !== undefined) malformed('parse_mode is not simulated, send entities')
}

/** The rule for a method's parameters or for a type. Anything with a caption has the caption's rule as well. */
export function rulesOf(name: string, fields: ReadonlyMap<string, unknown>): Rule | undefined {
  const own = rules[name]
  if (!fields.has('caption')) return own
  return own ? allOf(own, caption) : caption
}

const rules: Record<string, Rule> = {
  sendMessage: text,
  editMessageText: allOf(edit, text),
  editMessageCaption: edit,
  editMessageMedia: edit,
  editMessageReplyMarkup: edit,
  InputTextMessageContent: ({ message_text: text, entities, parse_mode }) => {
    refuseMarkup(parse_mode)
    checkText({ text, entities }, MAX_TEXT_UNITS, 'message text')
  },
  ReplyParameters: ({ quote, quote_entities }: { quote?: string; quote_entities?: Entity[] }) => {
    if (quote !== undefined) checkText({ text: quote, entities: quote_entities }, MAX_CAPTION_UNITS, 'quote')
  },
  LinkPreviewOptions: ({ url }) => {
    if (url) checkUrl(url, 'wrong link preview URL')
  },

  InlineKeyboardMarkup: ({ inline_keyboard }) => {
    const sizes = (inline_keyboard as unknown[][]).map(row => row.length)
    if (sizes.some(size => size > MAX_BUTTONS_IN_ROW))
      malformed(`a row has more than ${MAX_BUTTONS_IN_ROW} buttons`)
    const all = sizes.reduce((sum, size) => sum + size, 0)
    if (all > MAX_BUTTONS) malformed(`reply markup is too long: ${all} buttons of ${MAX_BUTTONS}`)
  },
  InlineKeyboardButton: (button, path) => {
    if (!button.text.trim()) malformed(`button text at ${path} is empty`)
    const actions = buttonActions.filter(action => action in button)
    if (actions.length === 0) malformed("can't parse inline keyboard button: text buttons are unallowed")
    if (actions.length > 1) malformed(`button at ${path} has several actions: ${actions.join(', ')}`)
    if (button.callback_data === '') malformed('BUTTON_DATA_INVALID')
    if (button.url !== undefined)
      checkUrl(button.url, `inline keyboard button URL '${button.url}' is invalid`)
  },

  answerInlineQuery: ({ results, next_offset = '', cache_time = 0 }) => {
    if (results.length > MAX_RESULTS) malformed('RESULTS_TOO_MUCH')
    if (Buffer.byteLength(next_offset) > MAX_OFFSET_BYTES) malformed('NEXT_OFFSET_INVALID')
    if (cache_time < 0) malformed('cache_time is negative')
    const ids = new Set(results.map(({ id }: { id: string }) => id))
    if (ids.size < results.length) malformed('RESULT_ID_DUPLICATE')
  },
  InlineQueryResultArticle: ({ title, url }) => {
    if (!title.trim()) malformed('RESULT_TITLE_EMPTY')
    if (url) checkUrl(url, 'WEB_PAGE_URL_INVALID')
  },
  InlineQueryResultsButton: ({ text, web_app, start_parameter }) => {
    if (!text.trim()) malformed('inline results button text is empty')
    if ((web_app === undefined) === (start_parameter === undefined))
      malformed('one of web_app and start_parameter')
    if (start_parameter !== undefined && !/^[\w-]+$/.test(start_parameter)) malformed('START_PARAM_INVALID')
  },
  answerCallbackQuery: ({ text, url, cache_time = 0 }) => {
    if (text && !text.isWellFormed()) malformed('strings must be encoded in UTF-8')
    if (url) checkUrl(url, 'URL_INVALID')
    if (cache_time < 0) malformed('cache_time is negative')
  },

  setMyCommands: allOf(language, ({ commands }) => {
    if (commands.length > MAX_COMMANDS) malformed('too many commands')
    const names = new Set(commands.map(({ command }: { command: string }) => command))
    if (names.size < commands.length) malformed('BOT_COMMAND_DUPLICATE')
  }),
  BotCommand: ({ command, description }) => {
    if (!/^[a-z0-9_]+$/.test(command)) malformed('BOT_COMMAND_INVALID')
    if (!description.trim()) malformed('BOT_COMMAND_DESCRIPTION_INVALID')
  },
  getMyCommands: language,
  deleteMyCommands: language,
  setMyDescription: language,
  setMyShortDescription: language,

  setWebhook: ({ url, secret_token }) => {
    const local = /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)
    if (url && !local && !/^https:\/\/./.test(url)) {
      malformed('bad webhook: an HTTPS URL must be provided for webhook')
    }
    if (secret_token !== undefined && !/^[\w-]+$/.test(secret_token)) {
      malformed('secret token contains unallowed characters')
    }
  },
  getUpdates: ({ timeout = 0 }) => {
    if (timeout < 0) malformed('timeout is negative')
  },
}
