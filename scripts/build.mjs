// @ts-check
import { readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { withProgress } from './progress.mjs'
import { Refusal } from './refusal.mjs'
import { ROOT } from './root.mjs'

const SOURCES = ['miniapp/src', 'miniapp/config', 'miniapp/plugins', 'miniapp/babel.config.js', 'shared', 'package-lock.json', 'tsconfig.json']
const WEB_APP = path.join(ROOT, 'miniapp/dist/h5')
/** What the web app was built from; it goes when the web app does. */
const STAMP = path.join(WEB_APP, '.built-from')

/** @typedef {'weapp' | 'alipay' | 'h5'} Target */

/**
 * Builds the miniapp for one kind of phone. Taro exits 0 on a faulty configuration, so what counts is the file that opens the app.
 * @param {import('./family.mjs').Family} family
 * @param {Target} target
 * @returns {Promise<{ code: number, output: string }>} code 1 when nothing usable came out
 */
export const build = async (family, target) => {
  const folder = path.join(ROOT, 'miniapp/dist', target)
  const opener = path.join(folder, target === 'h5' ? 'index.html' : 'app.json')
  // Read before the build: what changes meanwhile is not in it.
  const sources = await readSources()
  // Without this an old output would pass for the new one.
  await rm(folder, { recursive: true, force: true })
  const { code, output } = await family.work({
    name: `the ${target} build`, command: process.execPath, args: [path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', target],
    cwd: path.join(ROOT, 'miniapp'), env: { ...process.env, NODE_ENV: 'production' },
  })
  if (code === 0 && !existsSync(opener)) return { code: 1, output: `${output}\n${path.relative(ROOT, opener)} was not written.` }
  if (code === 0 && target === 'h5') await writeFile(STAMP, await stampOf(sources))
  return { code, output }
}

/**
 * The page that names all files of the output belongs to it: a build by hand writes another.
 * @param {string} sources
 */
const stampOf = async (sources) => `${sources} ${await fingerprint(WEB_APP, ['index.html'])}`

/** The sources as they are now, with the settings that a build puts into its output. */
const readSources = async () => `${await fingerprint(ROOT, SOURCES)} ${process.env.API_BASE ?? 'no API_BASE'}`

/** Whether the web app stands there, built from the sources and settings as they are now. */
export const isWebBuilt = async () => {
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  return existsSync(path.join(WEB_APP, 'index.html')) && built === await stampOf(await readSources())
}

/**
 * Builds the web app unless it stands there, built from the sources as they are now.
 * @param {import('./family.mjs').Family} family
 */
export const ensureWebBuilt = async (family) => {
  if (await isWebBuilt()) return
  await withProgress('Building the web app', 'about half a minute', async () => {
    const { code, output } = await build(family, 'h5')
    if (code !== 0) throw new Refusal(`The web app could not be built:\n${output.trim().split('\n').slice(-30).join('\n')}`)
  })
}
