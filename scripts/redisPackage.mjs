// @ts-check
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { findProgram, isProgram, run } from './programs.mjs'

/**
 * The Redis of the Debian or Ubuntu at hand, unpacked into `folder` with the libraries the system lacks. Nothing of the
 * system is changed and no root is needed. Undefined where there is no apt, no network or no such package.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env whose PATH is searched for apt-get and dpkg
 * @param {(text: string) => void} say
 * @returns {Promise<{ command: string, env: Record<string, string> } | undefined>}
 */
export const unpackRedis = async (folder, env, say) => {
  const kept = await inFolder(folder)
  if (kept) return kept
  if (!findProgram('apt-get', env) || !findProgram('dpkg', env)) return undefined
  say('Fetching the distribution’s Redis into .cache (nothing of the system is changed) …')
  const work = `${folder}.part`
  await rm(work, { recursive: true, force: true })
  await mkdir(path.join(work, 'packages'), { recursive: true })
  const names = ['redis-server', 'redis-tools', ...await missingLibraries(['redis-server', 'redis-tools'])]
  if (!await download(names, work)) return undefined
  for (const file of await readdir(path.join(work, 'packages'))) {
    await run('dpkg', ['-x', path.join(work, 'packages', file), path.join(work, 'root')])
  }
  await rm(path.join(work, 'packages'), { recursive: true })
  await rm(folder, { recursive: true, force: true })
  await rename(work, folder)
  return inFolder(folder)
}

/** @param {string} folder */
const inFolder = async (folder) => {
  const command = path.join(folder, 'root/usr/bin/redis-server')
  if (!isProgram(command)) return undefined
  const triplets = await readdir(path.join(folder, 'root/usr/lib')).catch(() => [])
  const libraries = ['usr/lib', 'lib'].flatMap((at) => ['', ...triplets].map((triplet) => path.join(folder, 'root', at, triplet)))
  return { command, env: { LD_LIBRARY_PATH: libraries.join(':') } }
}

/**
 * Downloads by the system's package lists, or by lists of our own when the system has none (a fresh container).
 * @param {readonly string[]} names
 * @param {string} work
 */
const download = async (names, work) => {
  const cwd = path.join(work, 'packages')
  if ((await run('apt-get', ['download', ...names], { cwd })).code === 0) return true
  const lists = path.join(work, 'lists')
  await mkdir(path.join(lists, 'partial'), { recursive: true })
  const own = ['-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${path.join(work, 'cache')}`, '-o', 'APT::Sandbox::User=root']
  await run('apt-get', [...own, 'update'])
  const { code } = await run('apt-get', [...own, 'download', ...names], { cwd })
  await Promise.all(['lists', 'cache'].map((name) => rm(path.join(work, name), { recursive: true, force: true })))
  return code === 0
}

/**
 * Libraries these packages need and the system does not have, and what those need in turn.
 * @param {readonly string[]} names
 * @returns {Promise<string[]>}
 */
const missingLibraries = async (names) => {
  const missing = new Set()
  let layer = names
  while (layer.length > 0) {
    const { output } = await run('apt-cache', ['depends', '--no-recommends', '--no-suggests', ...layer])
    const fresh = []
    for (const choices of dependencies(output)) {
      const installed = await Promise.all(choices.map(isInstalled))
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

/** @param {string} name */
const isInstalled = async (name) => (await run('dpkg-query', ['-W', '-f', '${db:Status-Status}', name])).output.includes('installed')
