import type { ReactNode } from 'react'
import { EnrolRoom } from './factor/EnrolRoom'
import { SignIn } from './SignIn'
import type { Staff } from './staff'
import type { StaffSession } from './useStaffSession'

interface StaffDoorProps { readonly session: StaffSession; readonly children: (staff: Staff) => ReactNode }

/** Lets in who is signed in, once they have the second factor they must have. */
export const StaffDoor = ({ session, children }: StaffDoorProps) => {
  const { staff, over, signIn } = session
  if (staff === null) return <SignIn over={over} signIn={signIn} />
  if (staff.enrolling) return <EnrolRoom key={staff.token} {...session} staff={staff} />
  return children(staff)
}
