import { useRemote, useSession } from '@/platform'
import { exportMyData } from './api'

/** Everything that is held about whoever is signed in. Kept in memory only. */
export const useMyData = (skip = false) => {
  const session = useSession()
  return { session, ...useRemote(`my-data/${session?.token ?? ''}`, exportMyData, { skip: skip || !session }) }
}
