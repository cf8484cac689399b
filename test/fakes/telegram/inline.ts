// Plays inline mode: somebody types `@bot words` in any chat, and may send one of the results.

import { dataOf, press, type Scene } from './people.ts'
import type { Question } from './questions.ts'
import type { Parameters } from './specification.ts'
import type { Message, User } from './world.ts'

export interface InlineQuery extends Question {
  /** Sends one of the results, by its id. The bot learns of it only if its owner enabled feedback. */
  chooses(resultId: string, how?: { feedback?: boolean }): Promise<ChosenResult>
}

export interface ChosenResult {
  inline_message_id: string
  /** The message in its current state. */
  message(): Message
  presses(button: string | { data: string }, options?: { from?: User }): Question
}

export interface InlineQueryOptions {
  from: User
  offset?: string
  chatType?: 'sender' | 'private' | 'group' | 'supergroup' | 'channel'
}

export function askInline(
  scene: Scene,
  query: string,
  { from, offset = '', chatType = 'sender' }: InlineQueryOptions,
): InlineQuery {
  const { world, updates, questions } = scene
  const id = String(world.newId())
  updates.push('inline_query', { id, from, query, offset, chat_type: chatType })
  const question = questions.ask('query', id, `${from.first_name} asked ${JSON.stringify(query)}`)
  return {
    ...question,
    async chooses(resultId, { feedback = false } = {}) {
      const { results } = (await question.answer) as { results: Parameters[] }
      const result = results.find(known => known.id === resultId)
      if (!result)
        throw new Error(`no result ${resultId}; there are ${results.map(known => known.id).join(', ')}`)
      const { message_text: text, entities } = (result.input_message_content ?? {}) as Parameters
      const inline_message_id = `inline-${world.newId()}`
      const message = { message_id: 0, date: world.now(), text, entities, reply_markup: result.reply_markup }
      world.inline.set(inline_message_id, message as Message)
      if (feedback)
        updates.push('chosen_inline_result', { result_id: resultId, from, query, inline_message_id })
      const current = () => world.inline.get(inline_message_id) as Message
      return {
        inline_message_id,
        message: current,
        presses(button, { from: presser = from } = {}) {
          const data = typeof button === 'string' ? dataOf(current(), button) : button.data
          return press(scene, { from: presser, data, inline_message_id })
        },
      }
    },
  }
}
