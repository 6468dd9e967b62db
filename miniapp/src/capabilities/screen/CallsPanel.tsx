import { classes } from '@/ui'
import { Both, both } from './Both'
import { type CallRow, pageOf } from './view'

interface CallsPanelProps {
  readonly rows: readonly CallRow[]
  /** How many fit. */
  readonly fit: number
  readonly turn: number
}

/** Everybody else at a window, in two columns. More than fit take turns. */
export const CallsPanel = ({ rows, fit, turn }: CallsPanelProps) => (
  <section className='screen-calls'>
    <h2><Both text={both((t) => t('windows'))} /></h2>
    {rows.length === 0 && <p className='screen-none'><Both className='is-soft' text={both((t) => t('noCalls'))} /></p>}
    <ul>
      {pageOf(rows, fit, turn).map((row) => (
        <li key={row.key} className={row.state === 'called' ? 'is-called' : ''}>
          <span className={classes('screen-call-number', row.number.length > 4 && 'is-long')}>{row.number}</span>
          <Both className='screen-call-window' text={row.window} />
          <Both className='screen-call-state' text={both((t) => t(row.state))} />
        </li>
      ))}
    </ul>
  </section>
)
