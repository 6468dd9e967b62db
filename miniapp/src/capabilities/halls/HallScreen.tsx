import { Text, View } from '@tarojs/components'
import type { HallDetail } from '@shared/halls'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { hallTexts, levelTexts, weekdayTexts } from '@/i18n/halls'
import { call, goBack, now, openTab, useOnline, usePageTitle, useRemote } from '@/platform'
import { Button, ErrorState, Loading, Notice, OfflineBar, Page, Section, Tag, useElapsed } from '@/ui'
import { HallFacts } from './HallFacts'
import { HallFoot } from './HallFoot'
import { LinesNow } from './LinesNow'
import { hoursInWords, nextOpening } from './hoursView'
import { RulePart } from './RulePart'
import { FRESH_GRACE_MS } from './search'

const BOARD_SECONDS = 10
/** The hours change a few times a day. */
const HALL_SECONDS = 60

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
          : <Tag>{hall.hours.open ? t('closed') : `${t('closed')} · ${nextOpening(hall.hours.opensAt, now(), words)}`}</Tag>}
        <Tag>{level(hall.level)}</Tag>
        {hall.demo && <Tag tone='attention'>{t('demo')}</Tag>}
      </View>
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
  const day = useText(weekdayTexts)
  const local = useLocalText()
  const online = useOnline()
  const hall = useRemote(`hall:${hallId}`, () => call('readHall', { params: { hallId } }), { everySeconds: HALL_SECONDS })
  const board = useRemote(`board:${hallId}`, () => call('readBoard', { params: { hallId } }), { everySeconds: BOARD_SECONDS, skip: hall.data === null })
  const old = useElapsed(board.heardAt, BOARD_SECONDS * 1000 + FRESH_GRACE_MS, now)
  usePageTitle(hall.data ? local(hall.data.name) : t('hall'))

  if (!hall.data) {
    const gone = hall.failure?.retry === 'never'
    return (
      <Page title={t('hall')} onBack={goBack}>
        {hall.failure && gone && (
          <ErrorState
            // What cannot be a hall's name was not mistyped by the citizen.
            message={hall.failure.code === 'INVALID_INPUT' ? t('noHall') : hall.failure.message} next={t('noHallHow')} requestId={hall.failure.requestId}
            action={<Button onPress={() => openTab('halls')}>{t('allHalls')}</Button>}
          />
        )}
        {hall.failure && !gone && <ErrorState message={hall.failure.message} requestId={hall.failure.requestId} busy={hall.loading} onRetry={hall.reload} />}
        {!hall.failure && <Loading rows={4} />}
      </Page>
    )
  }
  const open = board.data?.open ?? hall.data.hours.open
  const heardAt = board.heardAt ?? hall.heardAt
  const paused = board.data?.paused ?? false
  // Where no line was ever heard of, their part of the page says so by itself.
  const unheard = heardAt !== null && (!online || (board.heardAt !== null && (old || board.failure !== null)))
  const troubled = online && board.failure?.code !== 'OFFLINE'
  // A hall read while it was open does not tell when it opens next; the next reading does.
  const closed = hall.data.hours.open ? t('closedPlain') : t('closedNote', { next: nextOpening(hall.data.hours.opensAt, now(), { t, day }) })
  return (
    <Page
      title={t('hall')} onBack={goBack} banner={unheard && <OfflineBar troubled={troubled} since={clockTime(board.data?.asOf ?? heardAt)} />}
      foot={<HallFoot hallId={hallId} bookable={hall.data.lines.some(({ bookable }) => bookable)} canTake={canTake} shut={!open ? closed : paused ? t('hallPaused') : null} onScan={onScan} />}
    >
      <Heading hall={hall.data} open={open} paused={paused} />
      {canTake && open && !paused && <View className='hall-notice'><Notice tone='done'>{t('held')}</Notice></View>}
      <LinesNow hall={hall.data} board={board.data} open={open} old={old} failed={board.failure} onRetry={board.reload} />
      <HallFacts hall={hall.data} />
      <RulePart hall={hall.data} />
      {hall.data.demo && <Section><Notice tone='attention'>{t('demoNote')}</Notice></Section>}
    </Page>
  )
}
