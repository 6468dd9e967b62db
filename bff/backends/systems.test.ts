import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadSystems } from './systems'

const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-systems-'))
const file = path.join(folder, 'systems.json')
afterAll(() => rmSync(folder, { recursive: true }))
const entry = { systemId: 'one-window', adapter: 'one-window', name: { zh: '受理系统', en: 'Acceptance' }, url: '{systems}/onewindow' }
const load = (json: unknown, { base = 'http://127.0.0.1:8101', keys = [] as [string, string][] } = {}) => {
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json))
  return loadSystems(file, base, new Map(keys))
}

describe('the outside systems of the configuration', () => {
  it.each(['http://127.0.0.1:8101', 'http://127.0.0.1:8101/'])('are where %s says, without a stroke too many', (base) => {
    expect(load([entry, { ...entry, systemId: 'own', url: 'https://cases.example/api/' }], { base }).get('one-window')?.url).toBe('http://127.0.0.1:8101/onewindow')
    expect(load([{ ...entry, url: 'https://cases.example/api/' }], { base }).get('one-window')?.url).toBe('https://cases.example/api')
  })

  it('are known by a key each, or by the one for all others', () => {
    const found = load([entry, { ...entry, systemId: 'other' }], { keys: [['one-window', 'its own'], ['*', 'for all']] })
    expect([found.get('one-window')?.key, found.get('other')?.key, load([entry]).get('one-window')?.key]).toEqual(['its own', 'for all', ''])
  })

  it.each<[string, unknown, [string, string][], RegExp]>([
    ['a file that is no JSON', '[', [], /systems\.json/],
    ['an adapter that does not exist', [{ ...entry, adapter: 'forestry' }], [], /0\.adapter/],
    ['a field that is not known', [{ ...entry, budget: 5 }], [], /budget/],
    ['a budget that is none', [{ ...entry, budgetMs: 0 }], [], /0\.budgetMs/],
    ['an address that is none', [{ ...entry, url: 'ftp://cases.example' }], [], /0\.url.*must begin with/],
    ['a department without a credit code', [{ ...entry, departments: ['11990000DEPT00002N'] }], [], /0\.departments\.0.*no credit code/],
    ['an id used twice', [entry, entry], [], /1\.systemId.*used by another/],
    ['a key of a system that is not there', [entry], [['elsewhere', 'key']], /SYSTEM_KEYS names elsewhere/],
  ])('stop the start when there is %s, with its place', (_, json, keys, fault) => {
    expect(() => load(json, { keys })).toThrow(fault)
  })
})
