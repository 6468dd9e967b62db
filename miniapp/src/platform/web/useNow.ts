import { useEffect, useState } from 'react'
import { now } from '@/platform/clock'

/** The device's clock, read anew every so many milliseconds, for what runs on the screen: countdowns, elapsed time. */
export const useNow = (everyMs: number): number => {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return at
}
