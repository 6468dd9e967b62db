import { useCallback, useRef, useState } from 'react'
import type { ConsoleView } from '@shared/console'
import { currentLanguage } from '@/i18n'
import { type ApiError, asApiError } from '@/platform/api'
import { now } from '@/platform/clock'
import { usePoll } from '@/platform/web/usePoll'
import type { ConsoleApi } from './api'

/** The pace of asking, milliseconds, while the page can be seen. */
const EVERY_MS = 2000
/** Unheard for so long the view is marked as old: three missed answers. */
const STALE_MS = 7000

/** The hall as last heard. */
export interface HeardConsole { readonly view: ConsoleView; readonly receivedAt: number }

/** The server's clock now, from its last answer. */
export const serverNow = ({ view, receivedAt }: HeardConsole, at: number): number => view.asOf + Math.max(0, at - receivedAt)
export const isStale = ({ receivedAt }: HeardConsole, at: number): boolean => at - receivedAt > STALE_MS

export interface FollowedConsole {
  readonly heard: HeardConsole | null
  /** Why the last question failed; null after an answer. */
  readonly error: ApiError | null
  readonly refresh: () => void
  /** Takes in what an act's own answer told; questions asked before it are dropped when they come in. */
  readonly accept: (change: (before: ConsoleView) => ConsoleView) => void
}

/** Follows a hall. The server's state is the truth: a reload shows what is, not what this tab remembers. */
export const useConsole = (api: ConsoleApi, hallId: string, onSessionOver: () => void): FollowedConsole => {
  const [heard, setHeard] = useState<HeardConsole | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const acts = useRef(0)

  const ask = useCallback(async (isLeft: () => boolean) => {
    const actsBefore = acts.current
    try {
      const view = await api.console(hallId)
      if (isLeft() || acts.current !== actsBefore) return
      setHeard({ view, receivedAt: now() })
      setError(null)
    } catch (thrown) {
      if (isLeft()) return
      const failure = asApiError(thrown, currentLanguage())
      if (failure.code === 'UNAUTHENTICATED') onSessionOver()
      setError(failure)
    }
  }, [api, hallId, onSessionOver])

  const refresh = usePoll(ask, EVERY_MS)
  const accept = useCallback((change: (before: ConsoleView) => ConsoleView) => {
    acts.current += 1
    setHeard((before) => before && { view: change(before.view), receivedAt: before.receivedAt })
    refresh()
  }, [refresh])
  return { heard, error, refresh, accept }
}
