import { useEffect, useState } from 'react'

/**
 * True once more than `milliseconds` have passed since an instant; renders anew at that moment, so that what grows old
 * by itself shows it. `now` is the clock that told the instant.
 */
export const useElapsed = (since: number | null, milliseconds: number, now: () => number): boolean => {
  const [, wake] = useState(0)
  useEffect(() => {
    const left = since === null ? -1 : since + milliseconds - now()
    if (left < 0) return undefined
    const timer = setTimeout(() => wake((times) => times + 1), left + 1)
    return () => clearTimeout(timer)
  }, [since, milliseconds, now])
  return since !== null && now() - since > milliseconds
}
