import { useText } from '@/i18n'
import { supervisionTexts } from '@/i18n/supervision'
import { pageUrl } from '@/platform/navigate'
import { isLeader, type Staff } from './staff'

/** To the supervisors' pages, where the same tab's session is valid; for a clerk, to the bad ratings about themselves. */
export const SupervisionLink = ({ staff }: { readonly staff: Staff }) => {
  const t = useText(supervisionTexts)
  return <a className='console-quiet console-way' href={pageUrl('supervision')}>{t(isLeader(staff) ? 'open' : 'openOwn')}</a>
}
