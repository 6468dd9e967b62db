import { useText } from '@/i18n'
import { guideTexts, privacyTexts } from '@/i18n/privacy'
import { goBack, openPage, pageUrl, usePageTitle } from '@/platform'
import { Button, Empty, List, OfflineBar, Page, Row, Section } from '@/ui'
import { ConsentsPart } from './ConsentsPart'
import './privacy.scss'
import { useConsents } from './useConsents'

/** The guide, what I agreed to, and the ways to see, save and delete what is held. */
export const PrivacyScreen = () => {
  const t = useText(privacyTexts)
  const guide = useText(guideTexts)
  const mine = useConsents()
  const { session, data, failure } = mine
  usePageTitle(t('title'))
  const toGuide = <Section><List><Row title={guide('title')} note={t('guideNote')} onPress={() => openPage('privacy-guide')} /></List></Section>
  if (!session || failure?.code === 'UNAUTHENTICATED') {
    const signIn = <Button onPress={() => openPage('sign-in', { next: pageUrl('privacy') })}>{t('signIn')}</Button>
    return <Page title={t('title')} onBack={goBack}>{toGuide}<Empty icon='person' title={t('signInFirst')} action={signIn} /></Page>
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
