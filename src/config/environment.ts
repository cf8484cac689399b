// The variables themselves: the real environment before the .env file, and secrets from files of their own.
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { faultsInLines } from './env-lines.ts'
import { misspeltIn, type Name, secrets, unknownInFile } from './names.ts'

/** The variables that are read; whoever needs another adds it to the names. */
export type Environment = Partial<Record<Name, string>>

/**
 * The environment with what the .env file adds, and with the secrets read from their files. An empty variable counts as
 * none, and so hides the file's. DAYBOOK_ENV_FILE names another file, which must then be there.
 */
export function readEnvironment(
  real: Environment,
  envFile: string | undefined,
  errors: string[],
): Environment {
  errors.push(...misspeltIn(Object.keys(real)))
  const path = real.DAYBOOK_ENV_FILE || envFile
  const more = path ? readEnvFile(path, Boolean(real.DAYBOOK_ENV_FILE), errors) : {}
  // Whichever form of a secret the environment has, it wins over both forms in the file.
  for (const name of secrets)
    if (real[name] !== undefined || real[`${name}_FILE`] !== undefined) {
      delete more[name]
      delete more[`${name}_FILE`]
    }
  const all = { ...more, ...real }
  // Only in the file: shells and other tools set a HOST of their own in the environment.
  if (more.HOST && real.HOST === undefined && !all.PORT)
    errors.push(`${path}: HOST is the address that PORT is listened on: expected PORT beside it`)
  // The process that spawned this one has read the file, and hands the token on beside it.
  if (real.SHARDING_MANAGER) delete all.DISCORD_TOKEN_FILE
  for (const name of secrets) {
    const from = all[`${name}_FILE`]
    if (!from) continue
    if (all[name]) errors.push(`${name} and ${name}_FILE are both given: expected one of them`)
    else all[name] = readSecret(name, from, errors)
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

function readEnvFile(path: string, isWanted: boolean, errors: string[]): Environment {
  try {
    const bytes = readFileSync(path)
    if (!isUtf8(bytes)) errors.push(`${path} is not UTF-8 text: expected one NAME=value a line`)
    // With the mark that some editors set before a text, the first name would be another.
    const text = bytes.toString().replace(/^\uFEFF/, '')
    const found = parseEnv(text)
    const faults = [...faultsInLines(text), ...unknownInFile(Object.keys(found))]
    errors.push(...faults.map(fault => `${path}: ${fault}`))
    return found
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && !isWanted) return {}
    errors.push(`${isWanted ? 'DAYBOOK_ENV_FILE: ' : ''}${path} cannot be read: ${message}`)
    return {}
  }
}

/** Without the line break that editors and `echo` leave at the end. */
function readSecret(name: string, path: string, errors: string[]): string | undefined {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret !== '') return secret
    errors.push(`${name}_FILE: ${path} is empty: expected the secret alone in it`)
  } catch (error) {
    errors.push(`${name}_FILE: ${path} cannot be read: ${(error as Error).message}`)
  }
  return undefined
}
