// @ts-check
import { spawn } from 'node:child_process'
import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Runs "$@" and ends it when standard input closes: the pipe closes with the parent, however the parent dies, so not
 * even a `kill -9` of it leaves the program behind. It stays until the program is gone, and reaps it.
 */
const TETHER = `
exec 3<&0
"$@" </dev/null 3<&- & child=$!
( trap - TERM INT; read -r _ <&3; kill -TERM "$child" ) 2>/dev/null & watcher=$!
trap : TERM INT
wait "$child"; code=$?
while kill -0 "$child" 2>/dev/null; do wait "$child"; code=$?; done
kill "$watcher" 2>/dev/null; wait "$watcher" 2>/dev/null
exit "$code"`

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number} pid the leader of its own process group
 * @property {Promise<number>} ended the exit code, 128 + signal when a signal ended it
 * @property {(graceMs?: number) => Promise<void>} stop asks the whole group to end, kills it after `graceMs`; resolves when none is left
 */

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches only us and we end it in order.
 * @param {object} options
 * @param {string} options.name what messages call it
 * @param {string} options.command
 * @param {readonly string[]} [options.args]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] all of its environment
 * @param {string} [options.log] a file that gets its output; without it the output is `onOutput`'s or dropped
 * @param {(text: string, from: 'stdout' | 'stderr') => void} [options.onOutput]
 * @returns {Child}
 */
export const startChild = ({ name, command, args = [], cwd, env = process.env, log, onOutput }) => {
  const child = spawn('/bin/sh', ['-c', TETHER, 'tether', command, ...args], { cwd, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  const file = log ? createWriteStream(log, { flags: 'a', mode: 0o600 }) : undefined
  for (const from of /** @type {const} */ (['stdout', 'stderr'])) {
    child[from].setEncoding('utf8')
    child[from].on('data', (/** @type {string} */ text) => { file?.write(text); onOutput?.(text, from) })
  }
  // Writing to nothing: the pipe is only there to close.
  child.stdin.on('error', () => undefined)
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('close', (code, signal) => { file?.end(); resolve(code ?? (signal ? 143 : 1)) })
  })
  const pid = child.pid ?? 0
  return { name, pid, ended, stop: (graceMs = 5000) => pid ? stopGroup(pid, graceMs) : Promise.resolve() }
}

/**
 * Ends a process group: SIGTERM, then SIGKILL once `graceMs` are over. Resolves when no process of it is left.
 * @param {number} group the leader's process id
 * @param {number} graceMs
 */
export const stopGroup = async (group, graceMs) => {
  signal(group, 'SIGTERM')
  const deadline = performance.now() + graceMs
  while (isAlive(group) && performance.now() < deadline) await pause(20)
  if (!isAlive(group)) return
  signal(group, 'SIGKILL')
  // A killed process is gone in milliseconds; the bound only keeps a stuck disk from holding us.
  for (let tries = 0; isAlive(group) && tries < 250; tries += 1) await pause(20)
}

/**
 * Whether a process of the group still runs. One that has ended but that nobody has collected yet, as in a container whose
 * first process collects late or never, does not run any more.
 * @param {number} group
 */
export const isAlive = (group) => signal(group, 0) && (process.platform !== 'linux' || runs(group))

/** @param {number} group */
const runs = (group) => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).some((pid) => {
  try {
    // After the program's name in brackets: state, parent, group.
    const [state, , of] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return Number(of) === group && state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
})

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} name
 */
const signal = (group, name) => {
  try {
    process.kill(-group, name)
    return true
  } catch {
    return false
  }
}
