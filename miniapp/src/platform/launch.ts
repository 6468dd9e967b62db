import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import { useRef } from 'react'
import { codeInLaunch, type LaunchQuery } from '@shared/link'
import { pause } from './clock'
import { isRecord } from './storage'
import { pageUrl } from './navigate'

const FIELDS = ['q', 'scene', 'qrCode', 'c'] as const

/** Only what may carry a hall's code: Taro adds parameters of its own. */
export const launchQuery = (query: unknown): LaunchQuery =>
  isRecord(query) ? Object.fromEntries(FIELDS.flatMap((field) => (typeof query[field] === 'string' ? [[field, query[field]]] : []))) : {}

interface Options { readonly path?: string; readonly query?: unknown }
/** While the app starts, the host may have no page yet to open another one over. */
const START_PAUSE_MS = 500

const codeOf = (options: Options | undefined): string | null => codeInLaunch(launchQuery(options?.query))

/** Opens the scan page unless it is what the host opened; tells whether it is open now. */
const openScan = async (code: string, path = ''): Promise<boolean> => {
  if (path.includes('pages/scan/')) return true
  try {
    await Taro.navigateTo({ url: pageUrl('scan', { c: code }) })
    return true
  } catch { return false }
}

/** Tries again what came too early at the launch. */
const openAfterAll = async (code: string, opened: Promise<boolean>): Promise<void> => {
  if (await opened || await openScan(code)) return
  await pause(START_PAUSE_MS)
  await openScan(code)
}

/**
 * For the app alone: follows a hall's code that started or resumed it. WeChat and browsers open the scan page themselves;
 * Alipay hands an ordinary link's `qrCode` to the app only, also when the app is already running.
 */
export const useLaunchCode = (): void => {
  const launched = useRef<{ readonly code: string; readonly opened: Promise<boolean> } | null>(null)
  useLaunch((options: Options) => {
    const code = TARGET === 'alipay' ? codeOf(options) : null
    if (code) launched.current = { code, opened: openScan(code, options.path) }
  })
  useDidShow((options?: Options) => {
    if (TARGET !== 'alipay') return
    const first = launched.current
    launched.current = null
    const code = codeOf(options)
    // The first showing repeats what the launch said.
    if (code && code !== first?.code) void openScan(code, options?.path)
    else if (first) void openAfterAll(first.code, first.opened)
  })
}
