import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { platforms, type Platform, type PlatformName } from './platform'

/** The parts of app.json that are looked at. */
export interface AppConfig {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly subpackages?: AppConfig['subPackages']
  readonly window?: Readonly<Record<string, unknown>>
  readonly tabBar?: { readonly list?: readonly { readonly pagePath: string }[]; readonly items?: readonly { readonly pagePath: string }[] }
  readonly permission?: Readonly<Record<string, { readonly desc: string }>>
  readonly requiredPrivateInfos?: readonly string[]
  readonly themeLocation?: string
  readonly sitemapLocation?: string
  readonly lazyCodeLoading?: string
  readonly preloadRule?: Readonly<Record<string, { readonly packages: readonly string[] }>>
  readonly __usePrivacyCheck__?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
}
export interface PageConfig { readonly usingComponents?: Readonly<Record<string, string>>; readonly component?: boolean }

/** A package as it would be uploaded. */
export interface BuiltPackage {
  readonly platform: Platform
  readonly folder: string
  readonly app: AppConfig
  /** Every page, those of subpackages too, as navigation names them. */
  readonly pages: readonly string[]
  /** Every file, from the package's folder. */
  readonly files: () => string[]
  /** Null when there is no such file. */
  readonly read: (file: string) => string | null
  readonly bytes: (file: string) => number
  readonly pageConfig: (page: string) => PageConfig
}

const ROOT = path.resolve(__dirname, '../../..')

/** A path as a file of the package names it: relative to that file, or from the package's root. */
export const resolveIn = (from: string, named: string): string =>
  named.startsWith('/') ? named.slice(1) : path.posix.join(path.posix.dirname(from), named)

export const subPackagesOf = (app: AppConfig): NonNullable<AppConfig['subPackages']> => app.subPackages ?? app.subpackages ?? []

/** Opens what a build wrote. Throws, naming the command, when it was not built. */
export const openPackage = (name: PlatformName, folder = path.join(ROOT, 'miniapp/dist', name)): BuiltPackage => {
  const read = (file: string): string | null => {
    const full = path.join(folder, file)
    return existsSync(full) ? readFileSync(full, 'utf8') : null
  }
  const opener = read('app.json')
  if (opener === null) throw new Error(`${path.relative(ROOT, folder)}/app.json is not there. Run: npm run build:${name}`)
  const app = JSON.parse(opener) as AppConfig
  return {
    platform: platforms[name], folder, app, read,
    pages: [...app.pages, ...subPackagesOf(app).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page)))],
    files: () => readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).sort(),
    bytes: (file) => readFileSync(path.join(folder, file)).byteLength,
    pageConfig: (page) => JSON.parse(read(`${page}.json`) ?? '{}') as PageConfig,
  }
}
