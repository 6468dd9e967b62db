// @ts-check
import { execFile } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Where a program lies on the PATH, or undefined.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export const findProgram = (name, env = process.env) =>
  (env.PATH ?? '').split(path.delimiter).filter(Boolean).map((folder) => path.join(folder, name)).find(isProgram)

/** @param {string} file */
export const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/**
 * Runs a program to its end, which comes at the latest with ours, without a terminal. `output` is both streams; `code` 127
 * when it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export const run = (command, args, options = {}) => new Promise((resolve) => {
  const child = execFile(command, [...args], { ...options, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
    process.off('exit', kill)
    const code = error ? (typeof error.code === 'number' ? error.code : 127) : 0
    resolve({ code, output: `${stdout}${stderr}`, stdout })
  })
  const kill = () => { child.kill() }
  process.once('exit', kill)
})
