import { Text, View } from '@tarojs/components'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { mineTexts } from '@/i18n/appointments'
import { goBack, openPage, pageUrl, usePageTitle } from '@/platform'
import { Button, Card, Empty, Icon, List, Notice, OfflineBar, Page, Row, Section, SilentNotice } from '@/ui'
import { AppointmentCard } from './AppointmentCard'
import './appointments.scss'
import { dateName } from './dates'
import { parted } from './mine'
import { UnknownAppointment } from './UnknownAppointment'
import { useDateWords } from './useDateWords'
import { useMine } from './useMine'

/** Everything I booked: to come first; and what being absent has cost me. */
export const MyAppointmentsScreen = () => {
  const t = useText(mineTexts)
  const local = useLocalText()
  const dates = useDateWords()
  const { session, data, failure, loading, reload, appointments, at, oldSince, troubled } = useMine()
  usePageTitle(t('title'))
  if (!data || !session) {
    return <Page title={t('title')} onBack={goBack}><UnknownAppointment failure={failure} busy={loading} here={pageUrl('appointments')} signedIn={session !== null} onRetry={reload} /></Page>
  }
  const { toCome, past } = parted(appointments, at)
  const { noShows, noShowsAllowed, restrictedUntil } = data
  const old = oldSince !== null
  return (
    <Page
      title={t('title')} onBack={goBack} banner={old && <OfflineBar troubled={troubled} since={clockTime(oldSince)} />}
      foot={restrictedUntil === null && <Button icon='calendar' onPress={() => openPage('book')}>{t('book')}</Button>}
    >
      {restrictedUntil !== null && <View className='book-below'><Notice tone='attention' title={t('restricted', { date: dateName(restrictedUntil, dates) })}>{t('restrictedHow')}</Notice></View>}
      <SilentNotice names={data.missing.map(local)} said={(names) => t('silent', { names })} />
      {(toCome.length > 0 || data.missing.length === 0) && (
        <Section title={t('toCome')}>
          {toCome.length === 0
            ? <Empty icon='calendar' title={t('none')} text={t('noneHow')} />
            : <View className='appt-list'>{toCome.map((one) => <AppointmentCard key={one.appointmentId} appointment={one} at={at} past={false} old={old} />)}</View>}
        </Section>
      )}
      <Section>
        <List><Row lead={<Icon name='clock' />} title={t('waiting')} note={t('waitingHow')} onPress={() => openPage('waiting')} /></List>
      </Section>
      <Section title={t('rules')}>
        <Card tone='wash'>
          <Text className='book-item'>{t('noShows', { n: noShows, all: noShowsAllowed })}</Text>
          <Text className='book-small'>{t('noShowsHow', { all: noShowsAllowed })}</Text>
        </Card>
      </Section>
      {past.length > 0 && (
        <Section title={t('past')}>
          <View className='appt-list'>{past.map((one) => <AppointmentCard key={one.appointmentId} appointment={one} at={at} past old={old} />)}</View>
        </Section>
      )}
    </Page>
  )
}
