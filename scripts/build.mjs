// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { withProgress } from './progress.mjs'
import { Refusal } from './refusal.mjs'
import { CACHE, ROOT } from './root.mjs'

const SOURCES = ['miniapp/src', 'miniapp/config', 'miniapp/plugins', 'miniapp/babel.config.js', 'shared', 'package-lock.json', 'tsconfig.json']

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
  // Without this an old output would pass for the new one.
  await rm(folder, { recursive: true, force: true })
  const { code, output } = await family.work({
    name: `the ${target} build`, command: process.execPath, args: [path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', target],
    cwd: path.join(ROOT, 'miniapp'), env: { ...process.env, NODE_ENV: 'production' },
  })
  if (code !== 0 || existsSync(opener)) return { code, output }
  return { code: 1, output: `${output}\n${path.relative(ROOT, opener)} was not written.` }
}

/**
 * Builds the web app unless it stands there, built from the sources as they are now.
 * @param {import('./family.mjs').Family} family
 */
export const ensureWebBuilt = async (family) => {
  const stamp = path.join(CACHE, 'web-build')
  const sources = await fingerprint(ROOT, SOURCES)
  const built = await readFile(stamp, 'utf8').catch(() => '')
  if (built === sources && existsSync(path.join(ROOT, 'miniapp/dist/h5/index.html'))) return
  await withProgress('Building the web app', 'about half a minute', async () => {
    await rm(stamp, { force: true })
    const { code, output } = await build(family, 'h5')
    if (code !== 0) throw new Refusal(`The web app could not be built:\n${output.trim().split('\n').slice(-30).join('\n')}`)
    await mkdir(CACHE, { recursive: true })
    await writeFile(stamp, sources)
  })
}
