// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CACHE, LOGS, ROOT } from './root.mjs'

/** A whole run takes a quarter of an hour, on a slow machine the double; one that hangs must not hang whoever waits for it. */
const LIMIT_MS = 70 * 60_000

/**
 * Runs every jest test of one project of jest.config.cjs and counts them. A file that could not be run counts as one failed test, and so does each test
 * that was skipped: what is not run is not known to work.
 * @param {import('./family.mjs').Family} family
 * @param {NodeJS.ProcessEnv} env
 * @param {'node' | 'phone'} project
 * @param {number} workers
 * @returns {Promise<import('./steps.mjs').Outcome>}
 */
export const runJest = async (family, env, project, workers) => {
  const results = path.join(CACHE, `jest-${project}.json`)
  await mkdir(CACHE, { recursive: true })
  await rm(results, { force: true })
  const args = ['--ci', `--selectProjects=${project}`, `--maxWorkers=${workers}`, '--json', `--outputFile=${results}`]
  const { code, output } = await family.work({
    name: 'jest', command: process.execPath, args: [path.join(ROOT, 'node_modules/jest/bin/jest.js'), ...args],
    cwd: ROOT, env: { ...env, NODE_ENV: 'test' }, limitMs: LIMIT_MS, onOutput: showFiles(),
  })
  // What a failed test shows is its own source, with the numbers that it was given.
  if (code === 0) await mkdir(LOGS, { recursive: true }).then(() => writeFile(path.join(LOGS, `jest-${project}.log`), output))
  const text = await readFile(results, 'utf8').catch(() => '')
  return text ? countJest(JSON.parse(text), code) : { passed: 0, failed: 1, report: `jest gave no results (code ${code}):\n${lastLines(output)}` }
}

/**
 * Shows one line per test file, as jest is done with it. jest repeats the failed ones at its end, without their project.
 * @returns {(text: string) => void}
 */
const showFiles = () => {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (/^(PASS|FAIL) \w+ \S+\.test\./.test(line)) process.stdout.write(`    ${line}\n`)
  }
}

/** @param {string} output */
const lastLines = (output) => output.replace(/^\{"num.*$/gm, '').trim().split('\n').slice(-30).join('\n')

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Assertion
 * @typedef {{ name: string, status: string, message: string, assertionResults: Assertion[] }} TestFile
 * @param {{ testResults: TestFile[] }} results what jest writes with --json
 * @param {number} code jest's exit code
 * @returns {import('./steps.mjs').Outcome}
 */
export const countJest = ({ testResults }, code) => {
  const counts = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const told = []
  const fail = (/** @type {string} */ text) => { counts.failed += 1; told.push(text) }
  for (const { name, status, message, assertionResults } of testResults) {
    const file = path.relative(ROOT, name)
    const failures = assertionResults.filter((test) => test.status !== 'passed')
    counts.passed += assertionResults.length - failures.length
    for (const test of failures) fail(`${file}: ${test.fullName}\n${test.status === 'failed' ? test.failureMessages.join('\n') : `It was not run (${test.status}).`}`)
    if (status === 'failed' && failures.length === 0) fail(`${file} could not be run\n${message}`)
  }
  if (counts.passed + counts.failed === 0) fail('jest found no test')
  if (code !== 0 && counts.failed === 0) fail(`jest ended with code ${code} though no test failed`)
  return { ...counts, report: told.join('\n\n') }
}
