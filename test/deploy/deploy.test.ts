// The steps of the Dockerfile in a clean folder, where no Docker engine is at hand: install, copy, start, ask.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '../postgres.ts'
import { instructionsOf, stagesOf } from './dockerfile.ts'

const ground = mkdtempSync(join(tmpdir(), 'daybook-deploy-'))
afterAll(() => rmSync(ground, { recursive: true, force: true }))

interface Stage {
  root: string
  workdir: string
  environment: Record<string, string>
  command: string[]
}

/** A stage in a folder of its own, as far as it can be built without rights: what belongs to users is left out. */
function build(instructions: ReturnType<typeof instructionsOf>, stages: Record<string, Stage>): Stage {
  const stage: Stage = {
    root: mkdtempSync(join(ground, 'stage-')),
    workdir: '/',
    environment: {},
    command: [],
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
        const ran = spawnSync(text, { shell: true, cwd: inside('.'), encoding: 'utf8' })
        expect(ran, text).toMatchObject({ status: 0 })
        break
      }
      case 'ENV':
        Object.assign(stage.environment, Object.fromEntries(words.map(word => word.split('='))))
        break
      case 'CMD':
        stage.command = JSON.parse(text)
        break
      case 'USER':
      case 'VOLUME':
      case 'HEALTHCHECK':
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

  const [, ...args] = image.command
  const temporary = join(ground, 'tmp')
  mkdirSync(temporary)
  const ran = spawnSync(process.execPath, args, {
    cwd: app,
    env: { ...image.environment, DAYBOOK_STATE: state, PORT: String(await freePort()), TMPDIR: temporary },
    input: '/summary akp\n',
    encoding: 'utf8',
  })
  expect(ran).toMatchObject({ status: 0, stderr: '' })
  expect(ran.stdout).toContain('— AKP')
  expect(readdirSync(state)).toContain('daybook.db')
  expect(filesOf(app)).toEqual(before)
}, 120_000)
