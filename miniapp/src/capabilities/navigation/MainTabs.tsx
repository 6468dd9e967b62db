import { useText } from '@/i18n'
import { navigationTexts } from '@/i18n/navigation'
import { openTab, type TabPage } from '@/platform'
import { TabBar } from '@/ui'

/** The three main pages. */
export const MainTabs = ({ current }: { current: TabPage }) => {
  const t = useText(navigationTexts)
  return (
    <TabBar
      label={t('tabs')} current={current} onSelect={(page) => { if (page !== current) openTab(page) }}
      tabs={[{ key: 'home', label: t('home'), icon: 'home' }, { key: 'halls', label: t('halls'), icon: 'hall' }, { key: 'me', label: t('me'), icon: 'person' }]}
    />
  )
}
