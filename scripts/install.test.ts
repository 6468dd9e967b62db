import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { createFamily } from './family.mjs'
import { ensureInstalled, installationFault, isInstalled } from './install.mjs'

describe('the installation', () => {
  const folder = useFolder()
  const wanted = { '': { version: '1.0.0' }, 'node_modules/koa': { version: '3.3.0' }, 'node_modules/mac-only': { version: '1.0.0', optional: true } }

  const tree = async (name: string, present?: object): Promise<string> => {
    const root = path.join(folder(), name)
    await mkdir(path.join(root, 'node_modules'), { recursive: true })
    await writeFile(path.join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }))
    if (present) await writeFile(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }))
    return root
  }

  it('is there when every package the lock names is, but for those of other platforms', async () => {
    expect(await isInstalled(await tree('whole', { 'node_modules/koa': { version: '3.3.0' } }))).toBe(true)
  })

  it('is not there when a package is missing, of another version, or npm did not finish', async () => {
    expect(await isInstalled(await tree('missing', {}))).toBe(false)
    expect(await isInstalled(await tree('older', { 'node_modules/koa': { version: '3.2.0' } }))).toBe(false)
    expect(await isInstalled(await tree('unfinished'))).toBe(false)
  })

  it('says in one sentence that there is no network, that the disk is full, or what npm says', () => {
    expect(installationFault('npm error code ENOTFOUND\nnpm error network request to x failed')).toMatch(/^The libraries cannot be installed without a network/)
    expect(installationFault('npm error code FETCH_ERROR\nnpm error network timeout at: http://x/koa')).toMatch(/^The libraries cannot be installed without a network/)
    expect(installationFault('npm error code ENOSPC')).toBe('The libraries cannot be installed: the disk is full.')
    expect(installationFault('npm error code EUSAGE\nnpm error Missing: koa\nA complete log of this run')).toBe('The libraries cannot be installed; npm ci says: code EUSAGE Missing: koa')
  })

  it('ends with that sentence, soon, when the registry is out of reach', async () => {
    const root = path.join(folder(), 'offline')
    await mkdir(root)
    const packages = { '': { name: 'offline', version: '1.0.0', dependencies: { 'no-such-package-here': '1.0.0' } }, 'node_modules/no-such-package-here': { version: '1.0.0' } }
    await writeFile(path.join(root, 'package.json'), JSON.stringify(packages['']))
    await writeFile(path.join(root, 'package-lock.json'), JSON.stringify({ name: 'offline', version: '1.0.0', lockfileVersion: 3, packages }))
    const restore = withSettings({ npm_config_registry: 'http://127.0.0.1:1', npm_config_cache: path.join(folder(), 'npm-cache') })
    await expect(ensureInstalled(createFamily(), { root, out: { write: () => true } })).rejects.toThrow(/^The libraries cannot be installed without a network/)
      .finally(restore)
  }, 120_000)
})

/** Puts settings into our environment, and gives the way back. */
const withSettings = (settings: Readonly<Record<string, string>>) => {
  const before = { ...process.env }
  Object.assign(process.env, settings)
  return () => { process.env = before }
}
