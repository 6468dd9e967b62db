import { useText } from '@/i18n'
import { accountTexts } from '@/i18n/account'
import { openPage, useSession } from '@/platform'
import { List, Row, Section } from '@/ui'

/** The way from “Me” to privacy and my data; for who is not signed in, to the guide, which is open to everybody. */
export const PrivacyLink = () => {
  const t = useText(accountTexts)
  const row = useSession()
    ? <Row title={t('privacy')} note={t('privacyNote')} onPress={() => openPage('privacy')} />
    : <Row title={t('guide')} onPress={() => openPage('privacy-guide')} />
  return <Section><List>{row}</List></Section>
}
