// @ts-check
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { findProgram, isProgram, run } from './programs.mjs'

const PACKAGES = ['redis-server', 'redis-tools']

/** @typedef {{ command: string, env: Record<string, string>, version: string }} UnpackedRedis */

/**
 * The Redis of the Debian or Ubuntu at hand, unpacked into `folder` with the libraries the system lacks. Nothing of the
 * system is changed and no root is needed. Undefined where there is no apt, no network, no such package, or where what was
 * unpacked does not run.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env whose PATH is searched for apt-get and dpkg
 * @param {(text: string) => void} say
 * @returns {Promise<UnpackedRedis | undefined>}
 */
export const unpackRedis = async (folder, env, say) => {
  const kept = await inFolder(folder, env)
  if (kept) return kept
  // One that does not run, for a library is missing or the system was renewed under it, never will.
  await rm(folder, { recursive: true, force: true })
  if (!findProgram('apt-get', env) || !findProgram('dpkg', env)) return undefined
  say('Fetching the distribution’s Redis into .cache (nothing of the system is changed) …')
  const work = `${folder}.part`
  await rm(work, { recursive: true, force: true })
  for (const file of await download(work, env)) await run('dpkg', ['-x', file, path.join(work, 'root')], { env })
  const usable = await inFolder(work, env)
  if (usable) {
    for (const name of ['packages', 'lists', 'cache']) await rm(path.join(work, name), { recursive: true, force: true })
    await rename(work, folder)
    return inFolder(folder, env)
  }
  await rm(work, { recursive: true, force: true })
  return undefined
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<UnpackedRedis | undefined>}
 */
const inFolder = async (folder, env) => {
  const command = path.join(folder, 'root/usr/bin/redis-server')
  if (!isProgram(command)) return undefined
  const triplets = await readdir(path.join(folder, 'root/usr/lib')).catch(() => [])
  const libraries = ['usr/lib', 'lib'].flatMap((at) => ['', ...triplets].map((triplet) => path.join(folder, 'root', at, triplet)))
  const own = { LD_LIBRARY_PATH: libraries.join(':') }
  const version = await versionOf(command, { ...env, ...own })
  return version ? { command, env: own, version } : undefined
}

/**
 * The version of a Redis server, empty when it does not run.
 * @param {string} command
 * @param {NodeJS.ProcessEnv} env
 */
export const versionOf = async (command, env) => /v=(\d[\d.]*)/.exec((await run(command, ['--version'], { env })).output)?.[1] ?? ''

/**
 * Downloads Redis and the libraries the system lacks: by the system's package lists, or by lists of our own where the
 * system has none (a fresh container) or has old ones.
 * @param {string} work
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string[]>} the files; none when it could not be done
 */
const download = async (work, env) => {
  const [lists, packages] = [path.join(work, 'lists'), path.join(work, 'packages')]
  await mkdir(path.join(lists, 'partial'), { recursive: true })
  const own = ['-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${path.join(work, 'cache')}`, '-o', 'APT::Sandbox::User=root']
  for (const options of [[], own]) {
    if (options === own) await run('apt-get', [...own, 'update'], { env })
    const known = await run('apt-cache', [...options, 'show', ...PACKAGES], { env })
    if (known.stdout.trim() === '') continue
    const names = [...PACKAGES, ...await missingLibraries(options, env)]
    await rm(packages, { recursive: true, force: true })
    await mkdir(packages)
    const { code } = await run('apt-get', [...options, 'download', ...names], { cwd: packages, env })
    if (code === 0) return (await readdir(packages)).map((file) => path.join(packages, file))
  }
  return []
}

/**
 * Libraries Redis needs and the system does not have, and what those need in turn.
 * @param {readonly string[]} options of apt
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string[]>}
 */
const missingLibraries = async (options, env) => {
  const missing = new Set()
  /** @type {readonly string[]} */
  let layer = PACKAGES
  while (layer.length > 0) {
    const { output } = await run('apt-cache', [...options, 'depends', '--no-recommends', '--no-suggests', ...layer], { env })
    const fresh = []
    for (const choices of dependencies(output)) {
      const installed = await Promise.all(choices.map((name) => isInstalled(name, env)))
      const first = choices[0]
      if (first && !installed.includes(true) && !missing.has(first)) fresh.push(first)
    }
    for (const name of fresh) missing.add(name)
    layer = fresh
  }
  return [...missing]
}

/**
 * The libraries `apt-cache depends` names, each with its alternatives. `|Depends: a` means “a, or the next line”.
 * @param {string} output
 * @returns {string[][]}
 */
export const dependencies = (output) => {
  /** @type {string[][]} */
  const groups = []
  let open = false
  for (const line of output.split('\n')) {
    const match = /^\s*(\|?)(?:Pre)?Depends: ((?:lib|lua)[^\s:<>]*)/.exec(line)
    if (!match) { open = false; continue }
    const name = match[2] ?? ''
    if (open) groups.at(-1)?.push(name)
    else groups.push([name])
    open = match[1] === '|'
  }
  return groups
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
const isInstalled = async (name, env) =>
  (await run('dpkg-query', ['-W', '-f', '${db:Status-Status}\\n', name], { env })).stdout.split(/\s/).includes('installed')
