import { useEffect, useState } from 'react'
import type { Place } from '@shared/halls'
import { findPlace, isFlag, stored, type Placed } from '@/platform'

/** Whether the citizen once asked to sort by distance; the place itself is never kept. */
const wanted = stored('sortByDistance', 1, isFlag)
let found: Place | null = null

export interface NearbyPlace { readonly place: Place | null; readonly state: 'idle' | 'asking' | Placed['kind']; readonly ask: () => void }

/** The phone's place, asked for by the citizen's own tap; later visits use it without asking again. */
export const useNearbyPlace = (): NearbyPlace => {
  const [place, setPlace] = useState(found)
  const [state, setState] = useState<NearbyPlace['state']>(found ? 'place' : 'idle')
  const ask = (): void => {
    setState('asking')
    void findPlace().then((outcome) => {
      setState(outcome.kind)
      if (outcome.kind === 'place') { found = outcome.place; setPlace(outcome.place) }
      wanted.write(outcome.kind !== 'refused')
    })
  }
  useEffect(() => { if (!found && wanted.read() === true) ask() }, [])
  return { place, state, ask }
}
