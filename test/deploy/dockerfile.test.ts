// Checks the Dockerfile and compose.yaml by the rules, and the rules by files that break them.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { instructionsOf, rules, stagesOf } from './dockerfile.ts'

const read = (text: string) => stagesOf(instructionsOf(text))
const broken = (text: string) =>
  Object.entries(rules)
    .filter(([, holds]) => !holds(read(text)))
    .map(([name]) => name.split(/[ ,]/)[0])

const good = 'FROM node:24-slim\nWORKDIR /app\nCOPY a ./\nUSER node\nHEALTHCHECK CMD ["x"]\nCMD ["x"]\n'

describe('the Dockerfile', () => {
  it('keeps the rules', () => {
    expect(broken(readFileSync('Dockerfile', 'utf8'))).toEqual([])
  })

  it('copies only what .dockerignore lets through', () => {
    const allowed = readFileSync('.dockerignore', 'utf8').match(/(?<=^!).+$/gm)
    const copied = instructionsOf(readFileSync('Dockerfile', 'utf8'))
      .filter(({ name, text }) => name === 'COPY' && !text.includes('--from'))
      .flatMap(({ text }) => text.split(' ').slice(0, -1))
    expect(copied.length).toBeGreaterThan(0)
    expect(allowed).toEqual(expect.arrayContaining(copied))
  })
})

describe('the rules', () => {
  it('let a good file pass', () => expect(broken(good)).toEqual([]))

  it.each([
    ['DL3000', good.replace('/app', 'app')],
    ['DL3002', good.replace('USER node', 'USER root')],
    ['DL3002', good.replace('USER node\n', '')],
    ['DL3003', good.replace('COPY', 'RUN cd /x && ls\nCOPY')],
    ['DL3004', good.replace('COPY', 'RUN sudo ls\nCOPY')],
    ['DL3006', good.replace('node:24-slim', 'node')],
    ['DL3006', good.replace('24-slim', 'latest')],
    ['DL3012', good.replace('HEALTHCHECK CMD ["x"]\n', '')],
    ['DL3020', good.replace('COPY', 'ADD')],
    ['DL3022', good.replace('COPY a', 'COPY --from=nowhere a')],
    ['DL3024', `FROM a:1 AS x\nFROM b:1 AS x\n${good}`],
    ['DL3025', good.replace('\nCMD ["x"]', '\nCMD x')],
    ['DL3045', good.replace('WORKDIR /app\n', '')],
    ['DL4000', good.replace('USER', 'MAINTAINER x\nUSER')],
    ['DL4003', good.replace('\nCMD', '\nCMD ["y"]\nCMD')],
  ])('find a file that breaks %s', (rule, text) => {
    expect(text).not.toBe(good)
    expect(broken(text)).toEqual([rule])
  })
})

describe('compose.yaml', () => {
  const { services, secrets, volumes } = parse(readFileSync('compose.yaml', 'utf8'))

  it('runs two replicas, read-only and without capabilities, and gives them time to shut down', () => {
    expect(services.daybook).toMatchObject({
      deploy: { replicas: 2 },
      read_only: true,
      cap_drop: ['ALL'],
      stop_grace_period: '10s',
    })
  })

  it('contains no secret, and declares every secret and volume that it uses', () => {
    for (const service of Object.values<{ secrets?: string[]; volumes?: string[] }>(services)) {
      for (const name of service.secrets ?? []) expect(secrets).toHaveProperty(name)
      for (const place of service.volumes ?? []) expect(volumes).toHaveProperty(place.split(':')[0] ?? '')
    }
    for (const { file } of Object.values<{ file: string }>(secrets))
      expect(readFileSync('.gitignore', 'utf8')).toContain(`${file.split('/')[1]}/`)
  })
})
