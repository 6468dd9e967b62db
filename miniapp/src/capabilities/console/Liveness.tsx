import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { useNow } from '@/platform/web/useNow'
import { classes } from '@/ui'
import { type Heard, isStale } from './useFollowed'

/** Whether what is shown is so now. Its place is in a bar, so that nothing jumps under the hand when the network goes. */
export const Liveness = ({ heard }: { readonly heard: Heard<{ readonly asOf: number }> }) => {
  const t = useText(consoleTexts)
  const stale = isStale(heard, useNow(1000))
  return (
    <span className={classes('console-live', stale && 'is-stale')} role={stale ? 'alert' : 'status'}>
      {stale ? t('stale', { time: clockTime(heard.view.asOf) }) : t('live')}
    </span>
  )
}
