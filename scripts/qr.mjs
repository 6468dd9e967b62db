// @ts-check

/** Modules of white around the code, which scanners need. */
const QUIET = 4
const BLACK_ON_WHITE = '\u001B[30;107m'
const PLAIN = '\u001B[0m'

/**
 * A QR code for a terminal, whatever its colours: two modules a character, one above the other.
 * @param {{ size: number, get: (row: number, column: number) => number }} modules as the package qrcode makes them
 */
export const drawQr = (modules) => {
  const { size } = modules
  const dark = (/** @type {number} */ row, /** @type {number} */ column) =>
    row >= 0 && column >= 0 && row < size && column < size && modules.get(row, column) !== 0
  const edge = Array.from({ length: size + 2 * QUIET }, (_, i) => i - QUIET)
  const rows = edge.filter((_, i) => i % 2 === 0)
  const line = (/** @type {number} */ row) =>
    edge.map((column) => dark(row, column) ? (dark(row + 1, column) ? '█' : '▀') : (dark(row + 1, column) ? '▄' : ' ')).join('')
  return rows.map((row) => `${BLACK_ON_WHITE}${line(row)}${PLAIN}`).join('\n')
}
