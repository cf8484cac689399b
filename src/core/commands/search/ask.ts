// Answers /ask: what the archive says to a question, as plain words and /search do.

import { translated } from '../../corpus/translated.ts'
import { ask, paragraph, run } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import { type Context, command, text } from '../command.ts'
import { answerOrPassages, hasWords } from './search.ts'

export const askQuestion = command({
  name: 'ask',
  options: { question: text() },
  example: context => {
    const question = exampleQuestion(context)
    return question === undefined ? undefined : { question }
  },
  run: ({ question }, context): Message | Promise<Message> =>
    question !== undefined && hasWords(question)
      ? answerOrPassages(question, context)
      : askForQuestion(context),
})

function askForQuestion(context: Context): Message {
  const phrases = context.say.commands.ask
  const question = exampleQuestion(context)
  return {
    body: [paragraph(phrases.ask)],
    choices: [
      ...(question === undefined ? [] : [[run(question, 'ask', { question })]]),
      [ask(phrases.write, 'ask', 'question')],
    ],
  }
}

/** Asks about the day that the archive remembers first of all, or else about somebody whom an article names. */
function exampleQuestion({ corpus, language, say }: Context): string | undefined {
  const remembered = corpus.anniversaries.find(({ isDefault }) => isDefault)
  if (remembered) return say.commands.ask.happened(say.date(remembered.since))
  const name = corpus.articles.find(({ people }) => people.length > 0)?.people[0]?.name
  if (name === undefined) return undefined
  const entry = corpus.names.find(each => each.name === name || each.also.includes(name))
  return say.commands.ask.whoIs(entry ? translated(entry.names, language) : name)
}
