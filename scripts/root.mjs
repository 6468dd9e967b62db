// @ts-check
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** What may be thrown away at any time: unpacked programs, build stamps. */
export const CACHE = path.join(ROOT, '.cache')

/** Everything that the servers and the tests of a run write, to be looked through at its end. */
export const LOGS = path.join(CACHE, 'test-logs')
