// Saves pictures, which a terminal cannot show, to a folder and describes them below the text.

import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attribution, paragraph } from '../../core/message/build.ts'
import type { Image, Message } from '../../core/message/message.ts'

/** The message with its picture as text: what it shows and, if there is a folder, the file it was saved to. */
export function withPicture(message: Message, folder: string | undefined): Message {
  const { image } = message
  if (!image) return message
  const path = folder && savePicture(image, folder)
  return { ...message, body: [...message.body, attribution(image.alt), ...(path ? [paragraph(path)] : [])] }
}

/** The same picture gets the same file. Returns undefined if it cannot be written; the message then has no path. */
function savePicture({ data }: Image, folder: string): string | undefined {
  const path = join(folder, `${createHash('sha256').update(data).digest('hex').slice(0, 16)}.png`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, data)
    return path
  } catch {
    return undefined
  }
}
