import { useCallback, useState } from 'react'
import { stored } from '@/platform/storage'
import { isPlace, type Place, placeFor } from './place'

const kept = stored('console-place', 1, isPlace)

/** The place, and the function that changes and remembers it. */
export const usePlace = (halls: readonly string[], linkedHall: string): readonly [Place, (place: Place) => void] => {
  const [place, setPlace] = useState(() => placeFor(halls, kept.read(), linkedHall))
  const choose = useCallback((next: Place) => {
    kept.write(next)
    setPlace(next)
  }, [])
  return [place, choose]
}
