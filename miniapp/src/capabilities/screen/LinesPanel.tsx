import type { LocalText } from '@shared/endpoint'
import { classes } from '@/ui'
import { Both, both } from './Both'
import { type LineRow, pageOf } from './view'

const waitText = ({ waiting, wait }: LineRow): LocalText => {
  if (waiting === 0) return both((t) => t('noWait'))
  if (wait === null) return both((t) => t('waitUnknown'))
  return wait.low === wait.high ? both((t) => t('waitExact', { n: wait.high })) : both((t) => t('wait', { low: wait.low, high: wait.high }))
}

/** Up to so many lines leave room for larger letters. */
const FEW = 4

interface LinesPanelProps {
  readonly lines: readonly LineRow[]
  /** How many fit. */
  readonly fit: number
  readonly turn: number
}

/** How many wait in each line, and how long that is likely to take. More lines than fit take turns. */
export const LinesPanel = ({ lines, fit, turn }: LinesPanelProps) => (
  <section className={classes('screen-lines', lines.length <= FEW && fit > FEW && 'is-roomy')}>
    <h2><Both text={both((t) => t('lines'))} /></h2>
    <ul>
      {pageOf(lines, fit, turn).map((line) => (
        <li key={line.lineId}>
          <span className='screen-letter' aria-hidden='true'>{line.lineId}</span>
          <Both className='screen-line-name' text={line.name} />
          <Both className='screen-line-people' text={both((t) => t('people', { n: line.waiting }))} />
          <Both className={line.paused ? 'screen-line-wait is-paused' : 'screen-line-wait'} text={line.paused ? both((t) => t('linePaused')) : waitText(line)} />
        </li>
      ))}
    </ul>
  </section>
)
