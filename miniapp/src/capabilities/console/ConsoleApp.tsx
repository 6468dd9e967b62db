import { useMemo } from 'react'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { usePageTitle } from '@/platform/title'
import { AccountRoom } from './accounts/AccountRoom'
import { consoleApi } from './api'
import { ChooseHall } from './ChooseHall'
import { HallRoom } from './HallRoom'
import { ParkedRoom } from './parked/ParkedRoom'
import { isOperator, type Staff } from './staff'
import { StaffDoor } from './StaffDoor'
import { useDesk } from './useDesk'
import { usePlace } from './usePlace'
import { type StaffSession, useStaffSession } from './useStaffSession'

interface AtWorkProps extends Pick<StaffSession, 'signOut' | 'end'> { readonly staff: Staff; readonly linkedHall: string }

const AtWork = ({ staff, linkedHall, signOut, end }: AtWorkProps) => {
  const api = useMemo(() => consoleApi(staff.token), [staff.token])
  const [{ hallId, windowId }, choosePlace] = usePlace(staff.halls, linkedHall)
  const [desk, setDesk] = useDesk(staff.account)
  if (desk === 'account') return <AccountRoom api={api} staff={staff} onBack={() => setDesk('work')} onSessionOver={end} />
  if (desk === 'parked' && isOperator(staff)) return <ParkedRoom api={api} onBack={() => setDesk('work')} onSessionOver={end} />
  if (hallId === null) {
    return (
      <ChooseHall
        api={api} staff={staff} onChoose={(next) => choosePlace({ hallId: next, windowId: null })}
        onAccount={() => setDesk('account')} onParked={() => setDesk('parked')} onSignOut={signOut}
      />
    )
  }
  return (
    <HallRoom
      key={hallId} staff={staff} hallId={hallId} windowId={windowId} desk={desk} onDesk={setDesk} onSignOut={signOut} onSessionOver={end}
      onChooseWindow={(next) => choosePlace({ hallId, windowId: next })}
      onChangeHall={staff.halls.length === 1 ? undefined : () => choosePlace({ hallId: null, windowId: null })}
    />
  )
}

/** The window console: sign in, choose where one stands, work. `linkedHall` is the hall a link named, or empty. */
export const ConsoleApp = ({ linkedHall }: { readonly linkedHall: string }) => {
  const t = useText(consoleTexts)
  usePageTitle(t('title'))
  const session = useStaffSession()
  const { signOut, end } = session
  return <StaffDoor session={session}>{(staff) => <AtWork key={staff.token} staff={staff} linkedHall={linkedHall} signOut={signOut} end={end} />}</StaffDoor>
}
