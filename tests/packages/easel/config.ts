import path from 'node:path'
import { resolveIn, type BuiltPackage } from '../host/builtPackage'
import type { Definition } from '../host/sandbox'
import { compileTemplates } from './compile'
import type { ComponentConfig, ViewConfig } from './protocol'

/** The components that a page or component may name in its templates, by tag; the app's own are for all. */
export const usingIn = (built: BuiltPackage, file: string): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...built.app.usingComponents, ...built.pageConfig(file).usingComponents }).map(([tag, named]) => [tag, `/${resolveIn(file, named)}`]))

/** The names of a definition's methods, but for those that the platform itself calls. */
export const handlersIn = (definition: Definition): string[] =>
  Object.keys(definition).filter((name) => typeof definition[name] === 'function' && !/^on[A-Z]/.test(name))

const componentsOf = (built: BuiltPackage, run: (path: string) => Definition): ComponentConfig[] => {
  const found = new Map<string, ComponentConfig>()
  const add = (named: string): void => {
    const file = named.slice(1)
    if (found.has(file)) return
    const using = usingIn(built, file)
    const { properties, methods, options } = run(file) as { properties?: object; methods?: Definition; options?: { virtualHost?: boolean } }
    found.set(file, { path: file, using, properties: Object.keys(properties ?? {}), virtualHost: options?.virtualHost ?? false, handlers: handlersIn(methods ?? {}) })
    for (const next of Object.values(using)) add(next)
  }
  for (const page of built.pages) for (const named of Object.values(usingIn(built, page))) add(named)
  return [...found.values()]
}

/** @param component the definition of a custom component, e.g. the one Taro goes through where WeChat does not let templates call themselves */
export const viewConfig = (built: BuiltPackage, component: (path: string) => Definition): ViewConfig => {
  const { code, elements } = compileTemplates(built)
  const components = componentsOf(built, component)
  const custom = components.map(({ path: file }) => path.posix.basename(file))
  return { code, components, natives: Object.fromEntries(Object.entries(elements).filter(([tag]) => !custom.includes(tag))) }
}
