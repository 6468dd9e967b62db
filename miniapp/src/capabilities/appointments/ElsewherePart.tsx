import { useEffect, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { Appointment } from '@shared/appointments'
import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { elsewhereTexts } from '@/i18n/elsewhere'
import { openPage } from '@/platform'
import { Button, Notice } from '@/ui'
import { dateName } from './dates'
import { doneElsewhere, wasAsked, type Elsewhere } from './elsewhere'
import { useDateWords } from './useDateWords'

/** What another phone has done with it since this page was opened. */
const useElsewhere = (appointment: Appointment): Elsewhere | null => {
  const [done, setDone] = useState<Elsewhere | null>(null)
  const last = useRef(appointment)
  useEffect(() => {
    const before = last.current
    last.current = appointment
    const found = doneElsewhere(before, appointment, (move) => wasAsked(appointment.appointmentId, move))
    if (found) setDone(found)
  }, [appointment])
  return done
}

/** Says what changed while one looked on; and, where it may not have been the citizen, which devices to look at. */
export const ElsewherePart = ({ appointment }: { appointment: Appointment }) => {
  const t = useText(elsewhereTexts)
  const dates = useDateWords()
  const done = useElsewhere(appointment)
  if (!done) return null
  const devices = <Button small kind='secondary' onPress={() => openPage('devices')}>{t('devices')}</Button>
  return (
    <View className='book-below'>
      {done.kind === 'booked' && <Notice tone='done' title={t('booked')}>{t('bookedHow')}</Notice>}
      {done.kind === 'moved' && <Notice tone='attention' title={t('moved', { old: dates.say('at', { date: dateName(done.from, dates), time: clockTime(done.from) }) })} action={devices}>{t('movedHow')}</Notice>}
      {done.kind === 'cancelled' && <Notice tone='attention' title={t('cancelled')} action={devices}>{t('who')}</Notice>}
    </View>
  )
}
