import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(__dirname, '../../../..')
const source = path.join(root, 'miniapp/src')
const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\/|\/builders\.ts$/.test(file)

export interface Phone { readonly checker: ts.TypeChecker; readonly files: readonly ts.SourceFile[]; readonly nameOf: (file: ts.SourceFile) => string }

/** Everything the phone's source says, with its types; without its tests. */
export const readPhone = (): Phone => {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as { config: Record<string, unknown> }
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['miniapp/src', 'miniapp/types'] }, ts.sys, root)
  const program = ts.createProgram(fileNames.filter((file) => !isTest(file)), { ...options, types: [] })
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(source))
  return { checker: program.getTypeChecker(), files, nameOf: ({ fileName }) => path.relative(source, fileName) }
}

/** Every node of a file. */
export const nodesIn = (file: ts.SourceFile): ts.Node[] => {
  const found: ts.Node[] = []
  const walk = (node: ts.Node): void => {
    found.push(node)
    ts.forEachChild(node, walk)
  }
  walk(file)
  return found
}
