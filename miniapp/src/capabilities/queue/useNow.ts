import { useEffect, useState } from 'react'
import { now, useVisible } from '@/platform'

/** The phone's clock, renewed every second while people can see the page. */
export const useNow = (): number => {
  const visible = useVisible()
  const [at, setAt] = useState(now)
  useEffect(() => {
    if (!visible) return undefined
    setAt(now())
    const timer = setInterval(() => setAt(now()), 1000)
    return () => clearInterval(timer)
  }, [visible])
  return at
}
