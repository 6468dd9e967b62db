import { useRef, useState } from 'react'
import type { MessagePermit } from '@shared/messages'
import { canAskPermission, useRemote, useSession } from '@/platform'
import { asking } from '../asking/api'

export type PermitSaid = 'allowed' | 'notAllowed' | 'untold'

/** What the host lets through, and asking for more within the tap. */
export const usePermits = () => {
  const session = useSession()
  const carried = canAskPermission()
  const remote = useRemote<readonly MessagePermit[]>(`permits/${session?.expiresAt ?? ''}`, asking.read, { skip: !session || !carried })
  const [said, setSaid] = useState<{ readonly templateId: string; readonly what: PermitSaid } | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const under = useRef(false)

  const allow = async (templateId: string): Promise<void> => {
    if (under.current) return
    under.current = true
    const question = asking.askFor([templateId])
    setBusy(templateId)
    setSaid(null)
    try {
      const { answers, told } = await question
      const yes = answers.some(({ answer }) => answer === 'accept' || answer === 'always')
      const heard = await told
      setSaid({ templateId, what: !yes ? 'notAllowed' : heard ? 'allowed' : 'untold' })
      remote.reload()
    } finally {
      under.current = false
      setBusy(null)
    }
  }
  return { ...remote, carried, said, busy, allow: (templateId: string) => { void allow(templateId) } }
}
