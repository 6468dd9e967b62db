import { useEffect, useRef, useState } from 'react'
import type { MessageSettings } from '@shared/messages'
import { currentLanguage } from '@/i18n'
import { asApiError, now, useRemote, useSession, type ApiError } from '@/platform'
import { changeSettings, readSettings } from '../api'
import { asking } from '../asking/api'

export interface SettingsPage {
  /** As they are, or as they were just chosen; null while unknown. */
  readonly settings: MessageSettings | null
  readonly signedIn: boolean
  readonly failure: ApiError | null
  readonly loading: boolean
  readonly reload: () => void
  readonly saving: boolean
  /** The latest change is saved. */
  readonly saved: boolean
  /** Why it is not. */
  readonly failed: ApiError | null
  readonly change: (make: (now: MessageSettings) => MessageSettings) => void
}

interface Given { readonly owner: number | null; readonly settings: MessageSettings; readonly at: number }

/** My message settings. A change is saved at once; quick ones in a row one after the other, the last one for sure. What fails stays as it was. */
export const useSettings = (): SettingsPage => {
  const session = useSession()
  const owner = session?.expiresAt ?? null
  const remote = useRemote(`message-settings/${owner ?? ''}`, readSettings, { skip: !session })
  const [given, setGiven] = useState<Given | null>(null)
  const [wanted, setWanted] = useState<MessageSettings | null>(null)
  const [ended, setEnded] = useState<'saved' | ApiError | null>(null)
  const latest = useRef<MessageSettings | null>(null)
  const under = useRef(false)

  const newer = given?.owner === owner && given.at >= (remote.heardAt ?? 0) ? given.settings : null
  const kept = newer ?? remote.data
  const off = kept?.off
  // Nobody is asked to allow what they do not want.
  useEffect(() => { if (off) asking.noteOff(off) }, [off])

  const save = async (): Promise<void> => {
    under.current = true
    try {
      for (let sent: MessageSettings | null = null; latest.current !== null && latest.current !== sent;) {
        sent = latest.current
        const settings = await changeSettings(sent)
        setGiven({ owner, settings, at: now() })
      }
      setEnded('saved')
    } catch (thrown) {
      setEnded(asApiError(thrown, currentLanguage()))
      // It may have been saved all the same: what is shown is what the server says.
      remote.reload()
    } finally {
      under.current = false
      latest.current = null
      setWanted(null)
    }
  }
  const change = (make: (now: MessageSettings) => MessageSettings): void => {
    const before = latest.current ?? kept
    if (!before) return
    latest.current = make(before)
    setWanted(latest.current)
    setEnded(null)
    if (!under.current) void save()
  }
  return {
    settings: wanted ?? kept, signedIn: session !== null, failure: remote.failure, loading: remote.loading, reload: remote.reload,
    saving: wanted !== null, saved: ended === 'saved', failed: ended === 'saved' ? null : ended, change,
  }
}
