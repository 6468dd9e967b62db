import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { heldTexts } from '@/i18n/myData'
import { privacyTexts } from '@/i18n/privacy'
import { goBack, openPage, pageUrl, usePageTitle, useSessionEnded } from '@/platform'
import { savesFiles, saveText } from '@/platform/saveText'
import { Button, Empty, ErrorState, Loading, Notice, OfflineBar, Page, SignInFirst } from '@/ui'
import { HeldPartCard } from './HeldPartCard'
import { LawPart } from './LawPart'
import './privacy.scss'
import { useMyData } from './useMyData'

/** Everything held about me, part by part, to read and to keep a copy of. */
export const MyDataScreen = () => {
  const t = useText(heldTexts)
  const { moment } = useMomentName()
  const privacy = useText(privacyTexts)
  const { session, data, failure, loading, reload } = useMyData()
  const ended = useSessionEnded()
  const [saved, setSaved] = useState<boolean | null>(null)
  usePageTitle(t('title'))

  if (!session || failure?.code === 'UNAUTHENTICATED') {
    return <Page title={t('title')} onBack={goBack}><SignInFirst title={privacy('signInFirst')} ended={ended} onSignIn={() => openPage('sign-in', { next: pageUrl('my-data') })} /></Page>
  }
  if (!data) {
    return (
      <Page title={t('title')} onBack={goBack}>
        {failure ? <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} /> : <Loading rows={5} />}
      </Page>
    )
  }
  const save = async (): Promise<void> => setSaved(await saveText(`yichuang-my-data-${serviceDay(data.asOf)}.json`, JSON.stringify(data, null, 2)))
  const foot = (
    <>
      {saved !== null && <View className='privacy-said'><Notice tone={saved ? 'done' : 'error'}>{t(saved ? (savesFiles ? 'saved' : 'copied') : 'notSaved')}</Notice></View>}
      <Button onPress={() => { void save() }}>{t(savesFiles ? 'saveFile' : 'copy')}</Button>
    </>
  )
  return (
    <Page title={t('title')} onBack={goBack} foot={foot} banner={failure ? <OfflineBar troubled={failure.code !== 'OFFLINE'} /> : undefined}>
      <Text className='privacy-version'>{t('asOf', { time: moment(data.asOf) })}</Text>
      {data.parts.length === 0 && <Empty title={t('empty')} />}
      {data.parts.map((part) => <HeldPartCard key={part.part} part={part} />)}
      <LawPart kept={data.keptByLaw} />
    </Page>
  )
}
