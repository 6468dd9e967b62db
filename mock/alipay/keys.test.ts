import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { alipayDemoKeys } from './keys.mjs'

describe('the demo keys', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'yichuang-keys-')), 'deep')
  afterAll(() => { rmSync(path.dirname(folder), { recursive: true }) })

  it('are the same for processes that come at once, kept for their owner only, and leave no draft', async () => {
    const module = JSON.stringify(pathToFileURL(path.join(__dirname, 'keys.mjs')).href)
    const program = `import(${module}).then(m => process.stdout.write(m.alipayDemoKeys(${JSON.stringify(folder)}).appPublicKey))`
    const answers = await Promise.all(Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ['-e', program])))
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1)
    expect(alipayDemoKeys(folder).appPublicKey).toBe(answers[0]?.stdout)
    expect(readdirSync(folder)).toEqual(['alipay-demo-keys.json'])
    expect(statSync(path.join(folder, 'alipay-demo-keys.json')).mode & 0o077).toBe(0)
  })
})
