export type PlatformName = 'weapp' | 'alipay'

/** How one platform names the parts of a package. */
export interface Platform {
  readonly name: PlatformName
  /** The object through which a package speaks to the phone. */
  readonly global: 'wx' | 'my'
  readonly templates: '.wxml' | '.axml'
  readonly styles: '.wxss' | '.acss'
  /** Scripts of the view layer. */
  readonly viewScripts: '.wxs' | '.sjs'
  readonly roleAttribute: 'aria-role' | 'role'
  /** Names a browser or a newer engine has and this one has not; code that reaches for them finds nothing. */
  readonly absent: readonly string[]
}

const absent = ['window', 'document', 'self', 'location', 'globalThis', 'localStorage', 'sessionStorage', 'XMLHttpRequest']

export const platforms: Readonly<Record<PlatformName, Platform>> = {
  weapp: {
    name: 'weapp', global: 'wx', templates: '.wxml', styles: '.wxss', viewScripts: '.wxs', roleAttribute: 'aria-role',
    absent: [...absent, 'navigator'],
  },
  // Alipay's worker has a navigator, and Taro's runtime reads it when it is loaded.
  alipay: { name: 'alipay', global: 'my', templates: '.axml', styles: '.acss', viewScripts: '.sjs', roleAttribute: 'role', absent },
}
