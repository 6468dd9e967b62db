import { parse } from 'acorn'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { engines } from '../package.json'
import { nodeTooOld, OLDEST_NODE } from './nodeVersion.mjs'

describe('the version of Node', () => {
  it.each(['8.17.0', '18.20.4', '20.17.0'])('%s is refused with one sentence', (version) => {
    expect(nodeTooOld(version)).toBe(`Node ${version} is too old: Node 20.18 or later is needed (https://nodejs.org).`)
  })

  it.each(['20.18.0', '20.20.2', '22.0.0', '100.1.0'])('%s is well', (version) => {
    expect(nodeTooOld(version)).toBe('')
  })

  it('is the one package.json names', () => {
    expect(engines.node).toBe(`>=${OLDEST_NODE}`)
  })

  it.each(['start', 'test', 'bench', 'screens'])('is looked at before %s reads anything an old Node cannot', (command) => {
    const imported = (file: string): string[] => {
      const source = readFileSync(path.join(__dirname, file), 'utf8')
      // Optional chaining and `??` are of the year that brought import(), but of later Nodes.
      expect(source).not.toMatch(/\?\.|\?\?/)
      return parse(source, { ecmaVersion: 2020, sourceType: 'module' }).body.flatMap((statement) =>
        statement.type === 'ImportDeclaration' ? [String(statement.source.value)] : [])
    }
    expect(imported(`${command}.mjs`)).toEqual(['./entry.mjs'])
    expect(imported('entry.mjs')).toEqual(['./nodeVersion.mjs'])
    expect(imported('nodeVersion.mjs')).toEqual([])
  })
})
