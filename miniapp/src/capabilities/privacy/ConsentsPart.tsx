import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Consent } from '@shared/myData'
import { useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { consentTexts, privacyTexts } from '@/i18n/privacy'
import { Button, Confirm, ErrorState, List, Loading, Notice, Row, Section } from '@/ui'
import type { Withdrawable } from './api'
import type { useConsents } from './useConsents'

const ConsentRow = ({ consent, onWithdraw }: { consent: Consent; onWithdraw: (kind: Withdrawable) => void }) => {
  const t = useText(privacyTexts)
  const { moment } = useMomentName()
  const name = useText(consentTexts)
  const { kind, version, givenAt, withdrawnAt } = consent
  const what = name(kind)
  const takeBack = kind !== 'privacy' && withdrawnAt === null && (
    <Button kind='quiet' small label={t('withdrawLabel', { what })} onPress={() => onWithdraw(kind)}>{t('withdraw')}</Button>
  )
  const lines = [
    t('given', { time: moment(givenAt), n: version }),
    ...(withdrawnAt === null ? [] : [t('withdrawn', { time: moment(withdrawnAt) })]),
    ...(kind === 'privacy' ? [t('privacyHow')] : []),
  ]
  return <Row title={what} note={lines.map((line) => <Text key={line} className='privacy-line'>{line}</Text>)} side={takeBack || undefined} />
}

/** What I agreed to, with its dates, and the way to take each back that may be taken back by itself. */
export const ConsentsPart = ({ mine }: { mine: ReturnType<typeof useConsents> }) => {
  const t = useText(privacyTexts)
  const name = useText(consentTexts)
  const [asked, setAsked] = useState<Withdrawable | null>(null)
  const { data, failure, loading, reload, busy, withdrawn, refused, withdraw } = mine
  const confirmed = async (): Promise<void> => {
    if (asked) await withdraw(asked)
    setAsked(null)
  }
  return (
    <Section title={t('consents')}>
      {withdrawn && <View className='privacy-said'><Notice tone='done'>{t(withdrawn === 'idNumber' ? 'withdrawnIdNumber' : 'withdrawnNow')}</Notice></View>}
      {refused && <View className='privacy-said'><Notice tone='error' title={t('notWithdrawn')}>{refused.code === 'OFFLINE' ? t('noAnswer') : refused.message}</Notice></View>}
      {!data && failure && <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} />}
      {!data && !failure && <Loading rows={2} />}
      {data?.length === 0 && <Text className='privacy-why'>{t('noConsents')}</Text>}
      {data && data.length > 0 && (
        <List label={t('consents')}>{data.map((consent) => <ConsentRow key={`${consent.kind}/${consent.givenAt}`} consent={consent} onWithdraw={setAsked} />)}</List>
      )}
      <Confirm
        open={asked !== null} danger busy={busy} title={t('withdrawTitle', { what: asked ? name(asked) : '' })} text={t(asked === 'face' ? 'withdrawFace' : 'withdrawIdNumber')}
        confirm={t('withdraw')} cancel={t('keepConsent')} onConfirm={() => { void confirmed() }} onCancel={() => setAsked(null)}
      />
    </Section>
  )
}
