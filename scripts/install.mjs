// @ts-check
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { withProgress } from './progress.mjs'
import { Refusal } from './refusal.mjs'
import { ROOT } from './root.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} Packages */

/**
 * Whether node_modules holds what package-lock.json names. npm leaves in node_modules the lock of what it put there, at
 * the end of an installation that succeeded. Optional packages are those of other platforms, so they may be missing.
 * @param {string} root
 */
export const isInstalled = async (root) => {
  const [wanted, present] = await Promise.all([packagesOf(path.join(root, 'package-lock.json')), packagesOf(path.join(root, 'node_modules/.package-lock.json'))])
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([at, { version, optional, devOptional }]) =>
    at === '' || present[at]?.version === version || (!present[at] && (optional === true || devOptional === true)))
}

/**
 * @param {string} file
 * @returns {Promise<Packages | undefined>}
 */
const packagesOf = async (file) => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text).packages
}

/**
 * Installs exactly what the lock names, unless it is there. No package's own scripts are run.
 * Rejects with one sentence when it cannot.
 * @param {import('./family.mjs').Family} family
 * @param {{ root?: string, out?: import('./progress.mjs').Progress }} [options] `out` gets the progress
 */
export const ensureInstalled = async (family, { root = ROOT, out } = {}) => {
  if (await isInstalled(root)) return
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [command = 'npm', ...before] = npm
  const args = [...before, 'ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error',
    // Of a registry that never answers people are told within a minute or two.
    '--fetch-timeout=20000', '--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000']
  await withProgress('Installing the libraries', 'a minute or two', async () => {
    const { code, output } = await family.work({ name: 'npm ci', command, args, cwd: root })
    if (code !== 0) throw new Refusal(installationFault(output))
  }, out)
}

/** @param {string} output what npm wrote */
export const installationFault = (output) => {
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|network timeout|request to .* failed/.test(output)
  if (offline) return 'The libraries cannot be installed without a network: npm’s package registry is out of reach. Connect, or set npm’s proxy, and run the command again.'
  if (/ENOSPC/.test(output)) return 'The libraries cannot be installed: the disk is full.'
  const told = output.split('\n').filter((line) => line.trim() && !line.includes('A complete log')).slice(-4).join(' ').replace(/npm error\s*/g, '')
  return `The libraries cannot be installed; npm ci says: ${told || 'nothing'}`
}
