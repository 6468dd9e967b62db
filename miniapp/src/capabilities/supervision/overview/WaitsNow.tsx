import type { Overview } from '@shared/supervision'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { overviewTexts } from '@/i18n/supervision'

interface WaitsNowProps { readonly waits: Overview['waits']; readonly onScope: (scope: string) => void }

/** Who waits now, and the lines that break their promise, since when. */
export const WaitsNow = ({ waits: { waiting, longestMinutes, promisedMinutes, silent, over }, onScope }: WaitsNowProps) => {
  const t = useText(overviewTexts)
  const local = useLocalText()
  return (
    <section className='sup-panel' aria-label={t('waitsNow')}>
      <h2>{t('waitsNow')}</h2>
      <p className='sup-large'>{t('waiting', { n: waiting })}</p>
      <p className='sup-tell'>{longestMinutes === null ? t('nobody', { promised: promisedMinutes }) : t('longest', { n: longestMinutes, promised: promisedMinutes })}</p>
      {silent > 0 && <p className='console-hint is-attention' role='status'>{t('silent', { n: silent })}</p>}
      <h3>{t('overTitle')}</h3>
      {over.length === 0 && <p className='sup-tell'>{t('noneOver')}</p>}
      <ul className='sup-over'>
        {over.map(({ hallId, hallName, lineId, lineName, waiting: here, longestMinutes: longest, since }) => (
          <li key={`${hallId}.${lineId}`}>
            <button type='button' className='sup-link' onClick={() => onScope(`h.${hallId}`)}>{local(hallName)} · {lineId} {local(lineName)}</button>
            <span>{t('overSince', { time: clockTime(since), n: longest, waiting: here })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
