import http from 'node:http'
import { useEffect } from 'react'

/**
 * Taro as the tests' phone has it. Requests are real ones, to a real server on this machine; storage is kept in memory;
 * what was opened, said or felt is noted down for the test to read.
 */
interface Options { readonly path?: string; readonly query?: Record<string, unknown> }
interface Phone {
  /** Every page opened: how, and its address. */
  opened: { readonly how: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'navigateBack'; readonly url: string }[]
  /** Parameters of the page under test. */
  params: Record<string, string>
  pages: number
  storage: Map<string, unknown>
  title: string
  vibrations: number
  screenKeptOn: boolean
  /** What the scanner reads next; null is a citizen who goes away. */
  scan: string | null
  /** The pictures chosen next; null is a citizen who goes away. */
  photos: readonly Uint8Array[] | null
  /** Every question for permission, by its templates; what is answered, by template: none when the host fails. */
  askedFor: (readonly string[])[]
  permissions: Readonly<Record<string, string>> | { readonly errCode: number }
  /** What is kept for always, as WeChat’s own settings tell. */
  keptPermissions: Readonly<Record<string, string>>
  /** What lies in the clipboard; an Error is a phone that forbids it. */
  copied: string | Error
  shown: Set<(options?: Options) => void>
  hidden: Set<() => void>
}

const fresh = (): Phone => ({
  opened: [], params: {}, pages: 1, storage: new Map(), title: '', vibrations: 0, screenKeptOn: false, scan: null, photos: null, copied: '',
  askedFor: [], permissions: {}, keptPermissions: {}, shown: new Set(), hidden: new Set(),
})
export const phone: Phone = fresh()
export const resetTaro = (): void => { Object.assign(phone, fresh()) }

/** Another page covers this one, or the phone is locked. */
export const hidePage = (): void => phone.hidden.forEach((hide) => hide())
export const showPage = (options?: Options): void => phone.shown.forEach((show) => show(options))

export const useRouter = (): { params: Record<string, string> } => ({ params: phone.params })
export const useLoad = (load: (query: Record<string, string>) => void): void => useEffect(() => load(phone.params), [])
export const useLaunch = (launch: (options: Options) => void): void => useEffect(() => launch({ path: '', query: phone.params }), [])
export const useReady = (ready: () => void): void => useEffect(ready, [])

export const useDidShow = (show: (options?: Options) => void): void => {
  // To the app the first showing repeats what the launch said.
  useEffect(() => { show({ path: '', query: phone.params }) }, [])
  useEffect(() => {
    phone.shown.add(show)
    return () => { phone.shown.delete(show) }
  })
}
export const useDidHide = (hide: () => void): void => useEffect(() => {
  phone.hidden.add(hide)
  return () => { phone.hidden.delete(hide) }
})
export const usePullDownRefresh = (): void => undefined
export const useReachBottom = (): void => undefined
export const useShareAppMessage = (): void => undefined

interface RequestOptions { readonly url: string; readonly method?: string; readonly header?: Record<string, string>; readonly data?: object; readonly timeout?: number }
type RequestTask = Promise<{ statusCode: number; data: unknown; header: http.IncomingHttpHeaders }> & { abort: () => void }

const parse = (text: string): unknown => { try { return JSON.parse(text) as unknown } catch { return text } }

const request = ({ url, method = 'GET', header = {}, data, timeout }: RequestOptions): RequestTask => {
  let abort = (): void => undefined
  const task = new Promise<{ statusCode: number; data: unknown; header: http.IncomingHttpHeaders }>((resolve, reject) => {
    const fail = (reason: string): void => reject(Object.assign(new Error(reason), { errMsg: `request:fail ${reason}` }))
    try {
      const sent = http.request(url, { method, headers: header, timeout, agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve({ statusCode: answer.statusCode ?? 0, data: parse(Buffer.concat(chunks).toString('utf8')), header: answer.headers }))
        answer.on('error', (error) => fail(error.message))
      })
      abort = () => { sent.destroy() }
      sent.on('timeout', () => sent.destroy(new Error('timeout')))
      sent.on('error', (error) => fail(error.message))
      sent.end(data && method !== 'GET' ? isBytes(data) ? Buffer.from(data) : JSON.stringify(data) : undefined)
    } catch (error) { fail(String(error)) }
  })
  return Object.assign(task, { abort: () => abort() })
}

const isBytes = (data: object): data is ArrayBuffer => Object.prototype.toString.call(data) === '[object ArrayBuffer]'

const open = (how: Phone['opened'][number]['how']) => async ({ url = '' }: { url?: string } = {}): Promise<void> => { phone.opened.push({ how, url }) }

const Taro = {
  request,
  navigateTo: open('navigateTo'),
  redirectTo: open('redirectTo'),
  reLaunch: open('reLaunch'),
  navigateBack: open('navigateBack'),
  getCurrentPages: () => Array.from({ length: phone.pages }),
  setNavigationBarTitle: async ({ title }: { title: string }) => { phone.title = title },
  getStorageSync: (key: string): unknown => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => { phone.storage.set(key, JSON.parse(JSON.stringify(value)) as unknown) },
  removeStorageSync: (key: string) => { phone.storage.delete(key) },
  setKeepScreenOn: async ({ keepScreenOn }: { keepScreenOn: boolean }) => { phone.screenKeptOn = keepScreenOn },
  vibrateLong: async () => { phone.vibrations += 1 },
  scanCode: async () => {
    if (phone.scan === null) throw Object.assign(new Error('cancel'), { errMsg: 'scanCode:fail cancel' })
    return { result: phone.scan, path: '' }
  },
  chooseImage: async ({ count = 9 }: { count?: number }) => {
    if (phone.photos === null) throw Object.assign(new Error('cancel'), { errMsg: 'chooseImage:fail cancel' })
    return { tempFilePaths: phone.photos.slice(0, count).map((_, index) => `photo://${index}`) }
  },
  getFileSystemManager: () => ({
    readFile: ({ filePath, success, fail }: { filePath: string; success: (read: { data: ArrayBuffer }) => void; fail: (failure: unknown) => void }) => {
      const bytes = phone.photos?.[Number(filePath.slice('photo://'.length))]
      if (bytes) success({ data: new Uint8Array(bytes).buffer })
      else fail({ errMsg: 'readFile:fail no such file' })
    },
  }),
  requestSubscribeMessage: async ({ tmplIds }: { tmplIds: readonly string[] }) => {
    phone.askedFor.push(tmplIds)
    if ('errCode' in phone.permissions) throw Object.assign(new Error('refused'), { ...phone.permissions, errMsg: 'requestSubscribeMessage:fail' })
    return { errMsg: 'requestSubscribeMessage:ok', ...phone.permissions }
  },
  getSetting: async () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: phone.keptPermissions } }),
  setClipboardData: async ({ data }: { data: string }) => {
    if (phone.copied instanceof Error) throw phone.copied
    phone.copied = data
  },
  getNetworkType: async () => ({ networkType: 'wifi' }),
  onNetworkStatusChange: () => undefined,
  getSystemInfoSync: () => ({ language: 'zh_CN' }),
  getDeviceInfo: () => ({ brand: 'test', model: 'iPhone 15', system: 'iOS 19.1' }),
  login: async () => ({ code: 'host-code' }),
}
export default Taro
