// @ts-check
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { build } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { createFamily } from './family.mjs'
import { checkImports } from './importRules.mjs'
import { ensureInstalled } from './install.mjs'
import { runJest } from './jestStep.mjs'
import { askedToEnd } from './lifetime.mjs'
import { tell } from './refusal.mjs'
import { startRedis } from './redis.mjs'
import { LOGS, ROOT } from './root.mjs'
import { runLanes, single, summary } from './steps.mjs'

/** Everything that is checked, from a bare clone on. The last line on stdout is `N passed, N failed`. */
export const main = async () => {
  const family = createFamily()
  void askedToEnd().then(() => family.stop(2000))
  const outcomes = []
  try {
    await ensureInstalled(family)
    outcomes.push(...await check(family))
  } catch (error) {
    outcomes.push({ name: 'what the check needs', ...single(tell(error)) })
  }
  await family.stop()
  const code = outcomes.some(({ failed }) => failed > 0) ? 1 : 0
  process.stdout.write(`${summary(outcomes)}\n`, () => process.exit(code))
}

/** @param {import('./family.mjs').Family} family */
const check = async (family) => {
  const env = { ...process.env }
  await rm(LOGS, { recursive: true, force: true })
  const say = (/** @type {string} */ text) => console.log(text)
  // Fetched before anybody needs them: two who fetch at once would be in each other's way.
  const first = await runLanes([[
    { name: 'a browser for the journeys', run: async () => { env.CHROMIUM_PATH = await ensureChromium(); return single('') } },
    { name: 'a Redis for the tests', run: tryRedis },
  ]], say)
  // Much of the time is spent waiting, for a system that hangs or a page to change: more workers than cores keep them busy.
  const workers = Math.min(availableParallelism() + 2, 4)
  // Two lanes for the two cores of a small machine; Taro's builds share a folder for their work, so they follow each other.
  const most = await runLanes([
    [
      ...(/** @type {const} */ (['weapp', 'alipay', 'h5'])).map((target) => ({ name: `build for ${target}`, run: async () => verdict(await build(family, target)) })),
      { name: 'tests', run: () => runJest(family, env, 'node', workers) },
    ],
    [
      { name: 'types', run: () => tool(family, 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']) },
      { name: 'lint', run: () => tool(family, 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']) },
      { name: 'import rules', run: importRules },
      // These need no build.
      { name: 'tests of the phone', run: () => runJest(family, env, 'phone', 1) },
    ],
  ], say)
  const last = await runLanes([[{ name: 'no ID number in anything that was written', run: () => lookThrough(family) }]], say)
  return [...first, ...most, ...last]
}

const tryRedis = async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'yichuang-redis-'))
  try {
    await (await startRedis({ dir, appendfsync: 'no', kinds: ['program', 'package'], say: (text) => console.log(text) })).stop()
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
  return single('')
}

/** @param {import('./family.mjs').Family} family */
const lookThrough = async (family) =>
  verdict(await family.work({ name: 'written', command: process.execPath, args: ['--import', 'tsx', path.join(ROOT, 'tests/written/main.ts'), LOGS], cwd: ROOT }))

/**
 * @param {import('./family.mjs').Family} family
 * @param {string} program in node_modules
 * @param {string[]} args
 */
const tool = async (family, program, args) =>
  verdict(await family.work({ name: program, command: process.execPath, args: [path.join(ROOT, 'node_modules', program), ...args], cwd: ROOT }))

/** @param {{ code: number, output: string }} result */
const verdict = ({ code, output }) => single(code === 0 ? '' : output.trim().split('\n').slice(-60).join('\n') || `It ended with code ${code}.`)

const importRules = async () => {
  const { modules, faults } = await checkImports()
  console.log(`  ${modules} modules seen`)
  return single(faults.map(({ rule, from, to }) => `${rule}: ${from}${to && ` → ${to}`}`).join('\n'))
}
