import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Appointment } from '@shared/appointments'
import { useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import { elsewhereTexts } from '@/i18n/elsewhere'
import { openPage, openTab } from '@/platform'
import { Button, Confirm, Notice } from '@/ui'
import type { AppointmentView } from './appointmentView'
import { Outward } from './Outward'
import { isOpen } from './useAct'
import type { AppointmentActs } from './useAppointmentActs'

interface AppointmentActsPartProps {
  readonly appointment: Appointment
  readonly view: AppointmentView
  readonly acts: AppointmentActs
  /** The citizen has just scanned in this hall. */
  readonly present: boolean
}

/** What can be done with an appointment now. */
export const AppointmentActsPart = ({ appointment, view, acts, present }: AppointmentActsPartProps) => {
  const t = useText(appointmentTexts)
  const elsewhere = useText(elsewhereTexts)
  const [asking, setAsking] = useState(false)
  const { appointmentId, hallId, lineId, itemIds } = appointment
  const { busy, failed, make } = acts
  const can = (act: AppointmentView['acts'][number]): boolean => view.acts.includes(act)
  const toCome = view.face === 'early' || view.face === 'open' || view.face === 'late'
  const move = (): void => openPage('book-slot', { hall: hallId, line: lineId, items: itemIds.join(','), move: appointmentId })
  return (
    <View className='appt-acts'>
      {failed && failed.act !== 'checkIn' && <Notice tone='error'>{isOpen(failed.why) ? t('noAnswer') : failed.why.code === 'ILLEGAL_APPOINTMENT_MOVE' ? elsewhere('changed') : failed.why.message}</Notice>}
      {can('bookAgain') && <Button icon='calendar' onPress={() => openPage('book', { items: itemIds.join(',') })}>{t('bookAgain')}</Button>}
      {toCome && <Outward appointment={appointment} calendar={can('calendar')} />}
      {can('move') && (
        <View className='appt-pair'>
          <Button kind='secondary' icon='clock' onPress={move}>{t('move')}</Button>
          <Button kind='danger' onPress={() => setAsking(true)}>{t('cancel')}</Button>
        </View>
      )}
      {view.face === 'early' && present && <Button kind='quiet' icon='ticket' onPress={() => openPage('take', { hall: hallId })}>{t('takeNow')}</Button>}
      <View className='book-gap'>
        <Button kind='quiet' onPress={() => openPage('appointments')}>{t('all')}</Button>
        <Button kind='quiet' icon='home' onPress={() => openTab('home')}>{t('home')}</Button>
      </View>
      <Confirm
        open={asking} danger busy={busy === 'cancel'} title={t('cancelTitle')} text={t('cancelHow')} confirm={t('cancelYes')} cancel={t('cancelNo')}
        onConfirm={() => { void make({ move: 'cancel' }).then(() => setAsking(false)) }} onCancel={() => setAsking(false)}
      />
    </View>
  )
}
