import { parse, type AnyNode } from 'acorn'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What built code says and calls, however it was minified. */
export interface Code {
  /** Every text in it, escapes resolved. */
  readonly texts: ReadonlySet<string>
  /** The name of every method called, as in `x.name(…)`. */
  readonly methods: ReadonlySet<string>
}

const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value

const walk = (node: AnyNode, visit: (node: AnyNode) => void): void => {
  visit(node)
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) walk(child, visit)
  }
}

/** Reads every script below a folder. Throws when there is none, for then nothing was checked. */
export const readCode = (folder: string): Code => {
  const texts = new Set<string>()
  const methods = new Set<string>()
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  if (scripts.length === 0) throw new Error(`no script below ${folder}`)
  for (const file of scripts) {
    walk(parse(readFileSync(path.join(folder, file), 'utf8'), { ecmaVersion: 2020 }), (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') texts.add(node.value)
      if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return
      const { property } = node.callee
      if (property.type === 'Identifier') methods.add(property.name)
    })
  }
  return { texts, methods }
}
