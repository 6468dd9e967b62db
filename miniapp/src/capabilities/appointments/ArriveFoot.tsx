import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import { replacePage } from '@/platform'
import { Button, Notice } from '@/ui'
import type { AppointmentView } from './appointmentView'
import { isOpen } from './useAct'
import type { AppointmentActs } from './useAppointmentActs'
import type { CheckingIn } from './useCheckIn'

interface ArriveFootProps { readonly view: AppointmentView; readonly acts: AppointmentActs; readonly checking: CheckingIn; readonly ticketId: string | null }

/** In the hall one tap is enough, or a scan and none; then the way to the number. */
export const ArriveFoot = ({ view, acts: { busy, failed }, checking, ticketId }: ArriveFootProps) => {
  const t = useText(appointmentTexts)
  const { present, trouble, checkIn, openScanner } = checking
  const why = failed?.act === 'checkIn' ? failed.why : null
  if (!view.acts.includes('checkIn')) return ticketId === null ? null : <Button icon='ticket' onPress={() => replacePage('ticket', { id: ticketId })}>{t('seeTicket')}</Button>
  return (
    <>
      {why && <View className='book-above'><Notice tone='error'>{isOpen(why) ? t('noAnswer') : why.message}</Notice></View>}
      {trouble && <View className='book-above'><Notice tone='attention'>{trouble}</Notice></View>}
      {present && !why && <View className='book-above'><Notice tone='done'>{t('checkInHow')}</Notice></View>}
      {present
        ? <Button icon='check' busy={busy === 'checkIn'} onPress={checkIn}>{t('checkIn')}</Button>
        : <Button icon='scan' busy={busy === 'checkIn'} onPress={openScanner}>{t('checkInScan')}</Button>}
    </>
  )
}
