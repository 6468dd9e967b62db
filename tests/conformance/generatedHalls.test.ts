import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadItems } from '../../bff/capabilities/catalogue/config'
import { loadHalls } from '../../bff/capabilities/halls/config'
import { generateHalls } from '../../bff/capabilities/halls/generate'
import { readConfig } from '../../bff/config'

const root = path.resolve(__dirname, '../..')
const generate = (...args: string[]): string =>
  execFileSync(process.execPath, ['--import', 'tsx', 'bff/capabilities/halls/generateFiles.ts', ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' })

describe('halls generated into a folder', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'generated-'))
  afterAll(() => rmSync(dir, { recursive: true }))

  test('pass the loader with the items that come with the source, all 2,865 of them', () => {
    const { ITEMS_FILE } = readConfig({ REDIS_URL: 'redis://localhost', APP_SECRET: 'x'.repeat(32) })
    expect(generate(dir)).toContain('2865 halls written')
    const byFile = [...generateHalls()].sort((a, b) => (`${a.hallId}.` < `${b.hallId}.` ? -1 : 1))
    // As text: comparing so many objects piece by piece takes seconds.
    expect(JSON.stringify(loadHalls(dir, loadItems(ITEMS_FILE), new Map())) === JSON.stringify(byFile)).toBe(true)
  })

  test('are never mixed with halls that are there already', () => {
    expect(() => generate(dir)).toThrow(/is not empty/)
  })
})
