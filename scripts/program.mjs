// @ts-check
import path from 'node:path'
import { Refusal } from './refusal.mjs'
import { ROOT } from './root.mjs'

/**
 * Runs a TypeScript program of ours with the words given to this command, in our terminal. Rejects when it fails.
 * @param {import('./family.mjs').Family} family
 * @param {string} file from the project's folder
 * @param {NodeJS.ProcessEnv} env what it reads besides our own environment
 */
export const runProgram = async (family, file, env) => {
  const { code } = await family.work({
    name: file, command: process.execPath, args: ['--import', 'tsx', path.join(ROOT, file), ...process.argv.slice(2)],
    cwd: ROOT, env: { ...process.env, ...env }, onOutput: (text, from) => { process[from].write(text) },
  })
  if (code !== 0) throw new Refusal(`${file} ended with code ${code}.`)
}
