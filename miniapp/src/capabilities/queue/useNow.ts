import { useEffect, useState } from 'react'
import { now, useVisible } from '@/platform'

/**
 * The phone's clock, with a rendering every second while people can see the page. Each rendering reads it anew: what is
 * shown first after a locked screen must not be as old as the lock.
 */
export const useNow = (): number => {
  const visible = useVisible()
  const [, tick] = useState(0)
  useEffect(() => {
    if (!visible) return undefined
    const timer = setInterval(() => tick((ticks) => ticks + 1), 1000)
    return () => clearInterval(timer)
  }, [visible])
  return now()
}
