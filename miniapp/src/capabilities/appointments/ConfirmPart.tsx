import { Text, View } from '@tarojs/components'
import type { Appointment } from '@shared/appointments'
import type { CityItem } from '@shared/catalogue'
import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import type { Remote } from '@/platform'
import { Button, Card, Notice, Numeral } from '@/ui'
import type { AppointmentView } from './appointmentView'
import { BookSteps } from './BookSteps'
import { BringPart } from './BringPart'
import { clockLeft } from './dates'
import { Facts } from './Facts'
import { isOpen } from './useAct'
import type { AppointmentActs } from './useAppointmentActs'

interface ConfirmPartProps { readonly appointment: Appointment; readonly view: AppointmentView; readonly items: Remote<readonly CityItem[]> }

/** A place that is kept for a few minutes: when, where, what to bring. */
export const ConfirmPart = ({ appointment, view, items }: ConfirmPartProps) => {
  const t = useText(appointmentTexts)
  const kept = view.keptMs ?? 0
  return (
    <>
      {!appointment.offered && <BookSteps current={3} />}
      {appointment.offered && <View className='appt-status'><Notice>{t('offered')}</Notice></View>}
      <View className='appt-hero'>
        <Text className='appt-day'>{view.day}</Text>
        <Text className='appt-time'>{view.time}</Text>
      </View>
      <Card tone='action'>
        <View className='appt-kept'>
          <Text className='book-item'>{t('keptFor', { time: clockTime(appointment.heldUntil ?? 0) })}</Text>
          <Numeral size='head' tone='action'>{clockLeft(kept)}</Numeral>
        </View>
      </Card>
      <View className='book-gap-large'><BringPart itemIds={appointment.itemIds} items={items} /></View>
      <View className='book-gap-large'><Facts appointment={appointment} items={items.data} /></View>
    </>
  )
}

interface ConfirmFootProps { readonly offered: boolean; readonly acts: AppointmentActs; readonly onConfirm: () => void; readonly onGiveUp: () => void }

/** Yes or no, and why neither worked. */
export const ConfirmFoot = ({ offered, acts: { busy, failed }, onConfirm, onGiveUp }: ConfirmFootProps) => {
  const t = useText(appointmentTexts)
  return (
    <>
      {failed && <View className='appt-status'><Notice tone='error'>{isOpen(failed.why) ? t('noAnswer') : failed.why.message}</Notice></View>}
      <Button busy={busy === 'confirm'} disabled={busy === 'cancel'} onPress={onConfirm}>{t(offered ? 'accept' : 'confirm')}</Button>
      <Button kind='quiet' busy={busy === 'cancel'} disabled={busy === 'confirm'} onPress={onGiveUp}>{t(offered ? 'decline' : 'giveUp')}</Button>
    </>
  )
}
