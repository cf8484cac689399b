// Takes the steps of the Dockerfile in a clean folder, without a Docker engine: install, copy, start, ask.

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../port.ts'
import { instructionsOf, stagesOf } from './dockerfile.ts'

const ground = mkdtempSync(join(tmpdir(), 'daybook-deploy-'))
// Removing two copies of the packages takes a while on a busy disk.
afterAll(() => rmSync(ground, { recursive: true, force: true }), 60_000)

interface Stage {
  root: string
  workdir: string
  environment: Record<string, string>
  command: string[]
  health: string[]
}

/** Builds a stage in its own folder. Users and ownership, which need root, are left out. */
function build(instructions: ReturnType<typeof instructionsOf>, stages: Record<string, Stage>): Stage {
  const stage: Stage = {
    root: mkdtempSync(join(ground, 'stage-')),
    workdir: '/',
    environment: {},
    command: [],
    health: [],
  }
  const inside = (path: string) => join(stage.root, path.startsWith('/') ? path : join(stage.workdir, path))
  for (const { name, text } of instructions) {
    const words = text.split(' ')
    switch (name) {
      case 'FROM':
        if (words[2]) stages[words[2]] = stage
        break
      case 'WORKDIR':
        stage.workdir = text
        mkdirSync(inside(text), { recursive: true })
        break
      case 'COPY': {
        const from = /--from=(\S+)/.exec(text)?.[1]
        const paths = words.filter(word => !word.startsWith('--'))
        const to = paths.pop() ?? ''
        for (const path of paths) {
          const target = to.endsWith('/') ? join(inside(to), path) : inside(to)
          mkdirSync(dirname(target), { recursive: true })
          cpSync(from ? join(stages[from]?.root ?? '', path) : path, target, { recursive: true })
        }
        break
      }
      case 'RUN': {
        if (/\bchown\b/.test(text)) {
          mkdirSync(inside('/state'))
          break
        }
        // The image has its own compiled code, where its program will look for it.
        const env = { ...process.env, NODE_COMPILE_CACHE: undefined }
        const ran = spawnSync(text, { shell: true, cwd: inside('.'), env, encoding: 'utf8' })
        expect(ran, text).toMatchObject({ status: 0 })
        break
      }
      case 'ENV':
        Object.assign(stage.environment, Object.fromEntries(words.map(word => word.split('='))))
        break
      case 'CMD':
        stage.command = JSON.parse(text)
        break
      case 'HEALTHCHECK':
        stage.health = JSON.parse(text.slice(text.indexOf('CMD') + 3))
        break
      case 'USER':
      case 'VOLUME':
        break
      default:
        throw new Error(`no step here for ${name} ${text}`)
    }
  }
  return stage
}

const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

it('make an image that answers, keeps its state in the volume, and writes nowhere else', async () => {
  const stages: Record<string, Stage> = {}
  const built = stagesOf(instructionsOf(readFileSync('Dockerfile', 'utf8'))).map(each => build(each, stages))
  const image = built.at(-1)
  if (!image) throw new Error('the Dockerfile makes no image')
  const app = join(image.root, image.workdir)
  const state = join(image.root, image.environment.DAYBOOK_STATE ?? '')
  const before = filesOf(app)
  expect(before).not.toContain('node_modules/vitest')

  const temporary = join(ground, 'tmp')
  mkdirSync(temporary)
  const port = String(await freePort())
  const inImage = {
    cwd: app,
    env: {
      ...image.environment,
      DAYBOOK_STATE: state,
      PORT: port,
      TMPDIR: temporary,
      XDG_STATE_HOME: temporary,
    },
  }
  const [, ...args] = image.command
  const program = spawn(process.execPath, args, inImage)
  onTestFinished(() => void program.kill('SIGKILL'))
  let output = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  program.stdin.write('/summary akp\n')
  let answer = ''
  for await (const text of program.stdout.setEncoding('utf8')) {
    answer += text
    if (answer.includes('[1]')) break
  }
  expect(answer).toContain('— AKP')
  const [, ...health] = image.health
  expect(spawnSync(process.execPath, health, { ...inImage, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  })
  program.kill('SIGTERM')
  const [code] = await once(program, 'close')
  expect({ code, output }).toEqual({ code: 0, output: '' })
  // A container that has ended is not healthy.
  expect(spawnSync(process.execPath, health, inImage).status).toBe(1)
  expect(readdirSync(state)).toContain('daybook.db')
  expect(filesOf(app)).toEqual(before)
}, 120_000)
