// @ts-check

/** @typedef {{ write: (text: string) => unknown, isTTY?: boolean }} Progress where progress is told */

/**
 * Says that something takes time, and that it still does: on a terminal a counting line, elsewhere a line every ten seconds.
 * @template T
 * @param {string} what e.g. 'Building the web app'
 * @param {string} usual how long it takes, e.g. 'about half a minute'
 * @param {() => Promise<T>} work
 * @param {Progress} [out]
 * @returns {Promise<T>} what `work` gives
 */
export const withProgress = async (what, usual, work, out = process.stdout) => {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1000)
  const live = out.isTTY === true
  out.write(`… ${what} (${usual})${live ? '' : '\n'}`)
  const ticking = setInterval(() => {
    if (live) out.write(`\r… ${what} (${usual}; ${seconds()} s)`)
    else if (seconds() % 10 === 0) out.write(`… ${what} (${seconds()} s)\n`)
  }, 1000)
  const end = (/** @type {string} */ mark) => {
    clearInterval(ticking)
    out.write(live ? `\r${mark} ${what} (${seconds()} s)\u001B[K\n` : `${mark} ${what} (${seconds()} s)\n`)
  }
  try {
    const result = await work()
    end('✓')
    return result
  } catch (error) {
    end('✗')
    throw error
  }
}
