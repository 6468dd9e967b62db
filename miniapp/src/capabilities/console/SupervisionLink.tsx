import { useText } from '@/i18n'
import { supervisionTexts } from '@/i18n/supervision'
import { isLeader, type Staff } from './staff'

/** The same tab's session is valid there. */
const ADDRESS = '/pages/supervision/index'

/** To the supervisors' pages; for a clerk, to the bad ratings about themselves. */
export const SupervisionLink = ({ staff }: { readonly staff: Staff }) => {
  const t = useText(supervisionTexts)
  return <a className='console-quiet console-way' href={ADDRESS}>{t(isLeader(staff) ? 'open' : 'openOwn')}</a>
}
