import Taro, { useRouter } from '@tarojs/taro'
import { now } from './clock'
import { quietly } from './quietly'

export type TabPage = 'home' | 'halls' | 'me'
export type SubPage = 'hall' | 'take' | 'ticket' | 'rate' | 'scan' | 'sign-in' | 'persons' | 'book' | 'book-slot' | 'appointment' | 'appointments' | 'waiting'
  | 'cases' | 'case' | 'receipt' | 'search' | 'guide' | 'ratings' | 'rating' | 'calls' | 'messages' | 'message-settings' | 'real-name' | 'devices' | 'privacy' | 'privacy-guide' | 'my-data' | 'delete-me'
  | 'console' | 'screen' | 'supervision'
export type PageParams = Readonly<Record<string, string | undefined>>

/** Where the pages of a subpackage lie; all others stand right below `pages`. */
const places: Partial<Record<TabPage | SubPage, string>> = {
  case: 'cases/case', receipt: 'cases/receipt', search: 'guides/search', guide: 'guides/guide', rating: 'ratings/rating', 'message-settings': 'messages/settings',
  'real-name': 'account/real-name', devices: 'account/devices', privacy: 'account/privacy', 'privacy-guide': 'account/privacy-guide',
  'my-data': 'account/my-data', 'delete-me': 'account/delete-me',
}

/** The address of a page, with its parameters encoded. */
export const pageUrl = (page: TabPage | SubPage, params: PageParams = {}): string => {
  const pairs = Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
  return `/pages/${places[page] ?? page}/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** WeChat stacks at most ten pages. */
const DEEPEST = 10
const depth = (): number => Taro.getCurrentPages().length

/** A second tap on the same thing within so many milliseconds is meant as one. */
const DOUBLE_TAP_MS = 600
let opened = { url: '', at: 0 }

/** Opens a page over this one; a double tap opens it once. */
export const openPage = (page: SubPage, params?: PageParams): void => {
  const url = pageUrl(page, params)
  const at = now()
  if (opened.url === url && at - opened.at < DOUBLE_TAP_MS) return
  opened = { url, at }
  quietly(() => (depth() >= DEEPEST ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })))
}

/** Opens a page in place of this one, so that “back” does not come here again. */
export const replacePage = (page: SubPage, params?: PageParams): void => quietly(() => Taro.redirectTo({ url: pageUrl(page, params) }))

/** Goes to one of the three tabs; there is no way back from it. */
export const openTab = (page: TabPage): void => quietly(() => Taro.reLaunch({ url: pageUrl(page) }))

/** Back to the page before; home when somebody came here by a link. */
export const goBack = (): void => {
  if (depth() > 1) quietly(() => Taro.navigateBack())
  else openTab('home')
}

/** Goes to an address made by `pageUrl`, e.g. the one remembered while signing in. Anything else leads home. */
export const openUrl = (url: string): void => {
  const known = /^\/pages\/([a-z-]+\/){1,2}index(\?[^#]*)?$/.test(url)
  const tab = /^\/pages\/(home|halls|me)\/index/.test(url)
  if (!known) openTab('home')
  else quietly(() => (tab ? Taro.reLaunch({ url }) : Taro.redirectTo({ url })))
}

/** Back to the page before; to an address made by `pageUrl` when there is none, e.g. after the web came back from elsewhere. */
export const goBackOr = (url: string): void => {
  if (depth() > 1) goBack()
  else openUrl(url)
}

const decodeOnce = (value: string): string => { try { return decodeURIComponent(value) } catch { return value } }

/**
 * A parameter of this page, decoded; empty when it is missing. Mini-programs hand them over encoded, and so does the web
 * for a page opened within the app; an address typed in comes decoded. None of ours holds a `%`, so once more does no harm.
 */
export const usePageParam = (name: string): string => decodeOnce(useRouter().params[name] ?? '')
