import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readCode } from './code'
import { openPackage, subPackagesOf } from './host/builtPackage'

const ROOT = path.resolve(__dirname, '../..')
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'))

interface SitemapRule { readonly action: 'allow' | 'disallow'; readonly page: string; readonly params?: readonly string[]; readonly matching?: string }

/** What only its owner may see: nobody finds it by searching. */
const OWN = ['ticket', 'appointment', 'appointments', 'waiting', 'me', 'persons', 'rate', 'ratings', 'ratings/rating', 'cases', 'cases/case', 'cases/receipt', 'messages', 'messages/settings', 'calls',
  'account/real-name', 'account/devices', 'account/privacy', 'account/my-data', 'account/delete-me', 'sign-in', 'scan'].map((page) => `pages/${page}/index`)

describe('what WeChat reads about the weapp package', () => {
  const built = openPackage('weapp')
  const { rules } = JSON.parse(built.read(String(built.app.sitemapLocation)) ?? '{}') as { rules: readonly SitemapRule[] }
  /** The first rule that names a page decides, as WeChat has it. */
  const mayBeFound = (page: string): boolean => rules.find((rule) => rule.page === page || rule.page === '*')?.action === 'allow'

  it('lets guides and halls be found by searching, and nothing that belongs to a citizen', () => {
    expect(OWN.filter((page) => !built.pages.includes(page))).toEqual([])
    expect(OWN.filter(mayBeFound)).toEqual([])
    for (const page of ['pages/home/index', 'pages/hall/index', 'pages/guides/guide/index']) expect(mayBeFound(page)).toBe(true)
  })

  it('names only pages that are there, in its sitemap and among what is fetched ahead', () => {
    expect(rules.filter(({ page }) => page !== '*' && !built.pages.includes(page))).toEqual([])
    expect(rules.at(-1)).toEqual({ action: 'disallow', page: '*' })
    const roots = subPackagesOf(built.app).map(({ root }) => root)
    for (const [page, { packages }] of Object.entries(built.app.preloadRule ?? {})) {
      expect(built.pages).toContain(page)
      expect(packages.filter((root) => !roots.includes(root))).toEqual([])
    }
    expect(Object.keys(built.app.preloadRule ?? {})).toContain('pages/ticket/index')
  })

  it('asks for a version of the platform that has every call the package needs', () => {
    const { libVersion } = readJson('project.config.json') as { libVersion: string }
    const [major = 0, minor = 0] = libVersion.split('.').map(Number)
    // Privacy is held back from 2.32.3 on; getFuzzyLocation came with 2.25.0.
    expect(major * 100 + minor).toBeGreaterThanOrEqual(232)
    expect(built.app.lazyCodeLoading).toBe('requiredComponents')
  })
})

describe('what Alipay reads about the alipay package', () => {
  const built = openPackage('alipay')
  const { methods } = readCode(built.folder)
  const project = JSON.parse(built.read('mini.project.json') ?? '{}') as { format?: number; compileType?: string; miniprogramRoot?: string; compileOptions?: { component2?: boolean } }

  it('is a mini program whose app.json lies where its project file says', () => {
    expect(project).toMatchObject({ format: 2, compileType: 'mini', compileOptions: { component2: true } })
    expect(path.join(built.folder, project.miniprogramRoot ?? '')).toBe(`${built.folder}/`)
  })

  it('asks for the place by the call whose purpose is told, and by no other', () => {
    expect(methods.has('getLocation')).toBe(true)
    for (const other of ['getFuzzyLocation', 'chooseLocation', 'getPhoneNumber', 'getOpenUserInfo', 'getRunData']) expect(methods.has(other)).toBe(false)
  })

  it('has a title and colours for its bar', () => {
    expect(built.app.window).toMatchObject({ defaultTitle: '一窗', titleBarColor: '#FFFFFF' })
  })
})
