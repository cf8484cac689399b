// Lists what Telegram answers to a post that a chat does not take, and what each answer means for the chat.

import type { GoneReason } from '../../core/ports.ts'

interface Refusal {
  /** The Bot API has no codes for these, only words. */
  words: RegExp
  reason: GoneReason
}

/** Refusals that the chat's people or Telegram can repair: the chat is paused, and its posts are kept. */
export const refusals: readonly Refusal[] = [
  // The words of the Bot API server:
  // https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp
  { words: /bot was blocked|user is deactivated|can't initiate conversation/i, reason: 'blocked' },
  { words: /bot was kicked|not a (member|participant)/i, reason: 'kicked' },
  { words: /message thread not found|topic (was )?deleted/i, reason: 'topic-deleted' },
  { words: /chat was deleted|chat not found|group is deactivated/i, reason: 'deleted' },
  { words: /not enough rights|need administrator rights|ha(ve|s) no rights/i, reason: 'forbidden' },
  // Errors of Telegram's own API, which the server passes on by name:
  // https://core.telegram.org/method/messages.sendMessage#possible-errors
  {
    words: /USER_IS_BLOCKED|YOU_BLOCKED_USER|(INPUT_)?USER_DEACTIVATED|USER_IS_BOT/,
    reason: 'blocked',
  },
  { words: /CHANNEL_PRIVATE|USER_NOT_PARTICIPANT|USER_KICKED/, reason: 'kicked' },
  { words: /TOPIC_DELETED|TOPIC_ID_INVALID/, reason: 'topic-deleted' },
  { words: /(PEER_ID|CHANNEL|CHAT_ID)_INVALID|CHAT_FORBIDDEN/, reason: 'deleted' },
  {
    words: /TOPIC_CLOSED|CHAT_ADMIN_REQUIRED|USER_BANNED_IN_CHANNEL|USER_RESTRICTED/,
    reason: 'forbidden',
  },
  { words: /CHAT_(WRITE|GUEST_SEND|SEND_[A-Z]+)_FORBIDDEN/, reason: 'forbidden' },
  { words: /(PRIVACY_PREMIUM|ALLOW_PAYMENT)_REQUIRED/, reason: 'forbidden' },
  // Can hit a bot that is an admin: https://github.com/tdlib/telegram-bot-api/issues/863
  { words: /CHAT_RESTRICTED/, reason: 'forbidden' },
]
