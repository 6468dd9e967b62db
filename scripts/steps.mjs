// @ts-check
import { tell } from './refusal.mjs'

/**
 * One part of the check. `run` gives what went wrong, empty when nothing did, and how many tests it counts for;
 * a rejection is one failed test.
 * @typedef {{ passed: number, failed: number, report: string }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Step
 */

/**
 * One test that passed or failed.
 * @param {string} fault empty when it passed
 * @returns {Outcome}
 */
export const single = (fault) => fault ? { passed: 0, failed: 1, report: fault } : { passed: 1, failed: 0, report: '' }

/**
 * Runs every step, whatever became of the others: the lanes side by side, the steps of a lane one after another.
 * @param {readonly (readonly Step[])[]} lanes
 * @param {(text: string) => void} say
 * @returns {Promise<(Outcome & { name: string })[]>}
 */
export const runLanes = async (lanes, say) => {
  const lane = async (/** @type {readonly Step[]} */ steps) => {
    const outcomes = []
    for (const step of steps) {
      const began = performance.now()
      say(`… ${step.name}`)
      const outcome = await step.run().catch((/** @type {unknown} */ error) => single(tell(error) || 'It failed and did not say why.'))
      say(`${outcome.failed === 0 ? '✓' : '✗'} ${step.name} (${Math.round((performance.now() - began) / 1000)} s)`)
      outcomes.push({ name: step.name, ...outcome })
    }
    return outcomes
  }
  return (await Promise.all(lanes.map(lane))).flat()
}

/**
 * What is said at the end: each failure with what it reported, and as the very last line `N passed, N failed`.
 * @param {readonly (Outcome & { name: string })[]} outcomes
 */
export const summary = (outcomes) => {
  const failures = outcomes.filter(({ failed }) => failed > 0).map(({ name, report }) => `\n✗ ${name}\n${report.trim()}\n`)
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
  return `${failures.join('')}\n${passed} passed, ${failed} failed`
}
