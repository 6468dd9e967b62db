import { classes } from '@/ui'
import { Both, both } from './Both'
import type { CallRow } from './view'

/** Who is called now and whereto, readable from the far end of the hall. A new call is drawn anew, which starts its emphasis. */
export const NowPanel = ({ now, stale, over }: { readonly now: CallRow | null; readonly stale: boolean; /** The hall is closed and nobody waits any more. */ readonly over: boolean }) => (
  <section className={now ? 'screen-now is-calling' : 'screen-now'} aria-live='polite'>
    {!stale && !over && (
      <h2><Both text={both((t) => t('nowCalling'))} />{now && now.calls > 1 && <Both className='screen-again' text={both((t) => t('again', { n: now.calls }))} />}</h2>
    )}
    {now ? (
      <div className='screen-now-call' key={now.key}>
        <span className={classes('screen-now-number', now.number.length > 4 && 'is-long')}>{now.number}</span>
        <span className='screen-arrow' aria-hidden='true'>→</span>
        <div>
          <Both className='screen-now-goto' text={both((t) => t('goTo'))} />
          <Both className='screen-now-window' text={now.window} />
        </div>
      </div>
    ) : <div className='screen-now-call is-empty'><Both text={both((t) => t(stale ? 'listen' : over ? 'closedNow' : 'nobodyCalled'))} /></div>}
  </section>
)
