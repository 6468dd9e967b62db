import { useCallback, useState } from 'react'
import { stored } from '@/platform/storage'
import { readTab, writeTab } from '@/platform/web/tabStorage'
import { isPlace, type Place, placeFor } from './place'

const kept = stored('console-place', 1, isPlace)
/** The link from whose hall somebody moved on in this tab: its address still names that hall after a reload. */
const LEFT_LINK = 'yichuang.console-left-link'

/** The place, and the function that changes and remembers it. */
export const usePlace = (halls: readonly string[], linkedHall: string): readonly [Place, (place: Place) => void] => {
  const [place, setPlace] = useState(() => placeFor(halls, kept.read(), readTab(LEFT_LINK) === linkedHall ? '' : linkedHall))
  const choose = useCallback((next: Place) => {
    kept.write(next)
    writeTab(LEFT_LINK, linkedHall === '' || next.hallId === linkedHall ? null : linkedHall)
    setPlace(next)
  }, [linkedHall])
  return [place, choose]
}
