import type { Page } from 'playwright-core'
import { looks, stateLooks, usualLooks, type LookName } from './looks'
import type { Scene } from './scene'

export interface Shot {
  readonly name: string
  readonly title: string
  /** `revoked`: signed in as this phone believes, and no more as the server knows. */
  readonly who: keyof Scene['visitors'] | 'newcomer' | 'booker' | 'holder' | 'follower' | 'latecomer' | 'joined' | 'revoked' | null
  readonly path: (scene: Scene) => string
  readonly looks: readonly LookName[]
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

type Drawn = Omit<Shot, 'name' | 'title' | 'who' | 'path' | 'looks'>
const shot = (chosen: readonly LookName[]) => (name: string, title: string, who: Shot['who'], path: string | ((scene: Scene) => string), more: Drawn = {}): Shot =>
  ({ name, title, who, path: typeof path === 'string' ? () => path : path, looks: chosen, ...more })

/** One of the screens that everybody sees. */
export const main = shot(looks.map(({ name }) => name))
export const usual = shot(usualLooks)
export const state = shot(stateLooks)

/** A screen of its own, and not a further state of one. */
export const isScreen = ({ looks: chosen }: Shot): boolean => chosen.includes('zh-dark')

export const press = (name: RegExp) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().tap()
