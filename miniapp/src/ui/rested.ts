import { useEffect, useState } from 'react'

/** Waits until a value rests, so that not every typed letter asks the server. */
export const useRested = <T>(value: T, milliseconds: number): T => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}
