import { useText } from '@/i18n'
import { mineTexts } from '@/i18n/appointments'
import { openPage, useSession } from '@/platform'
import { Icon, List, Row, Section } from '@/ui'

/** The ways to my appointments and my waiting list. */
export const AppointmentLinks = () => {
  const t = useText(mineTexts)
  const session = useSession()
  if (!session) return null
  return (
    <Section>
      <List>
        <Row lead={<Icon name='calendar' />} title={t('title')} onPress={() => openPage('appointments')} />
        <Row lead={<Icon name='clock' />} title={t('waiting')} onPress={() => openPage('waiting')} />
      </List>
    </Section>
  )
}
