import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { loadSystems, type System } from '../../../bff/backends/systems'
import { edited, ROOT } from './page'

type Load = typeof loadSystems

/** `loadSystems` as it stands, and as the page's edit of its file makes it. */
export const asItStands: Load = loadSystems
export const asEdited: Load = (() => {
  const file = 'bff/backends/systems.ts'
  const { outputText } = ts.transpileModule(edited(file), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true } })
  const exported: { loadSystems?: Load } = {}
  const load = (id: string): unknown => jest.requireActual(id.startsWith('.') ? path.join(ROOT, path.dirname(file), id) : id)
  new Function('exports', 'require', outputText)(exported, load)
  if (!exported.loadSystems) throw new Error(`${file} exports no loadSystems`)
  return exported.loadSystems
})()

/** The systems of config/systems.json as the page's edit makes it. Throws `ConfigFaults`. */
export const systemsBy = (load: Load, base: string, keys: ReadonlyMap<string, string>): ReadonlyMap<string, System> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-walk-'))
  try {
    const file = path.join(folder, 'systems.json')
    writeFileSync(file, edited('config/systems.json'))
    return load(file, base, keys)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
