import { NextAppointment } from '@/capabilities/appointments/NextAppointment'
import { WaitingCase } from '@/capabilities/cases/WaitingCase'
import { SearchEntry } from '@/capabilities/guides/SearchEntry'
import { HomeScreen } from '@/capabilities/home/HomeScreen'
import { NearbyHalls } from '@/capabilities/halls/NearbyHalls'
import { NewMessages } from '@/capabilities/messages/NewMessages'
import { MainTabs } from '@/capabilities/navigation/MainTabs'
import { chooseLanguage, chooseLarge } from '@/capabilities/preferences/preferences'
import { lastTickets } from '@/capabilities/queue/api'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { useLanguage } from '@/i18n'
import { useAppearance } from '@/ui'
import '@/capabilities/halls/halls.scss'
import '@/capabilities/home/home.scss'

const Home = () => {
  const language = useLanguage()
  const { large } = useAppearance()
  useCallWatch()
  return (
    <HomeScreen
      tabs={<MainTabs current='home' />} nearby={<NearbyHalls />} appointment={<NextAppointment />}
      waitingCase={<WaitingCase />} messages={<NewMessages />} search={<SearchEntry />} lastKnown={lastTickets.all} large={large} onLarge={chooseLarge}
      onLanguage={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
    />
  )
}

export default Home
