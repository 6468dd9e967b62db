import type { ReactNode } from 'react'
import { classes } from '@/ui'

export interface Bar {
  readonly key: string
  readonly name: ReactNode
  /** From 0 to 1; null draws none. */
  readonly share: number | null
  /** Beside the bar: what it says, in words. */
  readonly words: ReactNode
  /** Drawn over the bar: where the true share lies. */
  readonly between?: readonly [number, number] | null
  /** `weak` is not to be relied on and drawn hatched, `before` is of an earlier time and drawn hollow; the words say so too. */
  readonly look?: 'weak' | 'before'
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** Bars side by side, each with its words: nothing is told by a length or a colour alone. */
export const Bars = ({ bars }: { readonly bars: readonly Bar[] }) => (
  <ul className='sup-bars'>
    {bars.map(({ key, name, share, words, between, look }) => (
      <li key={key} className='sup-bar-row'>
        <span className='sup-bar-name'>{name}</span>
        <span className='sup-bar' aria-hidden='true'>
          {share !== null && <span className={classes('sup-bar-fill', look && `is-${look}`)} style={{ width: percent(share) }} />}
          {between && <span className='sup-bar-range' style={{ left: percent(between[0]), width: percent(between[1] - between[0]) }} />}
        </span>
        <span className='sup-bar-words'>{words}</span>
      </li>
    ))}
  </ul>
)
