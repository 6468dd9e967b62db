import path from 'node:path'
import ts from 'typescript'
import { ROOT } from './page'

const optionsOf = (): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as { config: unknown }
  return ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ROOT).options
}

/**
 * What the compiler has against some files of a tree that is ours but for those.
 * @param files their text by path; new ones, and others in place of ours
 */
export const typeFaults = (files: Readonly<Record<string, string>>): readonly string[] => {
  const ours = new Map(Object.entries(files).map(([file, text]) => [path.join(ROOT, file), text]))
  const options = optionsOf()
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (file) => ours.has(file) || fileExists(file)
  host.readFile = (file) => ours.get(file) ?? readFile(file)
  const { directoryExists } = host
  host.directoryExists = (folder) => [...ours.keys()].some((file) => path.dirname(file) === folder) || (directoryExists?.(folder) ?? false)
  const program = ts.createProgram([...ours.keys()], options, host)
  return [...ours.keys()].flatMap((file) => {
    const source = program.getSourceFile(file)
    if (!source) return [`${file} is not read`]
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText, start }) =>
      `${path.relative(ROOT, file)}:${source.getLineAndCharacterOfPosition(start ?? 0).line + 1}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  })
}
