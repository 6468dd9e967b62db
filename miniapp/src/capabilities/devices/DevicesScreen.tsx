import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Device } from '@shared/identity'
import { useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { deviceTexts } from '@/i18n/devices'
import { goBack, openPage, pageUrl, usePageTitle, useSessionEnded } from '@/platform'
import { Button, Confirm, ErrorState, List, Loading, Notice, OfflineBar, Page, Row, SignInFirst, Tag } from '@/ui'
import './devices.scss'
import { useDevices } from './useDevices'

const DeviceRow = ({ one, onEnd }: { one: Device; onEnd: () => void }) => {
  const t = useText(deviceTexts)
  const { moment } = useMomentName()
  const name = one.device || t('unknown')
  const lines = [t('since', { channel: t(one.channel), time: moment(one.signedInAt) }), t('seen', { time: moment(one.seenAt) })]
  return (
    <Row
      title={name} note={lines.map((line) => <Text key={line} className='devices-line'>{line}</Text>)}
      side={one.current ? <Tag tone='action'>{t('here')}</Tag> : <Button kind='quiet' small label={t('endLabel', { device: name })} onPress={onEnd}>{t('end')}</Button>}
    />
  )
}

/** Where I am signed in: this device first; any other can be signed out from here. */
export const DevicesScreen = () => {
  const t = useText(deviceTexts)
  const { moment } = useMomentName()
  const { session, data, failure, loading, reload, busy, ended, refused, end, endOthers } = useDevices()
  const sessionEnded = useSessionEnded()
  const [asked, setAsked] = useState<Device | 'others' | null>(null)
  usePageTitle(t('title'))

  if (!session || failure?.code === 'UNAUTHENTICATED') {
    return <Page title={t('title')} onBack={goBack}><SignInFirst icon='phone' title={t('signInFirst')} ended={sessionEnded} onSignIn={() => openPage('sign-in', { next: pageUrl('devices') })} /></Page>
  }
  const others = data?.filter(({ current }) => !current) ?? []
  const one = asked === null || asked === 'others' ? null : asked
  const confirmed = async (): Promise<void> => {
    await (one ? end(one.deviceId) : endOthers())
    setAsked(null)
  }
  const foot = others.length > 0 && <Button kind='danger' onPress={() => setAsked('others')}>{t('endOthers')}</Button>
  return (
    <Page title={t('title')} onBack={goBack} foot={foot} banner={data && failure ? <OfflineBar troubled={failure.code !== 'OFFLINE'} /> : undefined}>
      {ended !== null && <View className='devices-said'><Notice tone='done' title={ended === 'one' ? t('ended') : t('endedOthers', { n: ended })}>{t('slow')}</Notice></View>}
      {refused && <View className='devices-said'><Notice tone='error' title={t('notEnded')}>{refused.code === 'OFFLINE' ? t('noAnswer') : refused.message}</Notice></View>}
      {!data && failure && <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} />}
      {!data && !failure && <Loading rows={2} />}
      {data && <List label={t('title')}>{data.map((device) => <DeviceRow key={device.deviceId} one={device} onEnd={() => setAsked(device)} />)}</List>}
      {data && <Text className='devices-note'>{t(others.length > 0 ? 'strange' : 'only')}</Text>}
      <Confirm
        open={asked !== null} danger busy={busy} confirm={t('end')} cancel={t('keep')} title={t(one ? 'endTitle' : 'endOthersTitle')}
        text={one ? t('endText', { device: one.device || t('unknown'), time: moment(one.seenAt) }) : t('endOthersText', { n: others.length })}
        onConfirm={() => { void confirmed() }} onCancel={() => setAsked(null)}
      />
    </Page>
  )
}
