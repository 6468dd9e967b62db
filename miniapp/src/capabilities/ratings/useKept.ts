import { useEffect, useReducer } from 'react'
import { useSession } from '@/platform'
import type { Delivery } from './delivery'

/** Follows what is kept on this phone: renders anew whenever something goes out or has arrived. */
export const useKept = (delivery: Delivery): Delivery['kept'] => {
  const [, heard] = useReducer((times: number) => times + 1, 0)
  // Another person's session empties what is kept.
  useSession()
  useEffect(() => delivery.listen(() => heard()), [delivery])
  return delivery.kept
}
