import { TodaysTickets } from '@/capabilities/home/TodaysTickets'
import { Account } from '@/capabilities/identity/Account'
import { MainTabs } from '@/capabilities/navigation/MainTabs'
import { DisplaySettings } from '@/capabilities/preferences/DisplaySettings'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { useText } from '@/i18n'
import { meTexts } from '@/i18n/me'
import { usePageTitle } from '@/platform'
import { Page } from '@/ui'
import './me.scss'

const Me = () => {
  const t = useText(meTexts)
  usePageTitle(t('me'))
  useCallWatch()
  return (
    <Page title={t('me')} tabs={<MainTabs current='me' />}>
      <Account />
      <TodaysTickets />
      <DisplaySettings />
    </Page>
  )
}

export default Me
