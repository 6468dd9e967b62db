import { useEffect, useState } from 'react'
import { now, useVisible } from '@/platform'

/** What an answer told of the time: the server's clock in it, and when it came by the phone's. */
export interface Told { readonly asOf: number; readonly heardAt: number }

/**
 * The server's clock as well as the phone can tell, with a rendering every second while people can see the page: the
 * instant an answer named, and what has passed since by the phone's clock. It is behind by the answer's way, never ahead.
 */
export const useServerNow = (told: Told | null): number => {
  const visible = useVisible()
  const [, tick] = useState(0)
  useEffect(() => {
    if (!visible) return undefined
    const timer = setInterval(() => tick((ticks) => ticks + 1), 1000)
    return () => clearInterval(timer)
  }, [visible])
  return told ? told.asOf + Math.max(0, now() - told.heardAt) : now()
}
