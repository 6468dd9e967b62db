import type { HallDetail } from '@shared/halls'
import { clockTime, dateTime } from '@shared/time'
import { Both, both } from './Both'
import type { Announcements } from './useAnnouncements'

interface TopBarProps { readonly hall: HallDetail; readonly serverNow: number; readonly announcements: Announcements }

/** The hall, the time by the server's clock, and the one button of this screen. */
export const TopBar = ({ hall, serverNow, announcements }: TopBarProps) => (
  <header className='screen-top'>
    <h1><Both text={hall.name} /></h1>
    {hall.demo && <Both className='screen-demo' text={both((t) => t('demo'))} />}
    <span className='screen-top-space' />
    {announcements.sound === 'off' && (
      <button type='button' className='screen-sound' onClick={announcements.enable}><Both text={both((t) => t('enableSound'))} /></button>
    )}
    <time className='screen-clock'>
      <span className='screen-clock-time'>{clockTime(serverNow)}</span>
      <span className='is-soft'>{dateTime(serverNow).slice(0, 10)}</span>
    </time>
  </header>
)
