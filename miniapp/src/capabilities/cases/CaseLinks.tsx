import { useText } from '@/i18n'
import { casesTexts } from '@/i18n/cases'
import { openPage } from '@/platform'
import { Icon, List, Row, Section } from '@/ui'

/** The ways to my cases and to a receipt's. */
export const CaseLinks = () => {
  const t = useText(casesTexts)
  return (
    <Section>
      <List>
        <Row lead={<Icon name='progress' />} title={t('title')} onPress={() => openPage('cases')} />
        <Row lead={<Icon name='scan' />} title={t('byReceipt')} onPress={() => openPage('receipt')} />
      </List>
    </Section>
  )
}
