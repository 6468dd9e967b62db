import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CityItem } from '@shared/catalogue'
import { clockTime } from '@shared/time'
import { useLanguage, useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import { goBack, openTab, pageUrl, replacePage, useOnline, usePageTitle, useRemote, useSession } from '@/platform'
import { Notice, OfflineBar, Page } from '@/ui'
import { listItems } from './api'
import { AppointmentActsPart } from './AppointmentActsPart'
import { ArriveFoot } from './ArriveFoot'
import { AppointmentBody } from './AppointmentBody'
import './appointments.scss'
import { appointmentView } from './appointmentView'
import { ConfirmFoot, ConfirmPart } from './ConfirmPart'
import { ElsewherePart } from './ElsewherePart'
import { followWay } from './followWay'
import { Nearest } from './Nearest'
import { RefusedSheet } from './RefusedSheet'
import type { BookWay } from './refusal'
import { UnknownAppointment } from './UnknownAppointment'
import { useAppointment } from './useAppointment'
import { useAppointmentActs } from './useAppointmentActs'
import { useBooking, type Rush } from './useBooking'
import { useCheckIn, type Presences } from './useCheckIn'
import { useDateWords } from './useDateWords'
import { useLetGo } from './useLetGo'
import { useServerNow } from './useServerNow'

interface AppointmentScreenProps {
  readonly appointmentId: string
  /** It was held a moment ago: leaving without a word gives it back. */
  readonly fresh: boolean
  readonly presences: Presences
  readonly rush: Rush
  /** Asks, within the tap, to allow messages about the appointment, as their own capability does; it is confirmed whatever the answer. */
  readonly allow?: () => Promise<void>
}

/** One appointment: to be confirmed while it is held, then whatever it is. */
export const AppointmentScreen = ({ appointmentId, fresh, presences, rush, allow }: AppointmentScreenProps) => {
  const t = useText(appointmentTexts)
  const language = useLanguage()
  const dates = useDateWords()
  const session = useSession()
  const online = useOnline()
  const { appointment, heardAt, failure, loading, old, reload, accept } = useAppointment(appointmentId)
  const at = useServerNow(appointment && heardAt !== null ? { asOf: appointment.asOf, heardAt } : null)
  const items = useRemote<readonly CityItem[]>('city-items', async () => (await listItems()).items)
  const acts = useAppointmentActs(appointmentId, accept, reload)
  const view = appointment && appointmentView(appointment, at, { language, say: t, dates })
  const held = view?.face === 'held'
  const decide = useLetGo(appointment, fresh)
  const checking = useCheckIn(appointment, view?.acts.includes('checkIn') ?? false, acts, presences)
  const [confirmed, setConfirmed] = useState(false)
  const [wanted, setWanted] = useState<number | null>(null)
  const title = t(held ? 'confirmTitle' : 'title')
  const here = pageUrl('appointment', { id: appointmentId })
  usePageTitle(title)

  const visit = { hallId: appointment?.hallId ?? '', lineId: appointment?.lineId ?? '', itemIds: appointment?.itemIds ?? [] }
  const again = useBooking({
    visit, personId: appointment?.personId ?? 'self', rush, moving: '', here,
    onHeld: (other) => replacePage('appointment', { id: other.appointmentId, fresh: '1' }), onMoved: goBack, onWaiting: () => undefined,
  })
  const confirm = (): void => {
    void allow?.()
    decide()
    void acts.make({ move: 'confirm' }).then((booked) => { if (booked) setConfirmed(true) })
  }
  const giveUp = (): void => {
    decide()
    void acts.make({ move: 'cancel' }).then((cancelled) => { if (cancelled) goBack() })
  }

  const goOn = (way: BookWay): void => {
    again.dismiss()
    if (followWay(way, visit, here)) return
    if (way === 'retry' && wanted !== null) again.hold(wanted)
    else replacePage('book-slot', { hall: visit.hallId, line: visit.lineId, items: visit.itemIds.join(',') })
  }

  const gone = failure?.code === 'APPOINTMENT_NOT_FOUND' || failure?.code === 'UNAUTHENTICATED'
  if (!appointment || !view || gone || !session) {
    return <Page title={t('title')} onBack={goBack}><UnknownAppointment failure={failure} busy={loading} here={here} signedIn={session !== null} onRetry={reload} /></Page>
  }
  const arrives = view.acts.includes('checkIn') || view.acts.includes('seeTicket')
  const lost = view.face === 'lapsed'
  return (
    <Page
      // Behind a booking just made lie the pages it was made on.
      title={title} onBack={confirmed ? () => openTab('home') : goBack}
      banner={old && <OfflineBar troubled={online && failure?.code !== 'OFFLINE'} since={clockTime(appointment.asOf)} />}
      foot={held
        ? <ConfirmFoot offered={appointment.offered} acts={acts} onConfirm={confirm} onGiveUp={giveUp} />
        : arrives && <ArriveFoot view={view} acts={acts} checking={checking} ticketId={appointment.ticketId} />}
    >
      <ElsewherePart key={appointmentId} appointment={appointment} />
      {held
        ? <ConfirmPart appointment={appointment} view={view} items={items} />
        : <AppointmentBody appointment={appointment} view={view} items={items} old={old} fresh={confirmed} />}
      {lost && (
        <View className='book-gap'>
          <Notice tone='attention'>{t('lapsedHow')}</Notice>
          <Nearest
            visit={visit} wanted={appointment.startsAt} busy={again.busy === 'hold' ? wanted : null}
            onSlot={(startsAt) => { setWanted(startsAt); again.hold(startsAt) }}
          />
          <RefusedSheet title={t('lapsed')} why={again.failed?.why ?? null} onClose={again.dismiss} onWay={goOn} />
        </View>
      )}
      {!held && (
        <AppointmentActsPart appointment={appointment} view={view} acts={acts} present={checking.present} />
      )}
    </Page>
  )
}
