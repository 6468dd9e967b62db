import { parse as parseScript } from 'acorn'
import postcss from 'postcss'
import { templateFaults } from '../../../miniapp/plugins/templateLint'
import { resolveIn, type BuiltPackage } from './builtPackage'
import { compileTemplates } from '../easel/compile'

/** The oldest engines we promise to run on read no more than this. */
const OLDEST = 5

const styleFaults = (built: BuiltPackage, file: string, source: string): string[] => {
  const faults: string[] = []
  postcss.parse(source).walkAtRules('import', ({ params }) => {
    const wanted = resolveIn(file, params.replace(/^["']|["'];?$/g, ''))
    if (built.read(wanted) === null) faults.push(`${file}: ${wanted} is missing`)
  })
  return faults
}

/** Scripts that were read without a fault; copies of a package share most of them. */
const sound = new Set<string>()
const readScript = (source: string): void => {
  if (sound.has(source)) return
  parseScript(source, { ecmaVersion: OLDEST })
  sound.add(source)
}

const fileFaults = (built: BuiltPackage, file: string): string[] => {
  const { platform } = built
  const source = built.read(file) ?? ''
  const ending = /\.[a-z]+$/.exec(file)?.[0]
  if (ending === '.js' || ending === '.wxs') readScript(source)
  // Alipay's view scripts are modules by definition; within, the same rule holds.
  if (ending === '.sjs') readScript(source.replace(/^export default/m, 'module.exports ='))
  if (ending === '.json') JSON.parse(source)
  return ending === platform.styles ? styleFaults(built, file, source) : []
}

const pageFaults = (built: BuiltPackage, page: string): string[] => {
  const missing = ['.js', '.json', built.platform.templates].map((ending) => page + ending).filter((file) => built.read(file) === null)
  const components = Object.values(built.pageConfig(page).usingComponents ?? {}).map((named) => `${resolveIn(page, named)}.js`)
  return [...missing, ...components.filter((file) => built.read(file) === null)].map((file) => `${file} is missing`)
}

/** What can be seen to be wrong with a package without running it; empty when nothing is. */
export const staticFaults = (built: BuiltPackage): string[] => [
  ...compileTemplates(built).faults,
  ...(built.platform.name === 'weapp' ? templateFaults(built.folder) : []),
  ...built.pages.flatMap((page) => pageFaults(built, page)),
  ...built.files().flatMap((file) => {
    try { return fileFaults(built, file) } catch (thrown) { return [`${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`] }
  }),
]
