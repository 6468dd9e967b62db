import { useRemote, useSession } from '@/platform'
import { listPersons } from './api'

/** Those the citizen may book for; asked anew whenever the page comes into sight, e.g. after somebody was added. */
export const usePersons = () => {
  const session = useSession()
  return { session, ...useRemote(`persons:${session?.expiresAt ?? ''}`, listPersons, { skip: !session }) }
}
