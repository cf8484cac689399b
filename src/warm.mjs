// Preloaded by `npm start`: keeps compiled code in the system's temporary folder, which halves the time of a start.
import { enableCompileCache } from 'node:module'

enableCompileCache()
