// Preloaded by `npm start`: keeps compiled code between starts, beside the packages or else in the temporary folder.
import { constants, enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

const beside = fileURLToPath(new URL('../node_modules/.cache/daybook', import.meta.url))
// Another user, or a system that is read-only, keeps it elsewhere.
if (enableCompileCache(beside).status === constants.compileCacheStatus.FAILED) enableCompileCache()
