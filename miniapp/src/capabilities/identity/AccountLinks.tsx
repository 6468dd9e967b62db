import { useText } from '@/i18n'
import { accountTexts } from '@/i18n/account'
import { openPage, useSession } from '@/platform'
import { List, Row, Section } from '@/ui'

/** The ways from “Me” to one's real name and devices; only for who is signed in. */
export const AccountLinks = () => {
  const t = useText(accountTexts)
  const session = useSession()
  if (!session) return null
  // A session kept by an older build does not say.
  const stand = session.realName === undefined ? undefined : t(session.realName ? 'verified' : 'notVerified')
  return (
    <Section>
      <List>
        <Row title={t('realName')} note={stand} onPress={() => openPage('real-name')} />
        <Row title={t('devices')} note={t('devicesNote')} onPress={() => openPage('devices')} />
      </List>
    </Section>
  )
}
