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

interface CasesScreenProps {
  /** Asks, within the tap, to allow messages about the case that is opened, as their own capability does; it is opened whatever the answer. */
  readonly allow?: (caseNo: string) => Promise<void>
}

/** My cases, or an enterprise's that I act for: what waits for me first. */
export const CasesScreen = ({ allow }: CasesScreenProps) => {
  const t = useText(casesTexts)
  const nameOf = useItemNames()
  const [personId, setPersonId] = useState('self')
  const { session, data, failure, loading, reload, oldSince, troubled } = useCases(personId)
  usePageTitle(t('title'))
  const sources = data?.sources ?? []
  const { waiting, running, over } = parted(data?.cases ?? [])
  const open = ({ caseNo }: CaseSummary): void => {
    const go = (): void => openPage('case', { no: caseNo, person: personId === 'self' ? undefined : personId })
    // No page opens under the question.
    if (allow) void allow(caseNo).then(go)
    else go()
  }
  // Of a case that is over there is nothing to be told any more.
  const part = (title: string, cases: readonly CaseSummary[], moves = true) => cases.length > 0 && (
    <Section title={title}>
      {cases.map((one) => (
        <CaseCard key={one.caseNo} one={one} title={nameOf(one)} personId={personId} past={isPast(one.sources, sources)} onPress={moves ? () => open(one) : undefined} />
      ))}
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
          {part(t('over'), over, false)}
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
