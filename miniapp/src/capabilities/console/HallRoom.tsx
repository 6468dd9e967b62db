import { useMemo } from 'react'
import { serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { actTexts, consoleTexts, refusalTexts } from '@/i18n/console'
import { bookTexts } from '@/i18n/consoleBook'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading } from '@/ui'
import { consoleApi } from './api'
import { bookKeyOf } from './book/keys'
import { DayBook } from './book/DayBook'
import { ChooseWindow } from './ChooseWindow'
import { Frame } from './Frame'
import { keyOf } from './keys'
import { isLeader, isOperator, type Staff } from './staff'
import { TopBar } from './TopBar'
import { useActs } from './useActs'
import { useConsole } from './useConsole'
import type { Desk } from './useDesk'
import { standingOf } from './view'
import { WindowConsole } from './WindowConsole'

const HALL_EVERY_SECONDS = 300

interface HallRoomProps {
  readonly staff: Staff
  readonly hallId: string
  readonly windowId: string | null
  readonly desk: Desk
  readonly onDesk: (desk: Desk) => void
  readonly onChooseWindow: (windowId: string | null) => void
  /** Left out where there is only one hall. */
  readonly onChangeHall?: () => void
  readonly onSignOut: () => void
  readonly onSessionOver: () => void
}

/** A hall from the inside: choosing a window, and the work at it. */
export const HallRoom = ({ staff, hallId, windowId, desk, onDesk, onChooseWindow, onChangeHall, onSignOut, onSessionOver }: HallRoomProps) => {
  const t = useText(consoleTexts)
  const why = useText(refusalTexts)
  const tb = useText(bookTexts)
  const act = useText(actTexts)
  const api = useMemo(() => consoleApi(staff.token), [staff.token])
  const place = useRemote(`hall ${hallId}`, async () => {
    const [hall, { items }] = await Promise.all([api.hall(hallId), api.items(hallId)])
    return { hall, items }
  }, { everySeconds: HALL_EVERY_SECONDS })
  const { heard, error, refresh, accept } = useConsole(api, hallId, onSessionOver)
  const acts = useActs(onSessionOver, refresh)

  const hall = place.data?.hall ?? null
  const standing = hall && heard && windowId !== null ? standingOf(heard.view, hall, windowId, staff, acts.acting) : null
  const window = hall?.windows.find((one) => one.windowId === windowId)

  /** A window left open under one's name would be lost to the next clerk, so leaving closes it. */
  const leave = async (go: () => void): Promise<void> => {
    const mine = standing?.mine && standing.window !== 'closed'
    if (mine && standing.ticket) return acts.say({ tone: 'error', text: why('number-in-hand') })
    if (mine && windowId !== null) {
      const closed = await acts.perform({ send: () => api.setWindow(hallId, windowId, 'closed'), then: (view) => accept(() => view), done: () => null })
      if (!closed) return
    }
    go()
  }

  const goTo = (next: Desk): void => {
    acts.say(null)
    onDesk(next)
  }
  const atBook = desk === 'book'
  const bookable = hall?.lines.some((line) => line.bookable) === true
  const other = atBook
    ? { name: tb(standing ? 'toWindow' : 'toWindows'), keyName: bookKeyOf.back, go: () => goTo('work') }
    : bookable ? { name: act('book'), keyName: standing ? keyOf.book : undefined, go: () => goTo('book') } : undefined
  const failure = place.data === null ? place.failure : heard === null ? error : null
  return (
    <Frame
      narrow={standing === null && !atBook}
      top={
        <TopBar
          hall={hall?.name ?? null} window={standing && window ? { name: window.name, state: standing.window } : null} staff={staff} heard={atBook ? null : heard} other={other}
          onChangeWindow={standing && !atBook ? () => { void leave(() => onChooseWindow(null)) } : undefined}
          onChangeHall={!standing ? onChangeHall : undefined} onParked={!standing && isOperator(staff) ? () => goTo('parked') : undefined}
          onAccount={() => goTo('account')} onSignOut={() => { void leave(onSignOut) }}
        />
      }
    >
      {failure && <ErrorState message={failure.message} requestId={failure.requestId} busy={place.loading} onRetry={() => { place.reload(); refresh() }} />}
      {!failure && (place.data === null || heard === null) && <Loading />}
      {place.data && heard && atBook && (
        <DayBook
          api={api} hallId={hallId} items={place.data.items} today={serviceDay(heard.view.asOf)} leader={isLeader(staff)} acts={acts}
          onNumber={() => accept((view) => view)} onBack={() => goTo('work')} onSessionOver={onSessionOver}
        />
      )}
      {place.data && heard && !atBook && (standing && windowId !== null
        ? (
          <WindowConsole
            api={api} hall={place.data.hall} items={place.data.items} windowId={windowId} standing={standing} heard={heard} acts={acts} accept={accept}
            onBook={bookable ? () => goTo('book') : undefined}
          />
        )
        : (
          <>
            {windowId !== null && <p className='console-hint is-attention' role='status'>{t('noSuchWindow')}</p>}
            <ChooseWindow hall={place.data.hall} view={heard.view} account={staff.account} onChoose={onChooseWindow} />
          </>
        ))}
    </Frame>
  )
}
