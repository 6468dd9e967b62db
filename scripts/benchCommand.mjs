// @ts-check
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureWebBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { createFamily } from './family.mjs'
import { ensureInstalled } from './install.mjs'
import { runUntilEnd } from './lifetime.mjs'
import { runProgram } from './program.mjs'
import { startRedis } from './redis.mjs'

/** What is measured, by the word of the command; the queue when there is none. */
const programs = { appointments: 'tests/load/appointments.ts', cases: 'tests/load/cases.ts', messages: 'tests/load/messages.ts', queue: 'tests/load/main.ts', ratings: 'tests/load/ratings.ts', web: 'tests/load/web.ts' }

const programOf = (/** @type {readonly string[]} */ words) => Object.entries(programs).find(([word]) => words.includes(word))?.[1] ?? programs.queue

/** Measures on a Redis of its own, every write on disk before it is answered; the words given go to the program. */
export const main = async () => {
  const family = createFamily()
  const dir = await mkdtemp(path.join(tmpdir(), 'yichuang-bench-'))
  const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`)
  await runUntilEnd(family, async () => {
    await ensureInstalled(family, { out: process.stderr })
    const program = programOf(process.argv)
    const browser = program === programs.web ? { CHROMIUM_PATH: await ensureChromium() } : {}
    if (program === programs.web) await ensureWebBuilt(family)
    const redis = await startRedis({ dir, appendfsync: 'always', kinds: ['program', 'package'], say })
    await family.adopt({ name: 'Redis', ...redis })
    await runProgram(family, program, { ...browser, REDIS_URL: redis.url, NODE_ENV: 'production' })
  })
  await rm(dir, { recursive: true, force: true })
}
