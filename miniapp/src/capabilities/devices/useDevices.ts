import { useRef, useState } from 'react'
import type { Device } from '@shared/identity'
import { currentLanguage } from '@/i18n'
import { asApiError, useRemote, useSession, type ApiError } from '@/platform'
import { endDevice, endOtherDevices, listDevices } from './api'

/** This one first, then the one used last. */
export const inOrder = (devices: readonly Device[]): Device[] => [...devices].sort((a, b) => Number(b.current) - Number(a.current) || b.seenAt - a.seenAt)

/** Where the citizen is signed in, and signing those out that are not this one. To ask for it again does no harm. */
export const useDevices = () => {
  const session = useSession()
  const remote = useRemote(`devices/${session?.token ?? ''}`, async () => inOrder(await listDevices()), { skip: !session })
  const [busy, setBusy] = useState(false)
  const [ended, setEnded] = useState<number | 'one' | null>(null)
  const [refused, setRefused] = useState<ApiError | null>(null)
  // State is only seen at the next rendering; a double tap is faster.
  const under = useRef(false)

  const run = async (act: () => Promise<number | 'one'>): Promise<void> => {
    if (under.current) return
    under.current = true
    setBusy(true)
    setRefused(null)
    setEnded(null)
    try { setEnded(await act()) } catch (thrown) { setRefused(asApiError(thrown, currentLanguage())) } finally {
      under.current = false
      setBusy(false)
      remote.reload()
    }
  }
  return {
    session, ...remote, busy, ended, refused,
    end: (deviceId: string) => run(async () => { await endDevice(deviceId); return 'one' }),
    endOthers: () => run(endOtherDevices),
  }
}
