// @ts-check
import { Refusal, tell } from './refusal.mjs'

/**
 * Resolves when somebody wants us to end: Ctrl-C, a SIGTERM, the terminal closed. npm passes a SIGTERM on, but a `kill -9`
 * of npm is seen only by our parent being another one.
 * @returns {Promise<void>}
 */
export const askedToEnd = () => new Promise((resolve) => {
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => resolve())
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => { if (process.ppid !== parent) resolve() }, 1000).unref()
})

/**
 * Runs `work` and ends the family after it, whether it is done, fails, loses a member, or is asked to end; a second
 * Ctrl-C ends it at once. Sets the exit code: 1 after a failure, else 0.
 * @param {import('./family.mjs').Family} family
 * @param {() => Promise<void>} work
 */
export const runUntilEnd = async (family, work) => {
  let failed = false
  // With the terminal closed there is nobody to tell.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  let stopping = false
  const stopped = askedToEnd().then(() => { stopping = true })
  try {
    await Promise.race([work(), stopped, family.lost.then((loss) => { throw loss })])
  } catch (error) {
    failed = true
    process.stderr.write(`\n${error instanceof Refusal ? '' : 'Something unforeseen happened.\n'}${tell(error)}\n`)
  }
  process.once('SIGINT', () => { void family.stop(0) })
  process.stdout.write(stopping ? '\nStopping …\n' : '')
  await family.stop()
  process.exitCode = failed ? 1 : 0
}
