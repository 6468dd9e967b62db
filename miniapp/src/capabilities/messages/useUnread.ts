import { useRemote, useSession } from '@/platform'
import { listMessages } from './api'

/** Where it is a side matter the inbox is not asked as often as on its own page. */
const SIDE_SECONDS = 120

/** How many messages are unread; null when nobody knows or nobody is signed in. */
export const useUnread = (): number | null => {
  const session = useSession()
  return useRemote(`unread/${session?.expiresAt ?? ''}`, () => listMessages(), { everySeconds: SIDE_SECONDS, skip: !session }).data?.unread ?? null
}
