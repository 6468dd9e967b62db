import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '@/i18n'
import { signInTexts } from '@/i18n/signIn'
import { ApiError, channel, openUrl, pageUrl } from '@/platform'
import { PrivacyRefused, signInByHost } from './signIn'
import { finishSignIn, leaveToSignIn, nextAfterSignIn, TabForgetful } from './webSignIn'

export interface Fault {
  readonly text: string
  readonly requestId?: string
  /** The guide is another one than was agreed to. */
  readonly guideChanged?: boolean
}

/** What an identity service or a link may have put into this page's address. */
export interface CameBack { readonly code: string; readonly state: string }

const goOn = (to: string): void => openUrl(to || pageUrl('home'))

/** Signing in, by whatever this build offers; and on the web, coming back from the identity service. `next`: where to go when it is done. */
export const useSignIn = (next: string, { code, state }: CameBack) => {
  const t = useText(signInTexts)
  const [busy, setBusy] = useState(code !== '')
  const [fault, setFault] = useState<Fault | null>(null)
  const finished = useRef(false)

  const failed = useCallback((thrown: unknown): void => {
    if (thrown instanceof ApiError) setFault({ text: thrown.message, requestId: thrown.requestId, guideChanged: thrown.code === 'PRIVACY_CHANGED' })
    else setFault({ text: t(thrown instanceof PrivacyRefused ? 'privacyRefused' : thrown instanceof TabForgetful ? 'tabForgetful' : 'hostRefused') })
    setBusy(false)
  }, [t])

  useEffect(() => {
    if (state !== '' && code === '') setFault({ text: t('cancelled') })
    if (code === '' || finished.current) return
    // The code is good for one try only.
    finished.current = true
    finishSignIn(code, state).then((outcome) => {
      if (outcome.trusted) { goOn(outcome.next); return }
      setFault({ text: t('stateWrong') })
      setBusy(false)
    }, failed)
  }, [code, state, failed, t])

  const start = async (keepIdNumber: boolean): Promise<void> => {
    setBusy(true)
    setFault(null)
    try {
      if (channel === 'web') await leaveToSignIn({ next: next || nextAfterSignIn(), keepIdNumber })
      else {
        await signInByHost()
        goOn(next)
      }
    } catch (thrown) { failed(thrown) }
  }
  return { busy, fault, start: (keepIdNumber: boolean) => { void start(keepIdNumber) } }
}
