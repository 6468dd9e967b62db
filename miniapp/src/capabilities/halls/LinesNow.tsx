import { Text, View } from '@tarojs/components'
import type { Board, HallDetail } from '@shared/halls'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { hallTexts } from '@/i18n/halls'
import { signOf } from '@/i18n/windowName'
import type { ApiError } from '@/platform'
import { List, Loading, Notice, Button, Numeral, Row, Section } from '@/ui'
import { lineRows, type LineRow } from './lineView'

const Line = ({ row, open, old }: { row: LineRow; open: boolean; old: boolean }) => {
  const t = useText(hallTexts)
  const local = useLocalText()
  const ahead = open && row.state === 'open' ? row.ahead : null
  const wait = open && !old ? row.wait : ''
  return (
    <Row
      title={local(row.name)} lead={<View className='line-letter'>{row.lineId}</View>} note={wait ? <View>{wait}</View> : undefined}
      side={ahead !== null && ahead > 0 && (
        <View className='line-ahead'><Numeral size='head' tone={old ? 'soft' : 'ink'}>{ahead}</Numeral><Text className='line-unit'>{t('peopleWaiting')}</Text></View>
      )}
    />
  )
}

interface LinesNowProps {
  readonly hall: HallDetail
  readonly board: Board | null
  readonly open: boolean
  /** Not heard anew for too long: no waits, and nobody is called “now”. */
  readonly old: boolean
  readonly failed: ApiError | null
  readonly onRetry: () => void
}

/** How long each line is at this moment, and which numbers are being called. */
export const LinesNow = ({ hall, board, open, old, failed, onRetry }: LinesNowProps) => {
  const t = useText(hallTexts)
  const local = useLocalText()
  const called = open && !old ? (board?.calling ?? []).filter(({ state }) => state === 'called').slice(0, 4) : []
  const windowName = (windowId: string): string => local(signOf(hall.windows.find((window) => window.windowId === windowId)?.name, windowId))
  return (
    <>
      <Section title={t('lines')} note={board && open ? t(old ? 'asOfOld' : 'asOf', { time: clockTime(board.asOf) }) : undefined}>
        {!board && failed && <View className='hall-notice'><Notice tone='attention' action={<Button kind='quiet' small icon='refresh' onPress={onRetry}>{t('retry')}</Button>}>{failed.message}</Notice></View>}
        {!board && !failed ? <Loading rows={hall.lines.length} /> : <List>{lineRows(hall, board, t).map((row) => <Line key={row.lineId} row={row} open={open} old={old} />)}</List>}
      </Section>
      {called.length > 0 && (
        <Section title={t('calling')}>
          <View className='hall-calling'>
            {called.map(({ number, windowId }) => (
              <View key={number} className='hall-called'>
                <Numeral size='head'>{number}</Numeral>
                <Text className='hall-called-window'>{windowName(windowId)}</Text>
              </View>
            ))}
          </View>
        </Section>
      )}
    </>
  )
}
