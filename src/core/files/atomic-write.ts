// Writes files that are whole or not there: under another name first, then renamed into place.

import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Has `fill` make a file beside `path`, and puts it at `path` when it is whole and on the disk. Resolves with what `fill`
 * gives. If anything fails, what was written is removed, `path` stays as it was, and the error is thrown.
 */
export async function writeAtomically<T>(path: string, fill: (temporary: string) => Promise<T>): Promise<T> {
  // Shards that start together write the same file, each under a name of its own until it is whole.
  const temporary = `${path}.${process.pid}.new`
  try {
    const result = await fill(temporary)
    // Otherwise a power cut could leave the name of a file whose content never reached the disk.
    await sync(temporary)
    await rename(temporary, path)
    return result
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

/**
 * Writes a file that only saves time at the next start, and the folder it lies in. Resolves with whether that was
 * possible: a full disk or a read-only folder is no reason to fail.
 */
export async function writeCacheFile(path: string, parts: Iterable<Uint8Array>): Promise<boolean> {
  try {
    // The store makes the folders above; a recursive mkdir here would never return in places such as /proc.
    await mkdir(dirname(path)).catch(() => {})
    await writeAtomically(path, async temporary => {
      const file = await open(temporary, 'w')
      try {
        for (const part of batched(parts)) await file.writeFile(part)
      } finally {
        await file.close()
      }
    })
    return true
  } catch {
    return false
  }
}

const BATCH_BYTES = 2 ** 20

/** Joins small parts, because a write for each of a hundred thousand would take longer than all else. */
function* batched(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  let batch: Uint8Array[] = []
  let bytes = 0
  for (const part of parts) {
    batch.push(part)
    bytes += part.byteLength
    if (bytes < BATCH_BYTES) continue
    yield batch.length === 1 ? part : Buffer.concat(batch)
    batch = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(batch)
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
