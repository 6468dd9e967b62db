import { useState } from 'react'
import type { HallDetail } from '@shared/halls'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { useRemote } from '@/platform/remote'
import type { ConsoleApi } from './api'
import { WindowCodes } from './WindowCodes'

interface LeadPanelProps {
  readonly api: ConsoleApi
  readonly hall: Pick<HallDetail, 'hallId' | 'name' | 'windows'>
  readonly hallPaused: boolean
  readonly acting: boolean
  readonly onPauseHall: (paused: boolean) => void
}

/** What a supervisor does for the whole hall: pause it, resume it, open its screen, print the windows' codes. Pausing asks first. */
export const LeadPanel = ({ api, hall, hallPaused, acting, onPauseHall }: LeadPanelProps) => {
  const t = useText(consoleTexts)
  const [asking, setAsking] = useState(false)
  const [codes, setCodes] = useState(false)
  const { hallId } = hall
  const link = useRemote(`screen ${hallId}`, () => api.screenLink(hallId))
  const pauseOrAsk = (): void => {
    if (acting) return
    if (hallPaused) onPauseHall(false)
    else setAsking(true)
  }
  return (
    <section className='console-lead' aria-label={t('lead')}>
      <h2>{t('lead')}</h2>
      {asking && (
        <div className='console-ask' role='alertdialog' aria-label={t('pauseHall')}>
          <p>{t('pauseHallAsk')}</p>
          <button type='button' className='console-small is-danger' autoFocus onClick={() => { setAsking(false); onPauseHall(true) }}>{t('pauseHallYes')}</button>
          <button type='button' className='console-small' onClick={() => setAsking(false)}>{t('cancel')}</button>
        </div>
      )}
      <div className='console-lead-row'>
        {!asking && <button type='button' className='console-small' aria-disabled={acting} onClick={pauseOrAsk}>{t(hallPaused ? 'resumeHall' : 'pauseHall')}</button>}
        {link.data && <a className='console-small' href={link.data.screen} target='_blank' rel='noreferrer'>{t('openScreen')} ↗</a>}
        {link.data && <a className='console-small' href={link.data.poster} target='_blank' rel='noreferrer'>{t('posterLink')} ↗</a>}
        {link.data && <button type='button' className='console-small' onClick={() => setCodes(true)}>{t('windowCodes')}</button>}
      </div>
      {codes && link.data && <WindowCodes hall={hall} posterLink={link.data.poster} onClose={() => setCodes(false)} />}
      {link.failure && <p className='console-hint'>{link.failure.message}</p>}
    </section>
  )
}
