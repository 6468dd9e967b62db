import { View } from '@tarojs/components'
import type { SlotView } from '@shared/appointments'
import { startOfDay } from '@shared/time'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import type { Remote } from '@/platform'
import { Button, Card, classes, Empty, ErrorState, List, Loading, Row, Section } from '@/ui'
import { dayName } from './dates'
import { halvesOf, windowsToWait, type WaitWindow } from './fullness'
import { SlotTiles } from './SlotTiles'
import { useDateWords } from './useDateWords'

interface SlotsPartProps {
  readonly day: string
  readonly slots: Remote<{ readonly slots: readonly SlotView[]; readonly asOf: number }>
  readonly at: number
  readonly old: boolean
  readonly moving: boolean
  readonly busy: number | null
  readonly onSlot: (startsAt: number) => void
  readonly onOtherDay: () => void
  /** Offers the waiting list for these parts of the day; not while an appointment is moved. */
  readonly onWait: ((windows: readonly WaitWindow[]) => void) | undefined
}

/** The times of a day. */
export const SlotsPart = ({ day, slots: { data, failure, loading, reload }, at, old, moving, busy, onSlot, onOtherDay, onWait }: SlotsPartProps) => {
  const t = useText(bookTexts)
  const dates = useDateWords()
  const halves = halvesOf(day, data?.slots ?? [])
  const windows = data ? windowsToWait(day, data.slots) : []
  const offer = windows.length > 0 && onWait
  return (
    <>
      <List><Row title={dayName(startOfDay(day), at, dates)} side={<Button small kind='quiet' onPress={onOtherDay}>{t('dayChange')}</Button>} /></List>
      <View className={classes('book-gap-large', old && 'book-old')}>
        {!data && failure && <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={failure.retry === 'never' ? undefined : reload} action={failure.retry === 'never' ? <Button onPress={onOtherDay}>{t('dayChange')}</Button> : undefined} />}
        {!data && !failure && <Loading rows={4} />}
        {data && halves.length === 0 && <Empty icon='clock' title={t('slotsOver')} action={<Button kind='secondary' onPress={onOtherDay}>{t('dayChange')}</Button>} />}
        {offer && (
          <View className='book-below'>
            <Card tone='action'>
              <View className='book-item'>{t('waitOffer')}</View>
              <View className='book-small'>{t('waitRule')}</View>
              <View className='book-gap'><Button icon='clock' onPress={() => offer(windows)}>{t('waitJoin')}</Button></View>
            </Card>
          </View>
        )}
        {halves.map(({ half, slots }, index) => (
          <Section key={half} title={t(half)} note={index === 0 ? t(moving ? 'slotMoveHow' : 'slotHow') : undefined}>
            <SlotTiles label={t(half)} slots={slots} busy={busy} onSlot={onSlot} />
          </Section>
        ))}
      </View>
    </>
  )
}
