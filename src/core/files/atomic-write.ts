// Writes files that are either complete or not there: under another name first, then renamed into place.

import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Has `fill` write a file beside `path`, and moves it to `path` once it is complete and on the disk. Resolves to what
 * `fill` returns. If anything fails, the temporary file is removed, `path` stays as it was, and the error is thrown.
 */
export async function writeAtomically<T>(path: string, fill: (temporary: string) => Promise<T>): Promise<T> {
  // Shards that start at the same time write the same file, each under its own temporary name.
  const temporary = `${path}.${process.pid}.new`
  try {
    const result = await fill(temporary)
    // Without this, a power cut could leave the name of a file whose content never reached the disk.
    await sync(temporary)
    await rename(temporary, path)
    return result
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

/**
 * Writes a file that only makes the next start faster, and creates its folder. Resolves to whether that was possible: a
 * full disk or a read-only folder is no reason to fail.
 */
export async function writeCacheFile(path: string, parts: Iterable<Uint8Array>): Promise<boolean> {
  try {
    // The store makes the parent folders; a recursive mkdir here would never return in places such as /proc.
    await mkdir(dirname(path)).catch(() => {})
    await writeAtomically(path, async temporary => {
      const file = await open(temporary, 'w')
      try {
        for (const part of batched(parts)) await file.writeFile(part)
      } finally {
        await file.close()
      }
      if (!(await isRoomLeft(temporary))) throw new Error('the state needs the room')
    })
    return true
  } catch {
    return false
  }
}

/** A first start takes a few hundred kilobytes for the state, which matters more than a cache. */
const RESERVED_BYTES = 4 * 2 ** 20

async function isRoomLeft(path: string): Promise<boolean> {
  const { blocks, bavail, bsize } = await statfs(path)
  // Some network file systems do not know their size.
  return blocks === 0 || bavail * bsize >= RESERVED_BYTES
}

const BATCH_BYTES = 2 ** 20

/** Joins small parts, because a hundred thousand separate writes would take longer than everything else. */
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
