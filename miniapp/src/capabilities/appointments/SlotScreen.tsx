import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { goBack, openPage, pageUrl, usePageTitle } from '@/platform'
import { Button, Confirm, OfflineBar, Page, Sheet } from '@/ui'
import type { Visit } from './api'
import './appointments.scss'
import { BookSteps } from './BookSteps'
import { dateName } from './dates'
import { DaysPart } from './DaysPart'
import { followWay } from './followWay'
import { isReleasing, type WaitWindow } from './fullness'
import { Nearest } from './Nearest'
import { PersonPart, type People } from './PersonPart'
import { RefusedSheet } from './RefusedSheet'
import { isLost, type BookWay } from './refusal'
import { SlotsPart } from './SlotsPart'
import { useBookable } from './useBookable'
import { useBooking, type Rush } from './useBooking'
import { useDateWords } from './useDateWords'
import { WaitSheet } from './WaitSheet'

interface SlotScreenProps {
  readonly visit: Visit
  /** The day to begin with; empty when it is still to be chosen. */
  readonly day: string
  /** The appointment that is moved; empty when a new one is made. */
  readonly moving: string
  readonly rush: Rush
  /** Whom the citizen may book for besides themself. */
  readonly people?: People
  /** Asks, within the tap, to allow messages about the waiting list, as their own capability does; one joins it whatever the answer. */
  readonly allow?: (day: string) => Promise<void>
}

/** The day, how full each is, then the time. */
export const SlotScreen = ({ visit, day: firstDay, moving, rush, people, allow }: SlotScreenProps) => {
  const t = useText(bookTexts)
  const local = useLocalText()
  const dates = useDateWords()
  const [day, setDay] = useState<string | null>(firstDay || null)
  const [personId, setPersonId] = useState('self')
  const [wanted, setWanted] = useState<number | null>(null)
  const [asking, setAsking] = useState(false)
  const [windows, setWindows] = useState<readonly WaitWindow[] | null>(null)
  const { hall, days, slots, at, oldSince, troubled } = useBookable(visit, day)
  const releasesSoon = isReleasing(days.data?.days ?? [], at)
  const title = t(moving ? 'moveTitle' : 'title')
  usePageTitle(title)

  const { prepare } = rush
  useEffect(() => { if (releasesSoon) prepare() }, [releasesSoon, prepare])

  const here = pageUrl('book-slot', { hall: visit.hallId, line: visit.lineId, items: visit.itemIds.join(','), day: day ?? undefined })
  const asked = useRef(Promise.resolve())
  const booking = useBooking({
    visit, personId, rush, moving, here,
    onHeld: ({ appointmentId }) => openPage('appointment', { id: appointmentId, fresh: '1' }),
    onMoved: goBack,
    // No page opens under the question.
    onWaiting: () => { void asked.current.then(() => { setWindows(null); openPage('waiting') }) },
  })
  const { busy, failed, dismiss } = booking
  const join = (window: WaitWindow): void => {
    if (day === null) return
    asked.current = allow?.(day) ?? Promise.resolve()
    booking.join(day, window)
  }
  const choose = (startsAt: number): void => {
    dismiss()
    setWanted(startsAt)
    if (moving) setAsking(true)
    else booking.hold(startsAt)
  }
  const shutAll = (): void => { dismiss(); setAsking(false); setWindows(null) }
  const otherDay = (): void => { shutAll(); setDay(null) }

  const go = (way: BookWay): void => {
    const again = failed?.act
    shutAll()
    if (followWay(way, visit, here)) return
    if (way === 'otherTime') (day === null ? days : slots).reload()
    else if (again === 'wait') setWindows(windows)
    else if (wanted !== null) { if (again === 'reschedule') booking.reschedule(wanted); else booking.hold(wanted) }
  }
  const lost = failed !== null && wanted !== null && failed.act !== 'wait' && isLost(failed.why.code)
  const line = hall.data?.lines.find(({ lineId }) => lineId === visit.lineId)
  const held = busy === 'hold' || busy === 'reschedule' ? wanted : null
  return (
    <Page
      title={title} onBack={day !== null && !firstDay ? otherDay : goBack}
      banner={oldSince !== null && <OfflineBar troubled={troubled} since={clockTime(oldSince)} />}
    >
      {!moving && <BookSteps current={2} />}
      <Text className='book-hall'>{hall.data ? local(hall.data.name) : ' '}</Text>
      <Text className='book-small'>{line ? local(line.name) : ' '}</Text>
      <View className='book-gap-large'>
        {!moving && people && <View className='book-below'><PersonPart people={people} personId={personId} onChange={setPersonId} /></View>}
        {day === null
          ? <DaysPart days={days} at={at} onDay={setDay} />
          : <SlotsPart day={day} slots={slots} at={at} old={oldSince !== null} moving={moving !== ''} busy={held} onSlot={choose} onOtherDay={otherDay} onWait={moving ? undefined : setWindows} />}
      </View>
      <WaitSheet windows={failed ? null : windows} busy={busy === 'wait'} onJoin={join} onClose={() => setWindows(null)} />
      <Confirm
        open={asking && wanted !== null && !failed} title={t('moveAsk')} text={wanted === null ? '' : dates.say('at', { date: dateName(wanted, dates), time: clockTime(wanted) })} confirm={t('moveYes')} cancel={t('moveNo')}
        busy={busy === 'reschedule'} onConfirm={() => { if (wanted !== null) booking.reschedule(wanted) }} onCancel={() => setAsking(false)}
      />
      {lost && (
        <Sheet open title={t('lostTitle')} onClose={() => go('otherTime')} actions={<Button kind='secondary' onPress={() => go('otherTime')}>{t('otherTime')}</Button>}>
          <Text className='book-line'>{failed.why.message}</Text>
          <Nearest visit={visit} wanted={wanted} busy={held} onSlot={choose} />
        </Sheet>
      )}
      <RefusedSheet title={t(failed?.act === 'wait' ? 'waitFailed' : 'refused')} why={lost ? null : failed?.why ?? null} onWay={go} onClose={() => go('otherTime')} />
    </Page>
  )
}
