// @ts-check
import path from 'node:path'
import { run } from './programs.mjs'
import { ROOT } from './root.mjs'

/** Where our modules are; each must hold some, or the check has looked past them. */
export const ROOTS = ['shared', 'bff', 'miniapp/src', 'mock', 'tests']

/**
 * Holds the modules under `roots` against .dependency-cruiser.cjs. `faults` is empty when all is well; seeing no module
 * under a root is a fault of its own, since a tool that reads nothing finds nothing wrong.
 * @param {readonly string[]} [roots]
 * @param {string} [folder] the project's
 * @returns {Promise<{ modules: number, faults: { rule: string, from: string, to: string }[] }>}
 */
export const checkImports = async (roots = ROOTS, folder = ROOT) => {
  const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { output, stdout } = await run(process.execPath, [program, '--config', path.join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...roots], { cwd: folder })
  const told = parse(stdout)
  if (!told) return { modules: 0, faults: [{ rule: 'dependency-cruiser failed', from: output.trim().slice(-2000), to: '' }] }
  const ours = told.modules.map(({ source }) => source).filter((source) => /\.[cm]?[jt]sx?$/.test(source))
  const unseen = roots.filter((root) => !ours.some((source) => source.startsWith(`${root}/`)))
  const faults = told.summary.violations.map(({ rule, from, to, cycle }) => ({ rule: rule.name, from, to: cycle ? cycle.map(({ name }) => name).join(' → ') : to }))
  return {
    modules: ours.filter((source) => roots.some((root) => source.startsWith(`${root}/`))).length,
    faults: [...unseen.map((root) => ({ rule: 'no modules seen', from: root, to: '' })), ...faults],
  }
}

/**
 * @typedef {{ rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }} Violation
 * @param {string} json
 * @returns {{ modules: { source: string }[], summary: { violations: Violation[] } } | undefined}
 */
const parse = (json) => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
