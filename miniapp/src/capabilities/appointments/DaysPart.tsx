import { Text, View } from '@tarojs/components'
import type { DayView } from '@shared/appointments'
import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { openPage, type ApiError, type Remote } from '@/platform'
import { Button, classes, Empty, ErrorState, Icon, Loading, meaning, pressable, Section, useSpoken } from '@/ui'
import { Fill } from './Fill'
import { dayRow, type DayRow } from './fullness'
import { useDateWords } from './useDateWords'

const Day = ({ row, onPress }: { row: DayRow; onPress: () => void }) => {
  const spoken = useSpoken()
  const opens = row.state === 'open' || row.state === 'full'
  return (
    <View
      className={classes('yc-row book-day', opens ? 'yc-pressable' : 'is-shut')}
      {...(opens ? meaning({ role: 'button', readout: spoken(row.name, row.word, row.count) }) : {})} {...pressable(opens ? onPress : undefined)}
    >
      <View className='yc-row-main'>
        <View className='book-day-head'>
          <Text className='yc-row-title'>{row.name}</Text>
          <Text className={classes('book-day-word', `is-${row.state}`)}>{row.count ? `${row.word} · ${row.count}` : row.word}</Text>
        </View>
        {row.taken !== null && <Fill taken={row.taken} />}
        {row.countdown && <Text className='book-countdown'>{row.countdown}</Text>}
      </View>
      {opens && <Icon name='next' />}
    </View>
  )
}

/** Nothing is known: loading, or why not. Where asking again is of no use, another hall is. */
const Unknown = ({ failure, busy, onRetry }: { failure: ApiError | null; busy: boolean; onRetry: () => void }) => {
  const t = useText(bookTexts)
  if (!failure) return <Loading rows={5} />
  const never = failure.retry === 'never'
  const other = <Button onPress={() => openPage('book')}>{t('otherHall')}</Button>
  return <ErrorState message={failure.code === 'INVALID_INPUT' ? t('daysGone') : failure.message} requestId={failure.requestId} busy={busy} onRetry={never ? undefined : onRetry} action={never ? other : undefined} />
}

interface DaysPartProps {
  readonly days: Remote<{ readonly days: readonly DayView[]; readonly asOf: number }>
  /** The server's clock. */
  readonly at: number
  readonly onDay: (day: string) => void
}

/** Which days there are and how full each is; the next release to the second, by the server's clock. */
export const DaysPart = ({ days: { data, failure, loading, reload }, at, onDay }: DaysPartProps) => {
  const t = useText(bookTexts)
  const dates = useDateWords()
  if (!data) return <Unknown failure={failure} busy={loading} onRetry={reload} />
  if (data.days.length === 0) {
    return <Empty icon='calendar' title={t('daysNone')} text={t('daysNoneHow')} action={<Button kind='secondary' onPress={() => openPage('book')}>{t('otherHall')}</Button>} />
  }
  const releasing = data.days.some(({ state }) => state === 'not-released')
  return (
    <Section title={t('dayTitle')}>
      <View className='yc-list'>
        {data.days.map((day) => <Day key={day.day} row={dayRow(day, at, { say: t, dates })} onPress={() => onDay(day.day)} />)}
      </View>
      {releasing && <Text className='book-clock'>{t('serverClock', { time: `${clockTime(at)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}` })}</Text>}
    </Section>
  )
}
