import { useState } from 'react'
import type { ItemView } from '@shared/catalogue'
import type { HallDetail } from '@shared/halls'
import { useText } from '@/i18n'
import { actTexts, consoleTexts } from '@/i18n/console'
import { ActGrid } from './ActGrid'
import type { Act, Standing } from './allowed'
import type { ConsoleApi } from './api'
import { CurrentCard } from './CurrentCard'
import { DeskDialog } from './DeskDialog'
import { type KeyAct, keyOf, keysOf } from './keys'
import { KeysRow } from './KeysRow'
import { LeadPanel } from './LeadPanel'
import { LinesBeside } from './LinesBeside'
import { NewsLine } from './NewsLine'
import { TransferDialog } from './TransferDialog'
import type { Acts } from './useActs'
import type { FollowedConsole, HeardConsole } from './useConsole'
import { serverNow } from './useFollowed'
import { useKeys } from './useKeys'
import { useWindowActs } from './useWindowActs'
import { currentNumber, linesBeside, transferTargets } from './view'

const KEYS = keysOf(keyOf)
const SHOWN: readonly KeyAct[] = ['next', 'recall', 'start', 'finish', 'miss', 'transfer', 'pause', 'open', 'close', 'desk', 'book', 'help']

interface WindowConsoleProps {
  readonly api: ConsoleApi
  readonly hall: HallDetail
  readonly items: readonly ItemView[]
  readonly windowId: string
  readonly standing: Standing
  readonly heard: HeardConsole
  readonly acts: Acts
  readonly accept: FollowedConsole['accept']
  /** Left out where nothing can be booked. */
  readonly onBook?: () => void
}

/** A clerk's whole work: the number in hand, what may be done with it, and the line beside it. */
export const WindowConsole = ({ api, hall, items, windowId, standing, heard, acts, accept, onBook }: WindowConsoleProps) => {
  const t = useText(consoleTexts)
  const actName = useText(actTexts)
  const [dialog, setDialog] = useState<'transfer' | 'desk' | null>(null)
  const [keysShown, setKeysShown] = useState(true)
  const { view } = heard
  const ticket = view.windows.find((window) => window.windowId === windowId)?.current ?? null
  const current = currentNumber(ticket, hall, items, serverNow(heard, heard.receivedAt))
  const lines = linesBeside(view, hall, items, windowId)
  const { doAct, isAllowed, transfer, takeAtDesk, pauseLine, pauseHall } = useWindowActs({ api, hallId: hall.hallId, windowId, ticket, standing, acts, accept })

  const act = (one: Act): void => {
    if (one !== 'transfer') doAct(one)
    else if (isAllowed('transfer')) setDialog('transfer')
  }
  const openDesk = (): void => {
    acts.say(null)
    setDialog('desk')
  }
  useKeys(KEYS, dialog === null, (one) => {
    if (one === 'help') setKeysShown(!keysShown)
    else if (one === 'desk') openDesk()
    else if (one === 'book') onBook?.()
    else if (one === 'pause' && standing.window === 'paused') doAct('open')
    else act(one)
  })

  return (
    <>
      {view.paused && <p className='console-hint is-attention' role='status'>{t('hallPaused')}</p>}
      {!view.open && <p className='console-hint is-attention'>{t('hallClosed')}</p>}
      <div className='console-columns'>
        <div className='console-left'>
          <CurrentCard current={current} standing={standing} heard={heard} />
          <NewsLine {...acts} />
          <ActGrid standing={standing} onAct={act} onDesk={openDesk} />
        </div>
        <div className='console-right' role='region' aria-label={t('beside')} tabIndex={0}>
          {standing.leader && <LeadPanel api={api} hall={hall} hallPaused={view.paused} acting={standing.acting} onPauseHall={pauseHall} />}
          <LinesBeside
            lines={lines}
            side={standing.leader ? (line) => {
              const label = t(line.paused ? 'resumeLineLabel' : 'pauseLineLabel', { line: line.lineId })
              return (
                <button type='button' className='console-small' aria-label={label} aria-disabled={standing.acting} onClick={() => pauseLine(line.lineId, !line.paused)}>
                  {t(line.paused ? 'resumeLine' : 'pauseLine')}
                </button>
              )
            } : undefined}
          />
        </div>
      </div>
      {keysShown && <KeysRow keys={SHOWN.filter((one) => one !== 'book' || onBook).map((one) => ({ key: keyOf[one], does: actName(one) }))} />}
      {dialog === 'transfer' && ticket && (
        <TransferDialog
          number={ticket.number} targets={transferTargets(hall, ticket.lineId)} view={view} onClose={() => setDialog(null)}
          onChoose={(lineId) => { setDialog(null); transfer(lineId) }}
        />
      )}
      {dialog === 'desk' && (
        <DeskDialog
          hall={hall} items={items} firstLine={lines[0]?.lineId ?? ''} acting={acts.acting} onClose={() => setDialog(null)}
          problem={acts.unanswered ? t('confirming') : acts.news?.tone === 'error' ? acts.news.text : null}
          onTake={takeAtDesk}
        />
      )}
    </>
  )
}
