import { useEffect, useState } from 'react'
import { useVisible } from '@/platform'
import { presences } from './api'

/** Soon enough for a button that would lead nowhere. */
const LOOK_EVERY_MS = 5_000

/** Whether this phone holds a good proof for the hall. Looked at again when the page is seen, and now and then, for it grows old by itself. */
export const usePresent = (hallId: string): boolean => {
  const visible = useVisible()
  const [, look] = useState(0)
  useEffect(() => {
    if (!visible) return undefined
    const timer = setInterval(() => look((times) => times + 1), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [visible])
  return presences.of(hallId) !== null
}
