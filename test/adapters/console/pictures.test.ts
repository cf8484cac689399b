// A picture in the terminal: a file, and words that tell where it is and what it shows.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { withPicture } from '../../../src/adapters/console/pictures.ts'
import { render } from '../../../src/adapters/console/render.ts'
import { paragraph, run } from '../../../src/core/message/build.ts'
import type { Message } from '../../../src/core/message/message.ts'

const data = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
const message: Message = {
  body: [paragraph('Words.')],
  image: { data, alt: 'What it shows' },
  choices: [[run('Press', 'help')]],
}
const shown = (folder?: string) =>
  render(withPicture(message, folder), { width: 40, ansi: false }).split('\n')

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('is put into a file, once, and told of between the words and the choices', () => {
  const folder = join(newFolder(), 'pictures')
  const lines = shown(folder)
  const path = lines.find(line => line.endsWith('.png')) ?? ''
  expect(readFileSync(path)).toEqual(Buffer.from(data))
  expect(lines).toEqual(['Words.', '— What it shows', '', path, '', '[1] Press'])
  expect(shown(folder)).toEqual(lines)
})

it('is told of alone where there is no folder, or none that can be written', () => {
  const words = ['Words.', '— What it shows', '', '[1] Press']
  expect(shown()).toEqual(words)
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, '')
  expect(shown(file)).toEqual(words)
})

it('changes nothing where there is none', () => {
  const { image: _, ...bare } = message
  expect(withPicture(bare, 'nowhere')).toBe(bare)
})
