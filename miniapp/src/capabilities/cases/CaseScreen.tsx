import { useMemo } from 'react'
import { Text, View } from '@tarojs/components'
import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { caseTexts, stageTexts } from '@/i18n/cases'
import { goBack, openPage, replacePage, usePageTitle } from '@/platform'
import { dial } from '@/platform/dial'
import { Button, classes, meaning, Notice, OfflineBar, Page, Section } from '@/ui'
import type { CaseAnswer, CaseAsk } from './api'
import { BringPart } from './BringPart'
import { CaseFacts } from './CaseFacts'
import './cases.scss'
import { caseView, type CaseView } from './caseView'
import { MissingSources } from './MissingSources'
import { RateCase } from './RateCase'
import { ResultPart } from './ResultPart'
import { Timeline } from './Timeline'
import { Tracks } from './Tracks'
import { UnknownCase } from './UnknownCase'
import { useCase } from './useCase'
import { useCaseWords } from './useCaseWords'
import { useItemNames } from './useItemNames'

const HOTLINE = '12345'

/** Where it stands, first of all; then the day that was promised, and who has it. */
const Hero = ({ item, view }: { item: string; view: CaseView }) => (
  <View className='case-hero'>
    <Text className='case-item'>{item}</Text>
    <View {...meaning({ role: 'heading', level: 2 })}><Text className={classes('case-head', `tone-${view.tone}`)}>{view.headline}</Text></View>
    {view.promise && <Text className={classes('case-line is-strong', `tone-${view.promise.tone}`)}>{view.promise.text}</Text>}
    {view.details.map((line) => <Text key={line} className='case-line'>{line}</Text>)}
  </View>
)

const Notices = ({ view }: { view: CaseView }) => {
  const t = useText(caseTexts)
  const call = <Button kind='secondary' small icon='phone' onPress={() => dial(HOTLINE)}>{t('dial')}</Button>
  return (
    <View className='case-notices'>
      {view.heldUpBy && <Notice tone='info'>{view.heldUpBy}</Notice>}
      {view.stopped && <Notice tone='info' title={t('stoppedTitle')}>{view.stopped}</Notice>}
      {view.late && <Notice tone='attention' action={call}>{t('lateHow')}</Notice>}
    </View>
  )
}

interface CaseScreenProps {
  /** Null when the receipt that was looked up is not known any more. */
  readonly ask: CaseAsk | null
  /** The answer that is there already, e.g. from looking the receipt up. */
  readonly first: CaseAnswer | null
  /** This page's address, to come back to from signing in. */
  readonly here: string
}

/** One case: where it stands, what the citizen must do, what happened and what comes. */
export const CaseScreen = ({ ask, first, here }: CaseScreenProps) => {
  const t = useText(caseTexts)
  const stage = useText(stageTexts)
  const standing = useCaseWords()
  const nameOf = useItemNames()
  const words = useMemo(() => ({ ...standing, one: t, stage }), [standing, t, stage])
  const { data, failure, loading, reload, signedIn, oldSince, troubled } = useCase(ask, first)
  usePageTitle(t('title'))
  const gone = failure?.code === 'UNAUTHENTICATED' || failure?.code === 'CASE_NOT_FOUND'
  if (!data || gone || !signedIn) {
    return <Page title={t('title')} onBack={goBack}><UnknownCase ask={ask} failure={failure} busy={loading} signedIn={signedIn} here={here} onRetry={reload} /></Page>
  }
  const { case: found, sources, askAgainMs } = data
  const view = caseView(found, words)
  const { itemId } = found
  return (
    <Page title={t('title')} onBack={goBack} banner={oldSince !== null && <OfflineBar troubled={troubled} since={clockTime(oldSince)} />}>
      <View className={classes(oldSince !== null && 'case-old')}>
        <Hero item={nameOf(found)} view={view} />
        <MissingSources sources={sources} coming={askAgainMs !== null} />
        <Notices view={view} />
      </View>
      <BringPart found={found} words={words} />
      <ResultPart found={found} words={words} />
      <Tracks tracks={found.tracks} sources={sources} words={words} />
      {ask && <RateCase ask={ask} found={found} />}
      <Timeline found={found} words={words} />
      <CaseFacts found={found} words={words} />
      <Section>
        {itemId !== null && <Button kind='secondary' onPress={() => openPage('guide', { item: itemId })}>{t('guide')}</Button>}
        {ask?.kind === 'receipt' && <Button kind='quiet' onPress={() => replacePage('receipt')}>{t('again')}</Button>}
      </Section>
    </Page>
  )
}
