import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { messageSettingTexts } from '@/i18n/messageSettings'
import { goBack, openPage, pageUrl, useOnline, usePageTitle, useSessionEnded } from '@/platform'
import { leavesOpen } from '@/platform/intents'
import { classes, ErrorState, Icon, Loading, meaning, Notice, OfflineBar, Page, SignInFirst } from '@/ui'
import '../messages.scss'
import { KindsPart } from './KindsPart'
import { PermitsPart } from './PermitsPart'
import { useSettings, type SettingsPage } from './useSettings'
import { WhenPart } from './WhenPart'

/** How the latest change ended, always in sight: what was touched may be anywhere on the page. */
const Ended = ({ saving, failed }: SettingsPage) => {
  const t = useText(messageSettingTexts)
  if (failed) {
    // An empty code stands for no answer at all.
    const open = leavesOpen(failed.code === 'OFFLINE' ? null : failed.code)
    return <Notice tone='error' title={t('notSaved')}>{open && failed.code !== 'OFFLINE' ? t('noAnswer') : failed.message}</Notice>
  }
  return (
    <View className={classes('message-saved', saving && 'is-saving')} {...meaning({ role: 'status' })}>
      {!saving && <Icon name='check' />}
      <Text>{t(saving ? 'saving' : 'saved')}</Text>
    </View>
  )
}

const Unknown = ({ signedIn, failure, loading, reload }: SettingsPage) => {
  const t = useText(messageSettingTexts)
  const ended = useSessionEnded()
  if (!signedIn || failure?.code === 'UNAUTHENTICATED') {
    return <SignInFirst title={t('signInFirst')} text={t('signInWhy')} ended={ended} onSignIn={() => openPage('sign-in', { next: pageUrl('message-settings') })} />
  }
  if (!failure) return <Loading rows={5} />
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} requestId={failure.requestId} busy={loading} onRetry={reload} />
}

/** Which messages I want, when, and what lets them through. */
export const SettingsScreen = () => {
  const t = useText(messageSettingTexts)
  const online = useOnline()
  const page = useSettings()
  const { settings, signedIn, saving, saved, failed, change } = page
  usePageTitle(t('title'))
  if (!signedIn || !settings) return <Page title={t('title')} onBack={goBack}><Unknown {...page} /></Page>
  return (
    <Page title={t('title')} onBack={goBack} banner={online ? undefined : <OfflineBar />} foot={(saving || saved || failed) && <Ended {...page} />}>
      <Text className='message-intro'>{t('intro')}</Text>
      <KindsPart settings={settings} change={change} />
      <WhenPart settings={settings} change={change} />
      <PermitsPart />
    </Page>
  )
}
