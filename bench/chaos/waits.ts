// Measures what Telegram's waits cost: that of one chat, of every chat at once, and those of posts that are two messages.

import { paragraph } from '../../src/core/message/build.ts'
import type { Message } from '../../src/core/message/message.ts'
import { round } from '../table.ts'
import { figures, type Part } from './part.ts'
import { startTelegramRun } from './telegram.ts'

/** What the account is paced at. */
const PER_SECOND = 28.5

/** One chat is told to wait for ten minutes. Do the others have their post at the pace of the account? */
async function chatWaitRun({ others }: { others: number }) {
  const run = await startTelegramRun({ chats: others + 1 })
  try {
    const [waiting] = run.chats
    waiting?.makesWait(600)
    const begun = performance.now()
    run.start()
    const seconds = others / PER_SECOND + 2
    while (run.arrived() < others && performance.now() - begun < 75_000) await pause()
    return {
      others,
      arrived: run.arrived(),
      seconds: round((performance.now() - begun) / 1000, 1),
      'at pace': performance.now() - begun < seconds * 1000,
    }
  } finally {
    await run.close()
  }
}

/** Every chat is told to wait, as when the account is. Does the account go on once it may, with few refusals? */
async function accountWaitRun({ chats, seconds }: { chats: number; seconds: number }) {
  const run = await startTelegramRun({ chats })
  try {
    run.telegram.makeAccountWait(seconds)
    run.start()
    const isSettled = await run.settled(seconds * 2 + (chats / PER_SECOND) * 2 + 10)
    return { chats, seconds, arrived: run.arrived(), refused: run.refused(), settled: isSettled }
  } finally {
    await run.close()
  }
}

/** A post with its card is two messages where its text is longer than a caption. */
const longPost: Message = {
  body: Array.from({ length: 30 }, (_, line) => paragraph(`Line ${line} of a post that fits in no caption.`)),
  image: { data: new Uint8Array(2000), alt: 'A card.' } as NonNullable<Message['image']>,
}

async function picturesRun({ posts }: { posts: number }) {
  const run = await startTelegramRun({ chats: posts, message: longPost })
  try {
    run.start()
    const begun = performance.now()
    const isSettled = await run.settled((posts * 2) / PER_SECOND + 30)
    const seconds = (performance.now() - begun) / 1000
    const pictures = run.chats.filter(({ room }) => room.botMessages.some(({ photo }) => photo)).length
    return {
      posts,
      pictures,
      refused: run.refused(),
      'share of limit': round((posts * 2) / seconds / 30),
      settled: isSettled,
    }
  } finally {
    await run.close()
  }
}

const pause = () => new Promise(resolve => setTimeout(resolve, 50))

export const chatWait: Part = async () => ({
  title: 'Telegram tells one chat to wait for 600 s',
  goals: { arrived: { is: 60 }, 'at pace': { is: 'yes' } },
  rows: [figures(await chatWaitRun({ others: 60 }))],
})

export const accountWait: Part = async ({ isShort }) => {
  const [chats, seconds] = isShort ? [60, 10] : [300, 30]
  return {
    title: 'Telegram tells every chat to wait',
    goals: { arrived: { is: chats }, refused: { max: 2 * seconds }, settled: { is: 'yes' } },
    rows: [figures(await accountWaitRun({ chats, seconds }))],
  }
}

export const pictures: Part = async ({ isShort }) => {
  const posts = isShort ? 60 : 300
  return {
    title: `${posts} posts that are a text and a picture`,
    goals: { pictures: { is: posts }, refused: { is: 0 }, settled: { is: 'yes' } },
    rows: [figures(await picturesRun({ posts }))],
  }
}
