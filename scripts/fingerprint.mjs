// @ts-check
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * One hash over the names and contents of files; a folder stands for all that is in it, a missing path for nothing.
 * @param {string} root
 * @param {readonly string[]} paths relative to root
 */
export const fingerprint = async (root, paths) => {
  const files = (await Promise.all(paths.map((at) => filesUnder(root, at)))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update('\0').update(await readFile(path.join(root, file))).update('\0')
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} at
 * @returns {Promise<string[]>}
 */
const filesUnder = async (root, at) => {
  const found = await stat(path.join(root, at)).catch(() => undefined)
  if (!found) return []
  if (found.isFile()) return [at]
  const names = await readdir(path.join(root, at))
  return (await Promise.all(names.map((name) => filesUnder(root, path.join(at, name))))).flat()
}
