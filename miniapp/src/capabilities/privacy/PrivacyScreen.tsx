import { useText } from '@/i18n'
import { guideTexts, privacyTexts } from '@/i18n/privacy'
import { goBack, openPage, pageUrl, usePageTitle, useSessionEnded } from '@/platform'
import { List, OfflineBar, Page, Row, Section, SignInFirst } from '@/ui'
import { ConsentsPart } from './ConsentsPart'
import './privacy.scss'
import { useConsents } from './useConsents'

/** The guide, what I agreed to, and the ways to see, save and delete what is held. */
export const PrivacyScreen = () => {
  const t = useText(privacyTexts)
  const guide = useText(guideTexts)
  const ended = useSessionEnded()
  const mine = useConsents()
  const { session, data, failure } = mine
  usePageTitle(t('title'))
  const toGuide = <Section><List><Row title={guide('title')} note={t('guideNote')} onPress={() => openPage('privacy-guide')} /></List></Section>
  if (!session || failure?.code === 'UNAUTHENTICATED') {
    return <Page title={t('title')} onBack={goBack}>{toGuide}<SignInFirst title={t('signInFirst')} ended={ended} onSignIn={() => openPage('sign-in', { next: pageUrl('privacy') })} /></Page>
  }
  return (
    <Page title={t('title')} onBack={goBack} banner={data && failure ? <OfflineBar troubled={failure.code !== 'OFFLINE'} /> : undefined}>
      {toGuide}
      <ConsentsPart mine={mine} />
      <Section title={t('mine')}>
        <List>
          <Row title={t('all')} note={t('allNote')} onPress={() => openPage('my-data')} />
          <Row title={t('remove')} note={t('removeNote')} onPress={() => openPage('delete-me')} />
        </List>
      </Section>
    </Page>
  )
}
