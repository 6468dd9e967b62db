import { parseExpressionAt, type AnyNode } from 'acorn'

/** Gives the value of a name in a template; undefined when nobody knows it. */
export type Scope = (name: string) => unknown
export type Expression = (scope: Scope) => unknown

const member = (of: unknown, key: unknown): unknown =>
  of === null || of === undefined ? undefined : (of as Record<string, unknown>)[String(key)]

const binary: Readonly<Record<string, (left: never, right: never) => unknown>> = {
  '+': (left: number, right: number) => left + right, '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right, '/': (left: number, right: number) => left / right,
  '===': (left: unknown, right: unknown) => left === right, '!==': (left: unknown, right: unknown) => left !== right,
  '<': (left: number, right: number) => left < right, '>': (left: number, right: number) => left > right,
  '<=': (left: number, right: number) => left <= right, '>=': (left: number, right: number) => left >= right,
}

const property = (node: AnyNode, scope: Scope): [string, unknown] => {
  if (node.type !== 'Property' || node.computed) throw new Error(`a template cannot say ${node.type} in an object`)
  const name = node.key.type === 'Identifier' ? node.key.name : String(evaluate(node.key, scope))
  return [name, evaluate(node.value, scope)]
}

/** As templates have it: unknown names and members of nothing are undefined, not errors. */
const evaluate = (node: AnyNode, scope: Scope): unknown => {
  switch (node.type) {
    case 'Literal': return node.value
    case 'Identifier': return node.name === 'undefined' ? undefined : scope(node.name)
    case 'ParenthesizedExpression': return evaluate(node.expression, scope)
    case 'MemberExpression': {
      const key = !node.computed && node.property.type === 'Identifier' ? node.property.name : evaluate(node.property, scope)
      return member(evaluate(node.object, scope), key)
    }
    case 'CallExpression': {
      const called = evaluate(node.callee, scope)
      if (typeof called !== 'function') throw new Error('a template calls what is no function')
      return (called as (...given: unknown[]) => unknown)(...node.arguments.map((argument) => evaluate(argument, scope)))
    }
    case 'ConditionalExpression': return evaluate(evaluate(node.test, scope) ? node.consequent : node.alternate, scope)
    case 'LogicalExpression': {
      const left = evaluate(node.left, scope)
      return (node.operator === '&&' ? left : !left) ? evaluate(node.right, scope) : left
    }
    case 'UnaryExpression': {
      const value = evaluate(node.argument, scope)
      return node.operator === '!' ? !value : -Number(value)
    }
    case 'BinaryExpression': {
      const operate = binary[node.operator]
      if (operate) return operate(evaluate(node.left, scope) as never, evaluate(node.right, scope) as never)
      break
    }
    case 'ArrayExpression': return node.elements.map((element) => element && evaluate(element, scope))
    case 'ObjectExpression': return Object.fromEntries(node.properties.map((one) => property(one, scope)))
  }
  throw new Error(`a template cannot say ${node.type}`)
}

const parsed = new Map<string, Expression>()
const remember = (key: string, make: () => Expression): Expression => {
  const known = parsed.get(key) ?? make()
  parsed.set(key, known)
  return known
}
const parse = (source: string): Expression => {
  const node = parseExpressionAt(source, 0, { ecmaVersion: 5 })
  return (scope) => evaluate(node, scope)
}

/** What a value looks like as text. */
export const written = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

const HOLE = /\{\{([\s\S]*?)\}\}(?!\})/g

/** A template's text with `{{…}}` in it. A lone hole gives its value as it is, anything else gives text. */
export const textExpression = (source: string): Expression => remember(source, () => {
  const holes = [...source.matchAll(HOLE)]
  const [first] = holes
  if (!first) return () => source
  if (first[0] === source.trim()) return parse(`(${first[1] ?? ''})`)
  const parts = source.split(HOLE).map((part, index) => (index % 2 === 0 ? () => part : parse(`(${part})`)))
  return (scope) => parts.map((part) => written(part(scope))).join('')
})

/** The `data` of a template: the inside of an object. */
export const dataExpression = (source: string): Expression =>
  remember(`data ${source}`, () => parse(`({${source.trim().replace(/^\{\{|\}\}$/g, '')}})`))
