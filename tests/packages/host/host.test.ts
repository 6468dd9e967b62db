import { cpSync } from 'node:fs'
import path from 'node:path'
import { useFolder } from '../../support/folder'
import { useStack } from '../../support/stack'
import { breakages } from './breakages'
import { openPackage, type BuiltPackage } from './builtPackage'
import { staticFaults } from './check'
import { createHost } from './host'
import { platforms } from './platform'

describe.each(['weapp', 'alipay'] as const)('the host, given a %s package', (name) => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
  const folder = useFolder()
  let copies = 0

  /** A copy of the package, broken or not. */
  const copy = (how: (folder: string) => void): BuiltPackage => {
    const at = path.join(folder(), `${copies += 1}`)
    cpSync(openPackage(name).folder, at, { recursive: true })
    how(at)
    return openPackage(name, at)
  }
  /** All that is found by looking at a package, starting it and pressing a button. */
  const found = async (built: BuiltPackage, limitMs = 2_000): Promise<string> => {
    const host = createHost(built, { http: stack().http, server: stack().url })
    const thrown: string[] = []
    try {
      await host.launch()
      await host.until('home', () => host.view.text().includes('扫码取号'), limitMs)
      host.view.tap(host.view.one({ role: 'button', name: /^扫码取号/ }))
      await host.idle()
    } catch (error) {
      thrown.push(String(error))
    } finally {
      host.close()
    }
    return [...staticFaults(built), ...host.faults, ...thrown].join('\n')
  }

  it('finds nothing wrong with an intact one', async () => {
    // Nothing is missing, so it may take what a busy machine takes.
    expect(await found(copy(() => undefined), 15_000)).toBe('')
  })

  it.each(Object.keys(breakages))('notices: %s', async (what) => {
    const breakage = breakages[what]
    expect(await found(copy((at) => breakage?.how(at, platforms[name])))).toMatch(breakage?.says ?? /never/)
  })
})

describe('a package that was not built', () => {
  it('is told with the command that builds it', () => {
    expect(() => openPackage('weapp', '/nowhere')).toThrow('npm run build:weapp')
  })
})
