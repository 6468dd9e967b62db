// @ts-check
// Only syntax that an old Node can read: this file's work is to speak to one.

/** The oldest Node that runs this project; package.json says the same under `engines`. */
export const OLDEST_NODE = '20.18'

/** @param {string} version */
function weight(version) {
  const parts = /^v?(\d+)\.(\d+)/.exec(version)
  return parts ? Number(parts[1]) * 1000 + Number(parts[2]) : 0
}

/**
 * One sentence for people when this Node is too old, else an empty string.
 * @param {string} version as in process.versions.node
 * @returns {string}
 */
export function nodeTooOld(version) {
  if (weight(version) >= weight(OLDEST_NODE)) return ''
  return `Node ${version} is too old: Node ${OLDEST_NODE} or later is needed (https://nodejs.org).`
}
