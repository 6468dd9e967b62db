import { useEffect, useState } from 'react'
import { currentLanguage } from '@/i18n'
import { asApiError } from '@/platform/api'
import { now } from '@/platform/clock'
import { readCode } from './api'
import { nextFetchIn, type ScreenCode } from './code'
import { serverTime } from './view'

/** The rotating code: with when it was heard; or that this screen's key is refused. */
export interface HeardCode { readonly code: ScreenCode | null; readonly receivedAt: number; readonly refused: boolean }
const nothing: HeardCode = { code: null, receivedAt: 0, refused: false }

/** A screen whose key was refused asks again now and then: a supervisor may set it right at the server. Milliseconds. */
const REFUSED_PAUSE_MS = 60_000

/** Fetches the code at once, at each change, and soon again after a failure. */
export const useScreenCode = (hallId: string, screenKey: string): HeardCode => {
  const [heard, setHeard] = useState(nothing)
  useEffect(() => {
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = (milliseconds: number): void => {
      if (!left) timer = setTimeout(() => { void fetch() }, milliseconds)
    }
    const fetch = async (): Promise<void> => {
      try {
        const code = await readCode(hallId, screenKey)
        if (left) return
        setHeard({ code, receivedAt: now(), refused: false })
        again(nextFetchIn(code, code.asOf, false))
      } catch (thrown) {
        if (left) return
        const refused = asApiError(thrown, currentLanguage()).code === 'FORBIDDEN'
        setHeard((before) => (refused ? { ...nothing, refused } : before))
        again(refused ? REFUSED_PAUSE_MS : nextFetchIn(null, 0, true))
      }
    }
    void fetch()
    return () => { left = true; clearTimeout(timer) }
  }, [hallId, screenKey])
  return heard
}

/** The server's clock now, as the code's answer told it. */
export const codeTime = ({ code, receivedAt }: HeardCode, at: number): number => (code ? serverTime(code.asOf, receivedAt, at) : 0)
