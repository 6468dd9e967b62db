import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import { useRef } from 'react'
import { codeInLaunch, type LaunchQuery } from '@shared/link'
import { isRecord } from './storage'
import { pageUrl } from './navigate'
import { quietly } from './quietly'

const FIELDS = ['q', 'scene', 'qrCode', 'c'] as const

/** Only what may carry a hall's code: Taro adds parameters of its own. */
export const launchQuery = (query: unknown): LaunchQuery =>
  isRecord(query) ? Object.fromEntries(FIELDS.flatMap((field) => (typeof query[field] === 'string' ? [[field, query[field]]] : []))) : {}

/**
 * For the app alone: follows a hall's code that started or resumed it. WeChat and browsers open the scan page themselves;
 * Alipay hands an ordinary link's `qrCode` to the app only, also when the app is already running.
 */
export const useLaunchCode = (): void => {
  const launchedWith = useRef<string | null>(null)
  const follow = (options: { path?: string; query?: unknown } | undefined): string | null => {
    const code = codeInLaunch(launchQuery(options?.query))
    if (code && !options?.path?.includes('pages/scan/')) quietly(() => Taro.navigateTo({ url: pageUrl('scan', { c: code }) }))
    return code
  }
  useLaunch((options) => { if (TARGET === 'alipay') launchedWith.current = follow(options) })
  useDidShow((options) => {
    if (TARGET !== 'alipay') return
    // The first showing repeats what the launch said.
    const first = launchedWith.current
    launchedWith.current = null
    const code = codeInLaunch(launchQuery(isRecord(options) ? options.query : undefined))
    if (code && code !== first) follow(options)
  })
}
