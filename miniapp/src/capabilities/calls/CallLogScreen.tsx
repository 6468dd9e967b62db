import { Text } from '@tarojs/components'
import type { CallLogEntry } from '@shared/callLog'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { callClassTexts, callKindTexts, callTexts, whyTexts } from '@/i18n/calls'
import { signOf } from '@/i18n/windowName'
import { goBack, openPage, openTab, useOnline, usePageTitle } from '@/platform'
import { Button, Empty, ErrorState, Loading, Notice, OfflineBar, Page, Row, Section } from '@/ui'
import './calls.scss'
import { calledBefore } from './order'
import { Portions } from './Portions'
import { useCallLog, type CallLogPage } from './useCallLog'

/** What the phone found when it reckoned the chain anew. */
const Verdict = ({ checked, contradicts }: Pick<CallLogPage, 'checked' | 'contradicts'>) => {
  const t = useText(callTexts)
  if (checked.brokenAt !== null) return <Notice tone='error' title={t('broken', { n: checked.brokenAt })}>{t('brokenHow')}</Notice>
  if (contradicts) return <Notice tone='error' title={t('contradicts')}>{t('brokenHow')}</Notice>
  return <Notice tone='done' title={t('checked', { n: checked.count })}>{t('checkedHow')}</Notice>
}

/** Who was called before my number since I took it, and why. */
const Mine = ({ entries, number }: { entries: readonly CallLogEntry[]; number: string }) => {
  const t = useText(callTexts)
  const why = useText(whyTexts)
  const local = useLocalText()
  const { takenAt, calledAt, before } = calledBefore(entries, number)
  if (takenAt === null) return <Section><Text className='calls-line'>{t('mineGone', { number })}</Text></Section>
  const unfair = before.filter((one) => one.why === 'unexplained').length
  return (
    <Section title={t('mine', { number })}>
      {unfair > 0 && <Notice tone='attention'>{t('unfair', { n: unfair })}</Notice>}
      {before.length === 0 && <Text className='calls-line'>{t('mineNone', { number })}</Text>}
      {before.length > 0 && (
        <Portions
          rows={before}
          row={(one) => <Row key={`${one.number} ${one.at}`} lead={one.number} title={why(one.why)} note={one.windowId === null ? undefined : local(signOf(null, one.windowId))} side={clockTime(one.at)} />}
        />
      )}
      {calledAt !== null && <Text className='calls-line'>{t('yours', { time: clockTime(calledAt) })}</Text>}
    </Section>
  )
}

const Whole = ({ entries }: { entries: readonly CallLogEntry[] }) => {
  const t = useText(callTexts)
  const kind = useText(callKindTexts)
  const klass = useText(callClassTexts)
  const local = useLocalText()
  return (
    <Section title={t('whole')}>
      <Portions
        rows={[...entries].reverse()}
        row={(entry) => {
          const parts = [entry.class && klass(entry.class), entry.windowId && local(signOf(null, entry.windowId))].filter(Boolean)
          return <Row key={entry.n} lead={entry.number} title={kind(entry.kind)} note={parts.length > 0 ? parts.join(' · ') : undefined} side={clockTime(entry.at)} />
        }}
      />
    </Section>
  )
}

interface CallLogScreenProps {
  readonly hallId: string
  /** Whose place is asked about; empty for nobody's. */
  readonly number: string
}

/** The day's order of calling, open to everyone, and checked by the phone that shows it. */
export const CallLogScreen = ({ hallId, number }: CallLogScreenProps) => {
  const t = useText(callTexts)
  const online = useOnline()
  const { data, failure, loading, heardAt, reload } = useCallLog(hallId)
  usePageTitle(t('title'))
  // A log of which nothing is left is not one that has not begun.
  const told = data !== null && (data.entries.length > 0 || data.checked.brokenAt !== null || data.contradicts)
  const banner = data && (!online || failure) && heardAt !== null ? <OfflineBar troubled={online && failure?.code !== 'OFFLINE'} since={clockTime(heardAt)} /> : undefined
  const gone = failure?.retry === 'never'
  const hall = <Button kind='secondary' icon='hall' onPress={() => openPage('hall', { hall: hallId })}>{t('hall')}</Button>
  return (
    <Page title={t('title')} onBack={goBack} banner={banner}>
      {!data && !failure && <Loading rows={4} />}
      {!data && gone && <Empty icon='hall' title={t('noHall')} action={<Button onPress={() => openTab('halls')}>{t('halls')}</Button>} />}
      {!data && failure && !gone && <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} requestId={failure.requestId} busy={loading} onRetry={reload} />}
      {data && !data.kept && <Empty icon='hall' title={t('notKept')} text={t('notKeptHow')} action={hall} />}
      {data?.kept && !told && <Empty icon='clock' title={t('none')} text={t('intro')} action={hall} />}
      {data?.kept && told && (
        <>
          <Text className='calls-line'>{t('intro')}</Text>
          <Verdict checked={data.checked} contradicts={data.contradicts} />
          {number !== '' && <Mine entries={data.entries} number={number} />}
          {data.entries.length > 0 && <Whole entries={data.entries} />}
        </>
      )}
    </Page>
  )
}
