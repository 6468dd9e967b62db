import { type ReactNode, useEffect } from 'react'
import type { LocalText } from '@shared/endpoint'
import { clockTime } from '@shared/time'
import { useRemote } from '@/platform/remote'
import { useNow } from '@/platform/web/useNow'
import { classes } from '@/ui'
import { readHall } from './api'
import { Both, both } from './Both'
import { CallsPanel } from './CallsPanel'
import { CodePanel } from './CodePanel'
import { LinesPanel } from './LinesPanel'
import { NowPanel } from './NowPanel'
import { TopBar } from './TopBar'
import { useAnnouncements } from './useAnnouncements'
import { useBoard } from './useBoard'
import { boardView, isOver, isStale, opensNext, serverTime } from './view'

/** Names of lines and windows seldom change. */
const HALL_EVERY_SECONDS = 300
/** After a failure, before the first answer. */
const HALL_RETRY_SECONDS = 5
/** How long a page of a list too long for the screen stays, milliseconds. */
const TURN_MS = 8000

const Notice = ({ title, how }: { readonly title: LocalText; readonly how?: LocalText }) => (
  <main className='screen-notice'>
    <Both text={title} />
    {how && <Both className='is-soft' text={how} />}
  </main>
)

const useTitle = (title: string | undefined): void => {
  useEffect(() => { if (title) document.title = title }, [title])
}

/** Always light: a wall is read from afar, and a dark theme pales the red that means “now”. */
const Frame = ({ stale = false, children }: { readonly stale?: boolean; readonly children: ReactNode }) => (
  <div className={classes('yc-page', 'screen', 'is-light', stale && 'is-stale')} lang='zh-CN'>{children}</div>
)

const NoHall = () => <Frame><Notice title={both((t) => t('noHall'))} how={both((t) => t('noHallHow'))} /></Frame>

interface ScreenAppProps { readonly hallId: string; readonly screenKey: string }

const HallScreen = ({ hallId, screenKey }: ScreenAppProps) => {
  const { data: hall, failure } = useRemote(`hall ${hallId}`, () => readHall(hallId), {
    everySeconds: (known) => (known ? HALL_EVERY_SECONDS : HALL_RETRY_SECONDS),
  })
  const heard = useBoard(hallId)
  const announcements = useAnnouncements(heard, hall)
  const at = useNow(500)
  useTitle(hall?.name.zh)

  if (failure?.code === 'HALL_NOT_FOUND' || failure?.code === 'INVALID_INPUT') return <NoHall />
  if (!hall || !heard) {
    return <Frame>{failure ? <Notice title={both((t) => t('cannotLoad'))} how={both((t) => t('cannotLoadHow'))} /> : <Notice title={both((t) => t('loading'))} />}</Frame>
  }

  const { board, receivedAt } = heard
  const stale = isStale(receivedAt, at)
  const serverNow = serverTime(board.asOf, receivedAt, at)
  const view = boardView(board, hall, announcements.saying)
  const opensAt = opensNext(hall.hours.opensAt, serverNow)
  const banner = stale ? both((t) => t('offline', { time: clockTime(board.asOf) }))
    : board.paused ? both((t) => t('hallPaused'))
      : board.open ? null : opensAt === null ? both((t) => t('hallClosed')) : both((t) => t('hallClosedUntil', { at: opensAt }))
  const turn = Math.floor(serverNow / TURN_MS)
  return (
    <Frame stale={stale}>
      <TopBar hall={hall} serverNow={serverNow} announcements={announcements} />
      {banner && <p className='screen-banner' role={stale ? 'alert' : 'status'}><Both text={banner} /></p>}
      <main className='screen-main'>
        <div className='screen-left'>
          {/* What is no longer known to be so is not called “now”. */}
          <NowPanel now={stale ? null : view.now} stale={stale} over={!stale && isOver(board)} />
          <CallsPanel rows={stale && view.now ? [view.now, ...view.rest] : view.rest} fit={banner ? 6 : 8} turn={turn} />
        </div>
        <div className='screen-right'>
          <CodePanel hallId={hallId} screenKey={screenKey} closed={!stale && !board.open} />
          <LinesPanel lines={view.lines} fit={banner ? 4 : 6} turn={turn} />
        </div>
      </main>
    </Frame>
  )
}

/** A hall's screen on the wall: who is called where, how long each line waits, and the code to take a number. */
export const ScreenApp = (props: ScreenAppProps) => (props.hallId === '' ? <NoHall /> : <HallScreen {...props} />)
