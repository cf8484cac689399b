// A terminal shows no pictures: they are put into a folder, and told of below the words.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attribution, paragraph } from '../../core/message/build.ts'
import type { Image, Message } from '../../core/message/message.ts'

/** The message with its picture in words: what it shows and, where there is a folder, the file it was put into. */
export function withPicture(message: Message, folder: string | undefined): Message {
  const { image } = message
  if (!image) return message
  const path = folder && put(image, folder)
  return { ...message, body: [...message.body, attribution(image.alt), ...(path ? [paragraph(path)] : [])] }
}

/** The same picture is the same file. Undefined where it cannot be written: the words stand without it. */
function put({ data }: Image, folder: string): string | undefined {
  const path = join(folder, `${createHash('sha256').update(data).digest('hex').slice(0, 16)}.png`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, data)
    return path
  } catch {
    return undefined
  }
}
