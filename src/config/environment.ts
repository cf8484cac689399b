// Reads the variables: the real environment wins over the .env file, and a secret may come from its own file.

import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { Setting } from '../core/setting.ts'
import { parseEnvFile, suspicionOf } from './env-file.ts'
import { misspeltInEnvironment, unknownInFile } from './names.ts'
import { ownSettings } from './settings.ts'
import { fileFormOf, type Table } from './table.ts'

export type Environment = Readonly<Record<string, string | undefined>>

interface EnvironmentSources {
  real: Environment
  envFile: string | undefined
  table: Table
}

/**
 * The environment with what the .env file adds, and with the secrets read from their files. An empty variable counts as
 * not given, and still hides the file's. DAYBOOK_ENV_FILE names another file, which must then exist. A value that is used, but
 * perhaps not as it was meant, gets a warning, which does not repeat it.
 */
export function readEnvironment(
  { real, envFile, table }: EnvironmentSources,
  { errors, warnings }: { errors: string[]; warnings: string[] },
): Environment {
  errors.push(...misspeltInEnvironment(Object.keys(real), table))
  const named = real[ownSettings.envFile.name]
  const path = named || envFile
  const inFile = path ? readEnvFile({ path, isNamed: Boolean(named), table }, { errors, warnings }) : {}
  // If the environment has a secret in either form, both forms in the file are ignored.
  for (const { name } of table.secrets)
    if (real[name] !== undefined || real[fileFormOf(name)] !== undefined) {
      delete inFile[name]
      delete inFile[fileFormOf(name)]
    }
  const all: Record<string, string | undefined> = { ...inFile, ...real }
  // The parent of a shard has read the token's file, and passes the token on too.
  for (const { shardVariable, settings } of table.platforms)
    if (shardVariable && real[shardVariable]) delete all[fileFormOf(settings.token.name)]
  for (const { name, form } of table.secrets) {
    const secretFile = all[fileFormOf(name)]
    if (!secretFile) continue
    if (all[name]) errors.push(`${name} and ${fileFormOf(name)} are both given: expected one of them`)
    else all[name] = readSecret({ name, form }, secretFile, errors)
  }
  for (const name of table.names) {
    const suspicion = suspicionOf(all[name] ?? '')
    if (suspicion) warnings.push(`${name} ${suspicion}`)
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

function readEnvFile(
  { path, isNamed, table }: { path: string; isNamed: boolean; table: Table },
  { errors, warnings }: { errors: string[]; warnings: string[] },
): Record<string, string | undefined> {
  try {
    const bytes = readFileSync(path)
    if (!isUtf8(bytes)) errors.push(`${path} is not UTF-8 text: expected one NAME=value a line`)
    const file = parseEnvFile(bytes.toString())
    const faults = [...file.faults, ...unknownInFile(Object.keys(file.values), table)]
    errors.push(...faults.map(fault => `${path}: ${fault}`))
    warnings.push(...file.warnings.map(warning => `${path}: ${warning}`))
    return file.values
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && !isNamed) return {}
    errors.push(`${isNamed ? `${ownSettings.envFile.name}: ` : ''}${path} cannot be read: ${message}`)
    return {}
  }
}

/** Without the line break that editors and `echo` leave at the end. */
function readSecret(
  { name, form }: Pick<Setting, 'name' | 'form'>,
  path: string,
  errors: string[],
): string | undefined {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (secret !== '') return secret
    errors.push(`${fileFormOf(name)}: ${path} is empty: expected the secret alone in it`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Somebody may have put the secret itself here: then it is not repeated.
    const isSecret = form.read(path) !== undefined
    errors.push(
      isSecret
        ? `${fileFormOf(name)} names no file that can be read (${code}): expected the path of one, not the secret`
        : `${fileFormOf(name)}: ${path} cannot be read: ${(error as Error).message}`,
    )
  }
  return undefined
}
