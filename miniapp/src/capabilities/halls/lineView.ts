import type { Board, HallDetail, LineView, PriorityReason, WaitRange } from '@shared/halls'
import type { Translate } from '@/i18n'
import type { hallTexts } from '@/i18n/halls'

type Say = Translate<typeof hallTexts>
export interface LineRow {
  readonly lineId: string
  readonly name: HallDetail['lines'][number]['name']
  /** People ahead of somebody who takes a number now; null while the board is not known. */
  readonly ahead: number | null
  readonly wait: string
  readonly state: 'open' | 'paused' | 'full'
}

/** A wait as a range; one figure where both ends are the same. */
export const waitInWords = (wait: WaitRange | null, ahead: number, t: Say): string => {
  if (ahead === 0) return t('noWait')
  if (!wait) return t('waitUnknown')
  return wait.low === wait.high ? t('waitAbout', { low: wait.low }) : t('wait', { low: wait.low, high: wait.high })
}

/** The hall's lines with what its board says of them. */
export const lineRows = (hall: HallDetail, board: Board | null, t: Say): readonly LineRow[] => hall.lines.map((line) => {
  const shown = board?.lines.find(({ lineId }) => lineId === line.lineId)
  const full = shown !== undefined && shown.issued >= line.capacity
  const paused = shown?.paused ?? false
  const wait = shown ? waitInWords(shown.wait, shown.waiting, t) : ''
  return {
    lineId: line.lineId, name: line.name, ahead: shown?.waiting ?? null,
    state: paused ? 'paused' : full ? 'full' : 'open', wait: paused ? t('linePaused') : full ? t('lineFull') : wait,
  }
})

export interface Priorities {
  /** Who may ask for priority in this hall. */
  readonly reasons: readonly PriorityReason[]
  /** The lines where nobody may. */
  readonly without: readonly LineView[]
}

/** Who goes first, told once for the whole hall. */
export const prioritiesOf = ({ lines }: Pick<HallDetail, 'lines'>): Priorities => ({
  reasons: [...new Set(lines.flatMap(({ priorities }) => priorities))],
  without: lines.filter(({ priorities }) => priorities.length === 0),
})
