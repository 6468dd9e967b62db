import { useText } from '@/i18n'
import { roomTexts, supervisionTexts } from '@/i18n/supervision'
import type { Room } from './rooms'

interface RoomNavProps { readonly rooms: readonly Room[]; readonly room: Room; readonly unseen: number; readonly onRoom: (room: Room) => void }

/** The rooms side by side; beside the alerts, how many were not looked at. */
export const RoomNav = ({ rooms, room, unseen, onRoom }: RoomNavProps) => {
  const t = useText(supervisionTexts)
  const name = useText(roomTexts)
  return (
    <nav className='sup-rooms' aria-label={t('rooms')}>
      {rooms.map((one) => (
        <button key={one} type='button' className='sup-room' aria-current={one === room ? 'page' : undefined} onClick={() => onRoom(one)}>
          {name(one)}{one === 'alerts' && unseen > 0 && <span className='sup-unseen'>{t('unseen', { n: unseen })}</span>}
        </button>
      ))}
    </nav>
  )
}
