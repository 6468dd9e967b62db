import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { deleteTexts } from '@/i18n/myData'
import { goBack, openPage, openTab, pageUrl, usePageTitle, useSessionEnded, type ApiError } from '@/platform'
import { leavesOpen } from '@/platform/intents'
import { Button, CheckboxRow, Confirm, Empty, ErrorState, List, Loading, Notice, Page, Section, SignInFirst } from '@/ui'
import { LawPart } from './LawPart'
import './privacy.scss'
import { useDelete } from './useDelete'
import { useMyData } from './useMyData'

const Failed = ({ why }: { why: ApiError }) => {
  const t = useText(deleteTexts)
  const open = why.code === 'OFFLINE' || leavesOpen(why.code)
  return <View className='privacy-said'><Notice tone='error' title={t(open ? 'unknown' : 'failed')}>{open ? t('unknownHow') : why.message}</Notice></View>
}

/** Deleting everything, in two steps: first what goes and what the law keeps, with a tick; then the question. */
export const DeleteScreen = () => {
  const t = useText(deleteTexts)
  const ended = useSessionEnded()
  const held = useMyData()
  const { busy, failed, kept, remove } = useDelete(held.data?.keptByLaw ?? [])
  const [understood, setUnderstood] = useState(false)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  usePageTitle(t('title'))

  if (kept !== null) {
    const home = <Button onPress={() => openTab('home')}>{t('home')}</Button>
    return <Page title={t('title')} onBack={() => openTab('home')}><Empty icon='check' title={t('done')} text={t('doneText')} action={home} /><LawPart kept={kept} /></Page>
  }
  if (!held.session) {
    return <Page title={t('title')} onBack={goBack}><SignInFirst title={t('signInFirst')} ended={ended} onSignIn={() => openPage('sign-in', { next: pageUrl('delete-me') })} /></Page>
  }
  const press = (): void => {
    setTried(true)
    if (understood) setAsking(true)
  }
  const confirmed = async (): Promise<void> => {
    await remove()
    setAsking(false)
  }
  const foot = (
    <>
      {failed && <Failed why={failed} />}
      {tried && !understood && <View className='privacy-said'><Notice tone='error'>{t('tickFirst')}</Notice></View>}
      <Button kind='danger' onPress={press}>{t('next')}</Button>
      <Button kind='secondary' onPress={goBack}>{t('keep')}</Button>
    </>
  )
  return (
    <Page title={t('title')} onBack={goBack} foot={foot}>
      <Section title={t('what')}>
        {(['erased', 'givenBack', 'signedOut', 'cases'] as const).map((point) => <Text key={point} className='privacy-point'>{t(point)}</Text>)}
        <Button kind='quiet' onPress={() => openPage('my-data')}>{t('saveFirst')}</Button>
      </Section>
      {held.data && <LawPart kept={held.data.keptByLaw} />}
      {!held.data && held.failure && <ErrorState message={held.failure.message} requestId={held.failure.requestId} busy={held.loading} onRetry={held.reload} />}
      {!held.data && !held.failure && <Loading rows={1} />}
      <Section><List><CheckboxRow title={t('understood')} checked={understood} onChange={setUnderstood} /></List></Section>
      <Confirm
        open={asking} danger busy={busy} title={t('sureTitle')} text={t('sureText')} confirm={t('sure')} cancel={t('keep')}
        onConfirm={() => { void confirmed() }} onCancel={() => setAsking(false)}
      />
    </Page>
  )
}
