import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { consoleTexts } from '@/i18n/console'
import { accountTexts } from '@/i18n/consoleAccounts'
import { arrivalRefusalTexts, bookTexts } from '@/i18n/consoleBook'
import { screenTexts } from '@/i18n/screen'
import { scanTexts } from '@/i18n/presence'
import { alertTodoTexts, comparisonTexts, orderTexts, overviewTexts, supervisionTexts } from '@/i18n/supervision'
import { readCode } from './code'
import { openPackage, subPackagesOf, type BuiltPackage } from './host/builtPackage'
import { staticFaults } from './host/check'

const ROOT = path.resolve(__dirname, '../..')
const KB = 1024
const MB = 1024 * KB

const sum = (built: BuiltPackage, files: readonly string[]): number => files.reduce((bytes, file) => bytes + built.bytes(file), 0)

/** Bytes of the main package, and of each subpackage. Licence texts are counted too, though they are not uploaded. */
const weigh = (built: BuiltPackage): { readonly main: number; readonly subs: readonly number[] } => {
  const files = built.files()
  const roots = subPackagesOf(built.app).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  return {
    main: sum(built, files.filter((file) => !roots.some((root) => file.startsWith(root)))),
    subs: roots.map((root) => sum(built, files.filter((file) => file.startsWith(root)))),
  }
}

type Texts = Readonly<Record<string, { readonly zh: string }>>
/** Sentences of an area, in Chinese; long ones, for short ones are said everywhere. */
const sentencesOf = (texts: Texts): string[] => Object.values(texts).map(({ zh }) => zh).filter((zh) => zh.length >= 8)

/** What only the window console or the hall screen says, and the phone's pages do not. */
const webOnlySentences = (): string[] => {
  const folder = path.join(ROOT, 'miniapp/src/i18n')
  const others = readdirSync(folder).filter((file) => file.endsWith('.ts') && !/^(console.*|screen|supervision)\.ts$/.test(file)).map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n')
  return [consoleTexts, bookTexts, arrivalRefusalTexts, accountTexts, screenTexts, supervisionTexts, overviewTexts, comparisonTexts, alertTodoTexts, orderTexts].flatMap(sentencesOf).filter((sentence) => !others.includes(sentence))
}

/** WeChat calls that touch private things and must be declared in app.json, each with the permission it asks for, if any. */
const privateCalls: Readonly<Record<string, string | null>> = {
  getFuzzyLocation: 'scope.userFuzzyLocation', getLocation: 'scope.userLocation', onLocationChange: 'scope.userLocation',
  startLocationUpdate: 'scope.userLocation', startLocationUpdateBackground: 'scope.userLocationBackground',
  chooseLocation: null, choosePoi: null, chooseAddress: null,
}

describe.each(['weapp', 'alipay'] as const)('the built %s package', (name) => {
  const built = openPackage(name)
  const code = readCode(built.folder)

  it('is light: the main package at most 800 KB, each at most 1.5 MB', () => {
    const { main, subs } = weigh(built)
    expect(main).toBeGreaterThan(100 * KB)
    expect(main).toBeLessThanOrEqual(800 * KB)
    for (const bytes of subs) expect(bytes).toBeLessThanOrEqual(1.5 * MB)
  })

  it('fetches cases, guides, ratings, the log of calls, family, lists of appointments, messages and what belongs to an account only when they are opened: their pages lie in packages of their own, with what only they use', () => {
    const { subs } = weigh(built)
    expect(subPackagesOf(built.app).map(({ root }) => root)).toEqual(['pages/cases', 'pages/guides', 'pages/rate', 'pages/ratings', 'pages/calls', 'pages/persons', 'pages/appointments', 'pages/waiting', 'pages/messages', 'pages/account'])
    for (const bytes of subs) expect(bytes).toBeGreaterThan(2 * KB)
    const scriptsOf = (folder: string) => readCode(path.join(built.folder, folder))
    // What only these pages call their parts, in style sheets and scripts alike.
    expect([...scriptsOf('pages/cases').texts].join('\n')).toContain('receipt-scan')
    expect([...scriptsOf('pages/guides').texts].join('\n')).toContain('guide-summary')
    expect([...scriptsOf('pages/messages').texts].join('\n')).toContain('message-permit-acts')
    expect([...scriptsOf('pages/account').texts].join('\n')).toContain('privacy-field')
    const main = built.files().filter((file) => file.endsWith('.js') && !/^pages\/(cases|guides|rate|ratings|calls|persons|appointments|waiting|messages|account)\//.test(file)).map((file) => built.read(file)).join('\n')
    expect(main).not.toMatch(/receipt-scan|guide-summary|message-permit-acts|privacy-field/)
  })

  it('has every file it names, in a form the oldest phones read', () => {
    expect(staticFaults(built)).toEqual([])
  })

  it('lists the pages of a citizen and no other', () => {
    expect([...built.pages].sort()).toEqual(['appointment', 'appointments', 'book', 'book-slot', 'hall', 'halls', 'home', 'me', 'persons', 'rate', 'scan', 'sign-in', 'take', 'ticket', 'waiting',
      'cases', 'cases/case', 'cases/receipt', 'guides/search', 'guides/guide', 'ratings', 'ratings/rating', 'calls', 'messages', 'messages/settings',
      'account/real-name', 'account/devices', 'account/privacy', 'account/privacy-guide', 'account/my-data', 'account/delete-me'].map((page) => `pages/${page}/index`).sort())
    expect(built.pages[0]).toBe('pages/home/index')
    expect(built.files().filter((file) => /console|screen/.test(file))).toEqual([])
  })

  it('carries nothing of the window console and the hall screen', () => {
    const theirs = webOnlySentences()
    expect(theirs.length).toBeGreaterThan(20)
    expect(theirs.filter((sentence) => code.texts.has(sentence))).toEqual([])
    // The same search finds what is there.
    expect(sentencesOf(scanTexts).filter((sentence) => !code.texts.has(sentence))).toEqual([])
  })

  it('knows no endpoint of the staff, and no validator', () => {
    const paths = [...code.texts].filter((text) => text.startsWith('/api/'))
    expect(paths).toContain('/api/tickets')
    expect(paths.filter((text) => text.startsWith('/api/staff'))).toEqual([])
    expect(code.texts.has('ZodError')).toBe(false)
  })

  it('has colours for its bar in both themes', () => {
    const themes = JSON.parse(built.read(built.app.themeLocation ?? '') ?? '{}') as Readonly<Record<string, object>>
    const named = Object.values(built.app.window ?? {}).filter((value) => String(value).startsWith('@')).map((value) => String(value).slice(1))
    for (const theme of ['light', 'dark']) expect(Object.keys(themes[theme] ?? {})).toEqual(expect.arrayContaining(named))
  })
})

describe('the search for what must not be in a package', () => {
  it('finds it in the web build, which has it', () => {
    const web = path.join(ROOT, 'miniapp/dist/h5/js')
    if (!existsSync(web)) throw new Error('miniapp/dist/h5/js is not there. Run: npm run build:h5')
    const { texts } = readCode(web)
    expect(webOnlySentences().filter((sentence) => !texts.has(sentence))).toEqual([])
  })
})

describe('what WeChat is told of the weapp package', () => {
  const built = openPackage('weapp')
  const { methods } = readCode(built.folder)
  const project = JSON.parse(readFileSync(path.join(ROOT, 'project.config.json'), 'utf8')) as { miniprogramRoot: string; compileType: string; setting: Record<string, boolean> }

  it('declares the private calls it makes, and no more', () => {
    const used = Object.keys(privateCalls).filter((call) => methods.has(call))
    expect(built.app.requiredPrivateInfos).toEqual(used)
    const scopes = used.flatMap((call) => privateCalls[call] ?? [])
    expect(Object.keys(built.app.permission ?? {})).toEqual(scopes)
  })

  it('has WeChat hold personal things back until its privacy guide is agreed to, with the button that WeChat believes', () => {
    expect(built.app.__usePrivacyCheck__).toBe(true)
    expect(built.read('base.wxml')).toContain('bindagreeprivacyauthorization')
    expect(openPackage('alipay').app.__usePrivacyCheck__).toBeUndefined()
  })

  it('says in at most 30 characters what each permission is for', () => {
    for (const { desc } of Object.values(built.app.permission ?? {})) expect([...desc].length).toBeLessThanOrEqual(30)
  })

  it('names the folder of the build, which is not compiled a second time', () => {
    expect(path.resolve(ROOT, project.miniprogramRoot)).toBe(built.folder)
    expect(project.compileType).toBe('miniprogram')
    expect(project.setting).toMatchObject({ es6: false, enhance: false, postcss: false, minified: false })
  })
})
