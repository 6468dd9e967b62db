import { Text, View } from '@tarojs/components'
import type { HallDetail } from '@shared/halls'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { hallTexts, levelTexts, weekdayTexts } from '@/i18n/halls'
import { call, goBack, now, openPage, useOnline, usePageTitle, useRemote } from '@/platform'
import { Button, ErrorState, Loading, Notice, OfflineBar, Page, Section, Tag } from '@/ui'
import { HallFacts } from './HallFacts'
import { LinesNow } from './LinesNow'
import { hoursInWords, nextOpening } from './hoursView'

const BOARD_SECONDS = 10

const Heading = ({ hall, open, paused }: { hall: HallDetail; open: boolean; paused: boolean }) => {
  const t = useText(hallTexts)
  const level = useText(levelTexts)
  const day = useText(weekdayTexts)
  const local = useLocalText()
  const words = { t, day }
  return (
    <View>
      <Text className='hall-name'>{local(hall.name)}</Text>
      <View className='hall-tags'>
        {open
          ? <Tag tone={paused ? 'attention' : 'done'}>{paused ? t('paused') : hoursInWords({ ...hall.hours, open }, now(), words)}</Tag>
          : <Tag>{`${t('closed')} · ${nextOpening(hall.hours.opensAt, now(), words)}`}</Tag>}
        <Tag>{level(hall.level)}</Tag>
        {hall.demo && <Tag tone='attention'>{t('demo')}</Tag>}
      </View>
      {paused && <View className='hall-notice'><Notice tone='attention'>{t('hallPaused')}</Notice></View>}
      {!open && <View className='hall-notice'><Notice>{t('closedNote', { next: nextOpening(hall.hours.opensAt, now(), words) })}</Notice></View>}
    </View>
  )
}

interface HallScreenProps {
  readonly hallId: string
  /** The citizen has just scanned in this hall, so a number can be taken at once. */
  readonly canTake: boolean
  /** Opens the scanner's page. */
  readonly onScan: () => void
}

/** One hall: its lines as they are now, its hours, where it is, and how to take a number. */
export const HallScreen = ({ hallId, canTake, onScan }: HallScreenProps) => {
  const t = useText(hallTexts)
  const local = useLocalText()
  const online = useOnline()
  const hall = useRemote(`hall:${hallId}`, () => call('readHall', { params: { hallId } }))
  const board = useRemote(`board:${hallId}`, () => call('readBoard', { params: { hallId } }), { everySeconds: BOARD_SECONDS, skip: hall.data === null })
  usePageTitle(hall.data ? local(hall.data.name) : t('hall'))

  if (!hall.data) {
    return (
      <Page title={t('hall')} onBack={goBack}>
        {hall.failure
          ? <ErrorState message={hall.failure.message} requestId={hall.failure.requestId} busy={hall.loading} onRetry={hall.failure.retry === 'never' ? undefined : hall.reload} />
          : <Loading rows={4} />}
      </Page>
    )
  }
  const open = board.data?.open ?? hall.data.hours.open
  const heardAt = board.heardAt ?? hall.heardAt
  const stale = heardAt !== null && (!online || board.failure !== null)
  const foot = (
    <>
      {!canTake && <Text className='hall-scan-why'>{t('scanWhy')}</Text>}
      {canTake
        ? <Button icon='ticket' onPress={() => openPage('take', { hall: hallId })}>{t('take')}</Button>
        : <Button icon='scan' onPress={onScan}>{t('scanToTake')}</Button>}
    </>
  )
  return (
    <Page title={t('hall')} onBack={goBack} foot={foot} banner={stale && <OfflineBar since={clockTime(heardAt)} />}>
      <Heading hall={hall.data} open={open} paused={board.data?.paused ?? false} />
      {canTake && <View className='hall-notice'><Notice tone='done'>{t('held')}</Notice></View>}
      <LinesNow hall={hall.data} board={board.data} open={open} failed={board.failure} onRetry={board.reload} />
      <HallFacts hall={hall.data} />
      <Section title={t('rule')}><Text className='hall-rule'>{local(hall.data.priorityRule)}</Text></Section>
      {hall.data.demo && <Section><Notice tone='attention'>{t('demoNote')}</Notice></Section>}
    </Page>
  )
}
