import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { PRIVACY_VERSION } from '@shared/privacy'
import { useText } from '@/i18n'
import { guideTexts, neverTexts, rightsTexts, sharedTexts, usedTexts } from '@/i18n/privacy'
import { goBack, usePageTitle } from '@/platform'
import { AGREE_BUTTON, answerPrivacy, hostKeepsGuide, isPrivacyAsked, openHostGuide } from '@/platform/privacy'
import { AgreeButton, Button, Card, List, meaning, Page, Row, Section } from '@/ui'
import './privacy.scss'

/** In the order in which people meet them. */
const uses = ['account', 'device', 'visits', 'place', 'messages', 'idNumber', 'face', 'persons', 'ratings'] as const

const Use = ({ what }: { what: (typeof uses)[number] }) => {
  const t = useText(usedTexts)
  return (
    <Card>
      <View className='privacy-what' {...meaning({ role: 'heading', level: 3 })}>{t(what)}</View>
      <Text className='privacy-why'>{t(`${what}Why`)}</Text>
      <Text className='privacy-long'>{t(`${what}Long`)}</Text>
    </Card>
  )
}

const Points = ({ title, points }: { title: string; points: readonly string[] }) => (
  <Section title={title}>{points.map((point) => <Text key={point} className='privacy-point'>{point}</Text>)}</Section>
)

/** The privacy guide. Where the host holds something back until it is agreed to, it ends with that question. */
export const GuideScreen = () => {
  const t = useText(guideTexts)
  const shared = useText(sharedTexts)
  const rights = useText(rightsTexts)
  const never = useText(neverTexts)
  const [asked] = useState(isPrivacyAsked)
  usePageTitle(t('title'))
  // Whoever leaves without an answer has not agreed.
  useEffect(() => () => answerPrivacy(false), [])
  const answer = (agreed: boolean): void => {
    answerPrivacy(agreed)
    goBack()
  }
  const foot = asked && (
    <>
      <AgreeButton id={AGREE_BUTTON} onPress={() => answer(true)}>{t('agree')}</AgreeButton>
      <Button kind='secondary' onPress={() => answer(false)}>{t('refuse')}</Button>
      <Text className='privacy-foot'>{t('refuseNote')}</Text>
    </>
  )
  return (
    <Page title={t('title')} onBack={goBack} foot={foot}>
      <Text className='privacy-lead'>{t('lead')}</Text>
      <Text className='privacy-version'>{t('version', { n: PRIVACY_VERSION })}</Text>
      <Section title={t('uses')}>{uses.map((what) => <Use key={what} what={what} />)}</Section>
      <Points title={t('shared')} points={[shared('office'), shared('platforms'), shared('nobody')]} />
      <Points title={t('rights')} points={[rights('see'), rights('withdraw'), rights('erase'), rights('minors'), rights('complain')]} />
      <Points title={t('never')} points={[never('sell'), never('force')]} />
      {hostKeepsGuide() && <Section><List><Row title={t('platform')} onPress={openHostGuide} /></List></Section>}
    </Page>
  )
}
