import ts from 'typescript'
import { nodesIn, type Phone } from './program'

/** A key as the catalogue declares it, e.g. `queue.ts: late`. */
export interface Usage { readonly declared: ReadonlySet<string>; readonly used: ReadonlySet<string>; readonly missing: readonly string[] }

const literals = (type: ts.Type): string[] => (type.isUnion() ? type.types.flatMap(literals) : type.isStringLiteral() ? [type.value] : [])

/** The texts a call reads from: those with just the keys that its function takes, more than one where several have the same. */
const cataloguesOf = (checker: ts.TypeChecker, catalogues: ReadonlyMap<string, readonly ts.Type[]>, call: ts.CallExpression): readonly ts.Type[] => {
  const [key] = checker.getTypeAtLocation(call.expression).getCallSignatures()[0]?.getTypeParameters() ?? []
  const constraint = key && checker.getBaseConstraintOfType(key)
  return (constraint && catalogues.get(literals(constraint).sort().join())) ?? []
}

/** Which texts the catalogue holds, which of them something can say, and which are asked for and not there. By the types: what a variable may hold counts too. */
export const readUsage = ({ checker, files, nameOf }: Phone): Usage => {
  const declared = new Set<string>()
  const used = new Set<string>()
  const missing: string[] = []
  const nameOfKey = (declaration: ts.Declaration): string => `${nameOf(declaration.getSourceFile())}: ${ts.isPropertyAssignment(declaration) ? declaration.name.getText().replace(/'/g, '') : ''}`
  const note = (texts: ts.Type, key: string, at: ts.Node): void => {
    const declaration = checker.getPropertyOfType(texts, key)?.declarations?.[0]
    if (declaration) used.add(nameOfKey(declaration))
    else missing.push(`${nameOf(at.getSourceFile())} asks for ${key}`)
  }
  const catalogues = new Map<string, ts.Type[]>()
  for (const node of files.filter((file) => nameOf(file).startsWith('i18n/')).flatMap(nodesIn)) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineTexts' || !node.arguments[0]) continue
    const texts = checker.getTypeAtLocation(node.arguments[0])
    const keys = texts.getProperties().map(({ name }) => name).sort().join()
    catalogues.set(keys, [...catalogues.get(keys) ?? [], texts])
    for (const key of texts.getProperties()) if (key.declarations?.[0]) declared.add(nameOfKey(key.declarations[0]))
  }
  for (const file of files) {
    for (const node of nodesIn(file)) {
      if (ts.isCallExpression(node)) {
        const keys = node.arguments[0] ? literals(checker.getTypeAtLocation(node.arguments[0])) : []
        for (const texts of cataloguesOf(checker, catalogues, node)) for (const key of keys) note(texts, key, node)
      }
      if (nameOf(file).startsWith('i18n/text')) continue
      const held = ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node) ? checker.getTypeAtLocation(node.expression) : null
      const isTexts = held?.getProperties().some((key) => key.declarations?.some((one) => declared.has(nameOfKey(one)))) === true
      if (!held || !isTexts) continue
      if (ts.isPropertyAccessExpression(node)) note(held, node.name.text, node)
      else if (ts.isElementAccessExpression(node)) for (const key of literals(checker.getTypeAtLocation(node.argumentExpression))) note(held, key, node)
    }
  }
  return { declared, used, missing }
}
