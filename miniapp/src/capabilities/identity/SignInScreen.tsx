import { useCallback, useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { currentLanguage, useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { signInTexts } from '@/i18n/me'
import { ApiError, asApiError, channel, goBack, openUrl, pageUrl, usePageTitle } from '@/platform'
import { Button, Icon, Notice, Page } from '@/ui'
import { finishSignIn, leaveToSignIn, nextAfterSignIn, signInByHost } from './signIn'

interface SignInScreenProps {
  /** Where to go when it is done; an address made by `pageUrl`, or empty. */
  readonly next: string
  /** What the identity service sent back, on the web. */
  readonly code: string
  readonly state: string
}

type Fault = { readonly text: string; readonly requestId?: string }

const goOn = (to: string): void => openUrl(to || pageUrl('home'))

/** Signing in, by whatever this build offers; and on the web, coming back from the identity service. */
export const SignInScreen = ({ next, code, state }: SignInScreenProps) => {
  const t = useText(signInTexts)
  const kit = useText(kitTexts)
  const [busy, setBusy] = useState(code !== '')
  const [fault, setFault] = useState<Fault | null>(null)
  const finished = useRef(false)
  usePageTitle(t('title'))
  const failed = useCallback((thrown: unknown): void => {
    const error = asApiError(thrown, currentLanguage())
    const ours = thrown instanceof ApiError
    setFault(ours ? { text: error.message, requestId: error.requestId } : { text: t('hostRefused') })
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

  const start = async (): Promise<void> => {
    setBusy(true)
    setFault(null)
    try {
      if (channel === 'web') await leaveToSignIn(next || nextAfterSignIn())
      else {
        await signInByHost()
        goOn(next)
      }
    } catch (thrown) { failed(thrown) }
  }
  const label = channel === 'wechat' ? t('wechat') : channel === 'alipay' ? t('alipay') : t('web')
  return (
    <Page title={t('title')} onBack={goBack}>
      <View className='signin'>
        <View className='signin-mark'><Icon name='person' /></View>
        <Text className='signin-title'>{t('why')}</Text>
        <Text className='signin-text'>{t('whyText')}</Text>
        {fault && (
          <View className='signin-fault'>
            <Notice tone='error'>{fault.text}</Notice>
            {fault.requestId && <Text className='signin-note'>{kit('request', { id: fault.requestId })}</Text>}
          </View>
        )}
        <View className='signin-actions'>
          <Button busy={busy} onPress={() => { void start() }}>{busy ? t('working') : label}</Button>
          {channel === 'web' && !busy && <Text className='signin-note'>{t('webNote')}</Text>}
          {!busy && <Button kind='quiet' onPress={goBack}>{t('later')}</Button>}
        </View>
      </View>
    </Page>
  )
}
