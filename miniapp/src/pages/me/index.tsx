import { AppointmentLinks } from '@/capabilities/appointments/AppointmentLinks'
import { CaseLinks } from '@/capabilities/cases/CaseLinks'
import { TodaysTickets } from '@/capabilities/home/TodaysTickets'
import { Account } from '@/capabilities/identity/Account'
import { AccountLinks } from '@/capabilities/identity/AccountLinks'
import { MessageLinks } from '@/capabilities/messages/MessageLinks'
import { MainTabs } from '@/capabilities/navigation/MainTabs'
import { MyPersons } from '@/capabilities/persons/MyPersons'
import { DisplaySettings } from '@/capabilities/preferences/DisplaySettings'
import { PrivacyLink } from '@/capabilities/privacy/PrivacyLink'
import { lastTickets } from '@/capabilities/queue/api'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { RatingLinks } from '@/capabilities/ratings/RatingLinks'
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
      <TodaysTickets lastKnown={lastTickets.all} />
      <MessageLinks />
      <AppointmentLinks />
      <CaseLinks />
      <RatingLinks />
      <MyPersons />
      <AccountLinks />
      <PrivacyLink />
      <DisplaySettings />
    </Page>
  )
}

export default Me
