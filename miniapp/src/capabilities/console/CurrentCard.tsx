import { useLocalText, useText } from '@/i18n'
import { classTexts, consoleTexts, reasonTexts } from '@/i18n/console'
import { useNow } from '@/platform/web/useNow'
import { classes, Tag } from '@/ui'
import type { Standing } from './allowed'
import { runningTime } from './durations'
import type { HeardConsole } from './useConsole'
import { serverNow } from './useFollowed'
import type { CurrentNumber } from './view'

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => <div className='console-fact'><dt>{name}</dt><dd>{value}</dd></div>

/** What stands at a free window instead of a number. */
const freeText = ({ window, waiting }: Standing) => {
  if (window === 'closed') return 'windowIsClosed'
  if (window === 'paused') return 'windowIsPaused'
  return waiting > 0 ? 'readyToCall' : 'nobodyWaits'
}

interface CurrentCardProps { readonly current: CurrentNumber | null; readonly standing: Standing; readonly heard: HeardConsole }

/** The number in hand, as large as the card; what it is for, and the running time. */
export const CurrentCard = ({ current, standing, heard }: CurrentCardProps) => {
  const t = useText(consoleTexts)
  const kind = useText(classTexts)
  const reason = useText(reasonTexts)
  const local = useLocalText()
  const at = serverNow(heard, useNow(1000))

  if (current === null) {
    return (
      <section className='console-current is-free' aria-label={t('currentNumber')}>
        <p className='console-number' aria-hidden='true'>—</p>
        <p className='console-free'>{t(freeText(standing))}</p>
      </section>
    )
  }
  const serving = current.state === 'serving'
  return (
    <section className={classes('console-current', serving ? 'is-serving' : 'is-called')} aria-label={t('currentNumber')}>
      <div className='console-current-head'>
        <Tag tone={serving ? 'done' : 'now'}>{t(serving ? 'serving' : 'called')}</Tag>
        {current.class !== 'ordinary' && <Tag tone='attention'>{current.priority ? `${kind('priority')} · ${reason(current.priority)}` : kind(current.class)}</Tag>}
      </div>
      <p className='console-number' aria-live='polite'>{current.number}</p>
      <p className='console-item'>
        <b>{current.item ? local(current.item) : t('noItem')}</b>
        {current.line && <span>{local(current.line)}</span>}
        {current.class === 'ordinary' && <span>{kind('ordinary')}</span>}
      </p>
      <dl className='console-facts'>
        <Fact name={t('waited')} value={t('minutes', { n: current.waitedMinutes })} />
        <Fact name={t('calls')} value={t('times', { n: current.calls })} />
        <Fact name={t(serving ? 'sinceStart' : 'sinceCall')} value={runningTime(at - current.since, t)} />
      </dl>
    </section>
  )
}
