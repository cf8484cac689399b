// Parses a Dockerfile into instructions, and implements the hadolint rules that matter here, by their numbers.

export interface Instruction {
  name: string
  text: string
}

/** Instructions in order: comments and empty lines left out, continued lines joined. */
export function instructionsOf(dockerfile: string): Instruction[] {
  return dockerfile
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const [name = '', ...words] = line.trim().split(/\s+/)
      return { name: name.toUpperCase(), text: words.join(' ') }
    })
}

/** The last stage is the image; only what is copied from the others remains. */
export function stagesOf(instructions: readonly Instruction[]): Instruction[][] {
  const stages: Instruction[][] = []
  for (const instruction of instructions)
    if (instruction.name === 'FROM') stages.push([instruction])
    else stages.at(-1)?.push(instruction)
  return stages
}

type Rule = (stages: readonly Instruction[][]) => boolean

const all = (stages: readonly Instruction[][]) => stages.flat()
const texts = (stages: readonly Instruction[][], name: string) =>
  all(stages)
    .filter(each => each.name === name)
    .map(({ text }) => text)
const inImage = (stages: readonly Instruction[][], name: string) =>
  (stages.at(-1) ?? []).filter(each => each.name === name).map(({ text }) => text)
const aliases = (stages: readonly Instruction[][]) =>
  texts(stages, 'FROM').flatMap(text => / AS (\S+)$/i.exec(text)?.[1] ?? [])
const isList = (text: string) => {
  try {
    return Array.isArray(JSON.parse(text))
  } catch {
    return false
  }
}

/** Whether a Dockerfile keeps each rule (https://github.com/hadolint/hadolint/wiki). */
export const rules: Record<string, Rule> = {
  'DL3000 WORKDIR is absolute': stages => texts(stages, 'WORKDIR').every(text => text.startsWith('/')),
  'DL3002 the last user is not root': stages => {
    const user = inImage(stages, 'USER').at(-1)
    return user !== undefined && !/^(root|0)(:|$)/.test(user)
  },
  'DL3003 WORKDIR, not cd': stages => texts(stages, 'RUN').every(text => !/(^|&&|;)\s*cd\s/.test(text)),
  'DL3004 no sudo': stages => texts(stages, 'RUN').every(text => !/\bsudo\b/.test(text)),
  'DL3006, DL3007 every image has a tag, and not latest': stages =>
    texts(stages, 'FROM').every(text => {
      const [image = ''] = text.split(' ')
      return aliases(stages).includes(image) || (/:[^/]+$/.test(image) && !image.endsWith(':latest'))
    }),
  'DL3012, DL3057 exactly one HEALTHCHECK': stages => inImage(stages, 'HEALTHCHECK').length === 1,
  'DL3020 COPY, not ADD': stages => texts(stages, 'ADD').length === 0,
  'DL3022, DL3023 COPY --from an earlier stage': stages =>
    stages.every((stage, index) =>
      stage
        .filter(({ name }) => name === 'COPY')
        .flatMap(({ text }) => /--from=(\S+)/.exec(text)?.[1] ?? [])
        .every(from => aliases(stages.slice(0, index)).includes(from)),
    ),
  'DL3024 no two stages share a name': stages => new Set(aliases(stages)).size === aliases(stages).length,
  'DL3025 CMD and ENTRYPOINT are lists': stages =>
    [...texts(stages, 'CMD'), ...texts(stages, 'ENTRYPOINT')].every(isList),
  'DL3045 COPY to a relative path needs a WORKDIR': stages =>
    stages.every(stage => {
      const at = stage.findIndex(({ name }) => name === 'WORKDIR')
      return stage.every(
        ({ name, text }, index) => name !== 'COPY' || /\s\/\S*$/.test(text) || (at >= 0 && at < index),
      )
    }),
  'DL3061 it begins with FROM or ARG': stages => stages.length > 0,
  'DL4000 no MAINTAINER': stages => texts(stages, 'MAINTAINER').length === 0,
  'DL4003, DL4004 one CMD, and at most one ENTRYPOINT': stages =>
    inImage(stages, 'CMD').length === 1 && inImage(stages, 'ENTRYPOINT').length <= 1,
}
