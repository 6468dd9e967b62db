import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { adviceFor, findChromium } from './chromium.mjs'

const WORKS = 'echo Chromium 150.0'
/** As Ubuntu's package does where there are no snaps. */
const POINTS = 'echo "Command $0 requires the chromium snap to be installed." >&2; exit 1'

describe('the finder of a browser', () => {
  const folder = useFolder()
  const program = async (name: string, script = WORKS): Promise<string> => {
    const file = path.join(folder(), name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `#!/bin/sh\n${script}\n`)
    await chmod(file, 0o755)
    return file
  }

  it('takes CHROMIUM_PATH before what is on the PATH', async () => {
    const chosen = await program('chosen/browser')
    const onPath = await program('bin/google-chrome')
    expect(await findChromium({ CHROMIUM_PATH: chosen, PATH: path.dirname(onPath) })).toBe(chosen)
    expect(await findChromium({ PATH: path.dirname(onPath) })).toBe(onPath)
  })

  it('passes over one that does not start', async () => {
    const pointer = await program('ubuntu/chromium-browser', POINTS)
    const real = await program('ubuntu/google-chrome')
    expect(await findChromium({ PATH: path.dirname(pointer) })).toBe(real)
  })

  it('says so when CHROMIUM_PATH names no program, or one that does not start', async () => {
    await expect(findChromium({ CHROMIUM_PATH: '/no/such/browser' })).rejects.toThrow('CHROMIUM_PATH names no program: /no/such/browser')
    const pointer = await program('pointer/chromium', POINTS)
    await expect(findChromium({ CHROMIUM_PATH: pointer })).rejects.toThrow(/does not start: .*requires the chromium snap/)
  })

  it('advises what the distribution has', () => {
    expect(adviceFor('NAME="Debian GNU/Linux"\nID=debian\n')).toContain('apt-get install -y chromium fonts-noto-cjk')
    expect(adviceFor('NAME="Ubuntu"\nID=ubuntu\n')).toMatch(/install Google Chrome .* CHROMIUM_PATH/)
  })
})
