import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { kitTexts } from '@/i18n/kit'
import { meTexts } from '@/i18n/me'
import { openPage, pageUrl, useSession, useSessionEnded } from '@/platform'
import { Button, Card, Confirm, Icon, Notice } from '@/ui'
import { signOut } from './signIn'

/** Who is signed in, and the way in or out. */
export const Account = () => {
  const t = useText(meTexts)
  const { day } = useMomentName()
  const kit = useText(kitTexts)
  const session = useSession()
  const ended = useSessionEnded()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [untold, setUntold] = useState(false)
  const leave = async (): Promise<void> => {
    setBusy(true)
    setUntold(!await signOut())
    setBusy(false)
    setAsking(false)
  }
  return (
    <View>
      <Card tone='wash'>
        <View className='account'>
          <View className='account-mark'><Icon name='person' /></View>
          <View className='account-words'>
            <Text className='account-name'>{session ? t('welcome', { name: session.name }) : ended ? kit('endedTitle') : t('signedOut')}</Text>
            <Text className='account-note'>{session ? t('until', { day: day(session.expiresAt) }) : ended ? kit('endedHow') : t('signedOutHint')}</Text>
          </View>
          {session
            ? <Button kind='quiet' small onPress={() => setAsking(true)}>{t('signOut')}</Button>
            : <Button small onPress={() => openPage('sign-in', { next: pageUrl('me') })}>{t('signIn')}</Button>}
        </View>
      </Card>
      {untold && <View className='account-said'><Notice tone='attention'>{t('signOutFailed')}</Notice></View>}
      <Confirm
        open={asking} title={t('signOutTitle')} text={t('signOutText')} confirm={t('signOut')} cancel={t('stay')} busy={busy}
        onConfirm={() => { void leave() }} onCancel={() => setAsking(false)}
      />
    </View>
  )
}
