import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Appointment } from '@shared/appointments'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import { addToCalendar, canAddToCalendar } from '@/platform/calendar'
import { canOpenMap, copyText, openMap } from '@/platform/directions'
import { Button, Notice } from '@/ui'

type Said = 'copied' | 'copyFailed' | 'calendarDone' | 'calendarFailed'
const good: readonly Said[] = ['copied', 'calendarDone']

/** The way there, and the phone's calendar. */
export const Outward = ({ appointment, calendar }: { appointment: Appointment; calendar: boolean }) => {
  const t = useText(appointmentTexts)
  const local = useLocalText()
  const [said, setSaid] = useState<Said | null>(null)
  const { hallName, lineName, address, place, code, checkInFrom, startsAt, endsAt, appointmentId } = appointment
  const go = (): void => {
    if (canOpenMap) openMap({ place, name: local(hallName), address: local(address) })
    else void copyText(local(address)).then((done) => setSaid(done ? 'copied' : 'copyFailed'))
  }
  const keep = (): void => {
    const event = {
      id: appointmentId, startsAt, endsAt, title: t('calendarTitle', { line: local(lineName), hall: local(hallName) }), place: local(address),
      text: t('calendarText', { code, from: clockTime(checkInFrom) }),
    }
    void addToCalendar(event).then((done) => setSaid(done ? 'calendarDone' : 'calendarFailed'))
  }
  return (
    <>
      <View className='appt-pair'>
        <Button kind='secondary' icon='place' onPress={go}>{t(canOpenMap ? 'directions' : 'copyAddress')}</Button>
        {calendar && canAddToCalendar && <Button kind='secondary' icon='calendar' onPress={keep}>{t('calendar')}</Button>}
      </View>
      {said && <View className='book-gap'><Notice tone={good.includes(said) ? 'done' : 'attention'}>{t(said)}</Notice></View>}
    </>
  )
}
