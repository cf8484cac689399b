// Checks that no interaction is left unanswered when the bot has nothing to say.

import { expect, test } from 'vitest'
import type { Bot } from '../../../src/core/bot/bot.ts'
import { ask, askToPick, paragraph, run, silence } from '../../../src/core/message/build.ts'
import type { Choice } from '../../../src/core/message/message.ts'
import type { Run } from '../../fakes/discord/interaction.ts'
import type { Posted } from '../../fakes/discord/posted.ts'
import { startTown, type Town } from './scene.ts'

const list = (isInPlace: boolean): Choice[][] =>
  Array.from({ length: 8 }, (_, at) => [run(`Entry ${at}`, 'article', { name: `${at}` }, isInPlace)])

/** A bot that answers one call with choices, and is silent from then on. */
async function startSilent(choices: Choice[][]): Promise<Town & { question: Posted }> {
  let count = 0
  const guard = (bot: Bot): Bot => ({
    ...bot,
    answer: async () => (++count === 1 ? { body: [paragraph('Which one?')], choices } : silence),
    complete: async () => [],
  })
  const town = await startTown({ guard })
  return { ...town, question: await town.lan.runs('/article').answer() }
}

type Act = (scene: Town & { question: Posted }) => Run | Promise<Run>

const acts: [string, Choice[][], Act][] = [
  ['a press', [[run('Go', 'help')]], ({ question, lan }) => question.press('Go', { by: lan })],
  [
    'a turned page',
    [[run('Go', 'help', {}, true)]],
    ({ question, lan }) => question.press('Go', { by: lan }),
  ],
  ['a picked entry', list(false), ({ question, lan }) => question.picks('Entry 0', { by: lan })],
  ['a page picked from a list', list(true), ({ question, lan }) => question.picks('Entry 0', { by: lan })],
  [
    'a picked role',
    [[askToPick('role', 'Pick one', { command: 'article', args: {}, option: 'name' })]],
    ({ question, lan, server }) => question.selects('Pick one', [server.role('readers')], { by: lan }),
  ],
  [
    'a form',
    [[ask('Write', 'search', 'words')]],
    async ({ question, lan }) =>
      lan.submits(await question.press('Write', { by: lan }).modal(), { words: 'Pol Pot' }),
  ],
]

test.each(acts)('%s is acknowledged without a word', async (_, choices, act) => {
  const scene = await startSilent(choices)
  const { text } = scene.question
  const { received } = await act(scene)
  await scene.discord.answeredAll()
  expect(received.map(({ kind }) => kind)).toEqual([expect.stringMatching(/^(deferred|reset)$/)])
  expect(scene.question.text).toBe(text)
  expect(scene.general.posts).toEqual([scene.question])
})

test.each<[string, Act]>([
  ['a command', ({ lan }) => lan.runs('/help')],
  [
    'a search from the menu of a message',
    ({ lan }) => lan.applies('Search the archive', lan.says('Pol Pot')),
  ],
])('%s gets a line that nobody else sees', async (_, act) => {
  const scene = await startSilent([])
  const answer = await (await act(scene)).answer()
  expect(answer.onlyFor).toBe(scene.lan.user)
  expect(answer.text).toMatch(/wait a little/)
})

test('typing is offered nothing', async () => {
  const { lan } = await startSilent([])
  expect(await lan.types('/article', { option: 'name', text: 'x' }).choices()).toEqual([])
})
