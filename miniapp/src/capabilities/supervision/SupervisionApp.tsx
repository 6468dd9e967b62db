import { useMemo } from 'react'
import { Frame } from '@/capabilities/console/Frame'
import { LanguageButton } from '@/capabilities/console/LanguageButton'
import { isLeader, type Staff } from '@/capabilities/console/staff'
import { StaffDoor } from '@/capabilities/console/StaffDoor'
import { useTabValue } from '@/capabilities/console/useTabValue'
import { type StaffSession, useStaffSession } from '@/capabilities/console/useStaffSession'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { supervisionTexts } from '@/i18n/supervision'
import { pageUrl } from '@/platform/navigate'
import { usePageTitle } from '@/platform/title'
import { supervisionApi } from './api'
import { LeaderRooms } from './LeaderRooms'
import { OrdersRoom } from './orders/OrdersRoom'
import { isKeptPlace, type Place, placeFor } from './rooms'

interface AtWorkProps extends Pick<StaffSession, 'signOut' | 'end'> { readonly staff: Staff; readonly title: string }

const AtWork = ({ staff, title, signOut, end }: AtWorkProps) => {
  const t = useText(supervisionTexts)
  const tc = useText(consoleTexts)
  const local = useLocalText()
  const api = useMemo(() => supervisionApi(staff.token, end), [staff.token, end])
  const [kept, keep] = useTabValue('yichuang.supervision-place', isKeptPlace)
  const place = placeFor(staff, kept)
  const onPlace = (next: Place): void => keep({ ...next, account: staff.account })
  return (
    <Frame
      top={
        <>
          <span className='console-place'><b>{title}</b><span>{local(staff.name)}</span></span>
          <a className='console-quiet sup-way' href={pageUrl('console')}>{t('toConsole')}</a>
          <LanguageButton />
          <button type='button' className='console-quiet' onClick={signOut}>{tc('signOut')}</button>
        </>
      }
    >
      <div className='sup' role='region' aria-label={title} tabIndex={0}>
        {isLeader(staff)
          ? <LeaderRooms api={api} staff={staff} place={place} onPlace={onPlace} />
          : <OrdersRoom api={api} isOwn mayIn={staff.halls} ratingId={place.ratingId} onOrder={(ratingId) => onPlace({ ...place, ratingId })} />}
      </div>
    </Frame>
  )
}

/** The supervisors' pages; a clerk finds here the bad ratings about themselves. */
export const SupervisionApp = () => {
  const t = useText(supervisionTexts)
  const session = useStaffSession()
  const { staff, signOut, end } = session
  const title = t(staff === null || isLeader(staff) ? 'title' : 'ownTitle')
  usePageTitle(title)
  return <StaffDoor session={session}>{(one) => <AtWork key={one.token} staff={one} title={title} signOut={signOut} end={end} />}</StaffDoor>
}
