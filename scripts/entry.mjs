// @ts-check
// Only syntax that an old Node can read: its answer must be a sentence, not a syntax error.
import { nodeTooOld } from './nodeVersion.mjs'

/**
 * Runs a command of ours, when this Node is new enough to read it.
 * @param {() => Promise<{ main: () => Promise<void> }>} load
 * @param {(sentence: string) => void} [refuse] how to end when it is not
 */
export function enter(load, refuse) {
  const sentence = nodeTooOld(process.versions.node)
  if (sentence) {
    process.exitCode = 1
    console.error(sentence)
    if (refuse) refuse(sentence)
    return
  }
  load().then(function begin(command) { return command.main() })
}
