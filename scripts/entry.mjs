// @ts-check
// Only syntax that an old Node can read: its answer must be a sentence, not a syntax error.
import { nodeTooOld } from './nodeVersion.mjs'

/**
 * Runs a command of ours, when this Node is new enough to read it, and ends this process with it: what the command left
 * behind, a wait that was given up or a connection, keeps nobody.
 * @param {() => Promise<{ main: () => Promise<void> }>} load
 * @param {(sentence: string) => void} [refuse] what else to say when it cannot run to its end
 */
export function enter(load, refuse) {
  /** @param {string} sentence */
  function fail(sentence) {
    console.error(sentence)
    if (refuse) refuse(sentence)
    end(1)
  }
  /** @param {unknown} error */
  function failUnforeseen(error) { fail(`Something unforeseen happened.\n${error instanceof Error && error.stack || String(error)}`) }

  const sentence = nodeTooOld(process.versions.node)
  if (sentence) return fail(sentence)
  process.on('uncaughtException', failUnforeseen)
  load().then(function begin(command) { return command.main() }).then(function done() { end(process.exitCode) }, failUnforeseen)
}

/** @param {NodeJS.Process['exitCode']} code */
function end(code) {
  process.exitCode = code
  // What was said is out first.
  process.stdout.write('', function leave() { process.exit() })
}
