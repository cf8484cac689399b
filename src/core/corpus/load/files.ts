// Lists and reads the files of a corpus folder.

import { type Dirent, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import type { FileStamp } from '../cache/stamp.ts'
import type { CorpusFile } from './draft.ts'
import type { Fault } from './fault.ts'

export type ReadFiles = { files: CorpusFile[] } | { faults: Fault[] }

export interface ListedFile extends FileStamp {
  path: string
}

/** Lists every file below the folder, by path. Does not follow links to folders, as readdirSync would. */
export async function listFiles(folder: string): Promise<{ files: ListedFile[] } | { faults: Fault[] }> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR'
    return { faults: [{ path, line: 1, message: isMissing ? 'there is no such folder' : unreadable(error) }] }
  }
  const files: ListedFile[] = []
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    const path = join(entry.parentPath, entry.name)
    const place = relative(folder, path).split(sep).join('/')
    // Files that editors and systems leave behind are not the curator's fault.
    if (place.split('/').some(part => part.startsWith('.')) || /^readme/i.test(basename(place))) continue
    const stat = statFile(path)
    if (stat === undefined) continue
    if ('fault' in stat) return { faults: [{ path, line: 1, message: stat.fault }] }
    files.push({ path, place, ...stat })
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Nobody writes a longer file, and parsers take more than twice as long for twice as much. */
const MAX_FILE_BYTES = 10_000_000n

/**
 * Undefined if it is not a file. Synchronous, because promises take five times as long for a hundred thousand files.
 */
function statFile(path: string): Omit<FileStamp, 'place'> | { fault: string } | undefined {
  try {
    // A mounted corpus may consist of links to its files.
    const stat = statSync(path, { bigint: true })
    if (!stat.isFile()) return undefined
    if (stat.size > MAX_FILE_BYTES) return { fault: 'is larger than 10 MB' }
    return { size: stat.size, mtimeNs: stat.mtimeNs, ctimeNs: stat.ctimeNs }
  } catch (error) {
    return { fault: unreadable(error) }
  }
}

/** The text of each file, or a fault for the first that cannot be read. */
export function readFiles(listed: readonly ListedFile[]): ReadFiles {
  const files: CorpusFile[] = []
  for (const { path, place } of listed) {
    const read = readText(path)
    if ('fault' in read) return { faults: [{ path, line: 1, message: read.fault }] }
    files.push({ path, place, text: read.text })
  }
  return { files }
}

function readText(path: string): { text: string } | { fault: string } {
  try {
    const text = utf8(readFileSync(path))
    return text === undefined ? { fault: 'is not UTF-8 text' } : { text }
  } catch (error) {
    return { fault: unreadable(error) }
  }
}

/** Covers links that lead nowhere or to themselves, and files without permission. */
function unreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  const help =
    code === 'EACCES' || code === 'EPERM' ? '. The user that runs Daybook needs to be able to read it' : ''
  return `cannot be read: ${code}${help}`
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
