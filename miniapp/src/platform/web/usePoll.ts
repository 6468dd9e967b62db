import { useCallback, useEffect, useRef } from 'react'
import { useVisible } from '@/platform/visibility'
import { type Poll, startPoll } from './poll'

/**
 * Asks again and again while the page can be seen. `ask` is told when the page is left, so that a late answer is
 * dropped. Gives the function that asks at once; a new `ask` begins anew, so keep it with `useCallback`.
 */
export const usePoll = (ask: (isLeft: () => boolean) => Promise<void>, everyMs: number): (() => void) => {
  const visible = useVisible()
  const poll = useRef<Poll | null>(null)
  useEffect(() => {
    let left = false
    const started = startPoll(() => ask(() => left), everyMs)
    poll.current = started
    return () => { left = true; started.stop() }
  }, [ask, everyMs])
  useEffect(() => poll.current?.see(visible), [visible, ask])
  return useCallback(() => poll.current?.now(), [])
}
