// Checks that a picture is saved to a file, with words that say where it is and what it shows.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { withPicture } from '../../../src/adapters/console/pictures.ts'
import { renderTerminal } from '../../../src/adapters/console/render.ts'
import { paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'

const data = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
const message: Message = {
  body: [paragraph('Words.')],
  image: { data, alt: 'What it shows' },
  choices: [[run('Press', 'help')]],
}
const linesIn = (folder?: string) =>
  renderTerminal(withPicture(message, folder), { width: 40, ansi: false }).split('\n')

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('a picture is saved once and described between the text and the choices', () => {
  const folder = join(newFolder(), 'pictures')
  const lines = linesIn(folder)
  const path = lines.find(line => line.endsWith('.png')) ?? ''
  expect(readFileSync(path)).toEqual(Buffer.from(data))
  expect(lines).toEqual(['Words.', '— What it shows', '', path, '', '[1] Press'])
  expect(linesIn(folder)).toEqual(lines)
})

it('a picture is only described if there is no folder, or if it cannot be written', () => {
  const words = ['Words.', '— What it shows', '', '[1] Press']
  expect(linesIn()).toEqual(words)
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, '')
  expect(linesIn(file)).toEqual(words)
})

it('a message without a picture stays as it is', () => {
  const { image: _, ...bare } = message
  expect(withPicture(bare, 'nowhere')).toBe(bare)
})
