import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { signInTexts } from '@/i18n/signIn'
import { channel, goBack, openPage, usePageTitle } from '@/platform'
import { AGREE_BUTTON, hostKeepsGuide } from '@/platform/privacy'
import { AgreeButton, Button, Icon, Notice, Page } from '@/ui'
import { AgreePart, type Agreed } from './AgreePart'
import './signIn.scss'
import { useSignIn, type CameBack, type Fault } from './useSignIn'

interface SignInScreenProps extends CameBack {
  /** Where to go when it is done; an address made by `pageUrl`, or empty. */
  readonly next: string
}

const nothingAgreed: Agreed = { guide: false, keepIdNumber: false }

const FaultPart = ({ fault }: { fault: Fault }) => {
  const t = useText(signInTexts)
  const kit = useText(kitTexts)
  const read = <Button kind='secondary' small onPress={() => openPage('privacy-guide')}>{t('readNewGuide')}</Button>
  return (
    <View className='signin-fault'>
      <Notice tone='error' action={fault.guideChanged ? read : undefined}>{fault.guideChanged ? `${fault.text} ${t('guideStillOld')}` : fault.text}</Notice>
      {fault.requestId && <Text className='signin-note'>{kit('request', { id: fault.requestId })}</Text>}
    </View>
  )
}

/** Signing in: first what is read of the citizen and why, then what they agree to; nothing personal is read before. */
export const SignInScreen = ({ next, code, state }: SignInScreenProps) => {
  const t = useText(signInTexts)
  const { busy, fault, start } = useSignIn(next, { code, state })
  const [agreed, setAgreed] = useState(nothingAgreed)
  const [tried, setTried] = useState(false)
  usePageTitle(t('title'))
  const guideChanged = fault?.guideChanged === true
  // Agreement to another guide is none.
  useEffect(() => {
    if (!guideChanged) return
    setAgreed(nothingAgreed)
    setTried(false)
  }, [guideChanged])

  const label = busy ? t('working') : channel === 'wechat' ? t('wechat') : channel === 'alipay' ? t('alipay') : t('web')
  const returning = busy && code !== ''
  const press = (): void => {
    setTried(true)
    if (agreed.guide) start(agreed.keepIdNumber)
  }
  return (
    <Page title={t('title')} onBack={goBack}>
      <View className='signin'>
        <View className='signin-mark'><Icon name='person' /></View>
        <Text className='signin-title'>{t('why')}</Text>
        {!returning && <AgreePart agreed={agreed} onChange={setAgreed} />}
        {fault && <FaultPart fault={fault} />}
        {tried && !agreed.guide && <View className='signin-fault'><Notice tone='error'>{t('agreeFirst')}</Notice></View>}
        <View className='signin-actions'>
          {agreed.guide && hostKeepsGuide() ? <AgreeButton id={AGREE_BUTTON} busy={busy} onPress={press}>{label}</AgreeButton> : <Button busy={busy} onPress={press}>{label}</Button>}
          {channel === 'web' && !busy && <Text className='signin-note'>{t('webNote')}</Text>}
          {!busy && <Button kind='quiet' onPress={goBack}>{t('later')}</Button>}
        </View>
      </View>
    </Page>
  )
}
