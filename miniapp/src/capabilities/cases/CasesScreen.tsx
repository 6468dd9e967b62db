import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CaseSummary } from '@shared/cases'
import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { casesTexts } from '@/i18n/cases'
import { goBack, openPage, usePageTitle } from '@/platform'
import { classes, Icon, List, OfflineBar, Page, Row, Section } from '@/ui'
import { CaseCard } from './CaseCard'
import './cases.scss'
import { isPast, parted } from './casesView'
import { MissingSources } from './MissingSources'
import { NothingFound, UnknownCases } from './NoCases'
import { useCases } from './useCases'
import { useItemNames } from './useItemNames'
import { WhoseCases } from './WhoseCases'

/** My cases, or an enterprise's that I act for: what waits for me first. */
export const CasesScreen = () => {
  const t = useText(casesTexts)
  const nameOf = useItemNames()
  const [personId, setPersonId] = useState('self')
  const { session, data, failure, loading, reload, oldSince, troubled } = useCases(personId)
  usePageTitle(t('title'))
  const sources = data?.sources ?? []
  const { waiting, running, over } = parted(data?.cases ?? [])
  const part = (title: string, cases: readonly CaseSummary[]) => cases.length > 0 && (
    <Section title={title}>
      {cases.map((one) => <CaseCard key={one.caseNo} one={one} title={nameOf(one)} personId={personId} past={isPast(one.sources, sources)} />)}
    </Section>
  )
  return (
    <Page title={t('title')} onBack={goBack} banner={oldSince !== null && <OfflineBar troubled={troubled} since={clockTime(oldSince)} />}>
      {session && <WhoseCases value={personId} onChange={setPersonId} />}
      {!data && <UnknownCases failure={failure} busy={loading} signedIn={session !== null} onRetry={reload} />}
      {data && (
        <View className={classes(oldSince !== null && 'case-old')}>
          <MissingSources sources={sources} coming={data.askAgainMs !== null} />
          <NothingFound cases={data.cases} sources={sources} />
          {part(t('waiting'), waiting)}
          {part(t('running'), running)}
          {part(t('over'), over)}
        </View>
      )}
      <Section>
        <List>
          {data && <Row lead={<Icon name='scan' />} title={t('byReceipt')} note={t('byReceiptHow')} onPress={() => openPage('receipt')} />}
          <Row lead={<Icon name='search' />} title={t('guides')} note={t('guidesHow')} onPress={() => openPage('search')} />
        </List>
      </Section>
    </Page>
  )
}
