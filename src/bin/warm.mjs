// Runs before the program in `npm start`: refuses a Node that is too old, and caches compiled code between starts,
// beside the packages or else in the temporary folder.
import nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

// Not imported by name: an older Node has no such export, and would say only that.
const { constants, enableCompileCache } = nodeModule
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(`Daybook needs Node 24 or newer; this is Node ${process.versions.node} (${process.execPath})`)
  process.exit(1)
}
const beside = fileURLToPath(new URL('../../node_modules/.cache/daybook', import.meta.url))
// Another user, or a read-only system, cannot write there.
if (enableCompileCache(beside).status === constants.compileCacheStatus.FAILED) enableCompileCache()
