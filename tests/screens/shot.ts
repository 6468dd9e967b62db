import type { Page } from 'playwright-core'
import type { Scene } from './scene'

export interface Shot {
  readonly name: string
  readonly title: string
  /** `revoked`: signed in as this phone believes, and no more as the server knows. */
  readonly who: keyof Scene['visitors'] | 'newcomer' | 'booker' | 'holder' | 'follower' | 'latecomer' | 'joined' | 'revoked' | null
  readonly path: (scene: Scene) => string
  /** A screen of its own, or a further state of one. */
  readonly kind: 'screen' | 'state'
  /** Done in the hall before the page is opened. Whatever changes is as it was for the next picture. */
  readonly before?: (scene: Scene) => Promise<void>
  /** Done on the page before the picture. */
  readonly act?: (page: Page, scene: Scene) => Promise<void>
  /** The whole page, not just what the phone shows at once. */
  readonly whole?: boolean
  /** `silent` never answers, `failing` answers that it cannot, `gone` was never there while the page itself was. */
  readonly network?: 'silent' | 'failing' | 'gone'
  /** The proof that one is in the hall: there unless said otherwise. */
  readonly scan?: 'fresh' | 'forged' | 'over' | 'none'
}

type Drawn = Omit<Shot, 'name' | 'title' | 'who' | 'path' | 'kind'>
const shot = (kind: Shot['kind']) => (name: string, title: string, who: Shot['who'], path: string | ((scene: Scene) => string), more: Drawn = {}): Shot =>
  ({ name, title, who, path: typeof path === 'string' ? () => path : path, kind, ...more })

export const screen = shot('screen')
export const state = shot('state')

export const press = (name: RegExp) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().tap()
