import { useEffect, useRef, useState } from 'react'
import { currentLanguage } from '@/i18n'
import { asApiError, now, useOnline, useRemote, useSession, useVisible, type ApiError } from '@/platform'
import { useElapsed } from '@/ui'
import { listMessages, markRead } from '../api'
import { seenUntil, withNewest, withOlder, type Inbox } from './inboxView'

const PACE_SECONDS = 30
const GRACE_MS = 20_000

interface Held { readonly owner: number | null; readonly inbox: Inbox }

/** My messages while they are seen: the newest by themselves, older ones on request. What came into view is marked as read. */
export const useInbox = () => {
  const session = useSession()
  const online = useOnline()
  const visible = useVisible()
  const owner = session?.expiresAt ?? null
  const remote = useRemote(`messages/${owner ?? ''}`, () => listMessages(), { everySeconds: PACE_SECONDS, skip: !session })
  const [held, setHeld] = useState<Held | null>(null)
  const [older, setOlder] = useState<{ readonly busy: boolean; readonly failure: ApiError | null }>({ busy: false, failure: null })
  const under = useRef(false)
  const readUntil = useRef(0)
  const { data } = remote

  useEffect(() => {
    if (data) setHeld((before) => ({ owner, inbox: withNewest(before?.owner === owner ? before.inbox : null, data) }))
  }, [data, owner])
  const inbox = held?.owner === owner ? held.inbox : data
  const newest = data?.messages[0]?.at
  const unread = data?.unread ?? 0

  // Asked for again with every answer that still counts unread ones.
  useEffect(() => {
    if (!visible || unread === 0 || newest === undefined) return
    void markRead(newest).then(() => { readUntil.current = newest }, () => undefined)
  }, [visible, unread, newest, data])
  useEffect(() => {
    if (!visible) setHeld((before) => before && { ...before, inbox: seenUntil(before.inbox, readUntil.current) })
  }, [visible])

  const loadOlder = async (): Promise<void> => {
    const last = inbox?.messages.at(-1)
    if (under.current || !last) return
    under.current = true
    setOlder({ busy: true, failure: null })
    try {
      const page = await listMessages(last.at)
      setHeld((before) => (before?.owner === owner ? { owner, inbox: withOlder(before.inbox, page) } : before))
      setOlder({ busy: false, failure: null })
    } catch (thrown) {
      setOlder({ busy: false, failure: asApiError(thrown, currentLanguage()) })
    } finally { under.current = false }
  }
  const tooLong = useElapsed(remote.heardAt, PACE_SECONDS * 1000 + GRACE_MS, now)
  const old = data !== null && (!online || tooLong || remote.failure !== null)
  return {
    session, inbox, failure: remote.failure, loading: remote.loading, reload: remote.reload, older, loadOlder: () => { void loadOlder() },
    oldSince: old ? remote.heardAt : null, troubled: online && remote.failure?.code !== 'OFFLINE',
  }
}
