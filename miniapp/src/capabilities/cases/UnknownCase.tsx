import { useText } from '@/i18n'
import { caseTexts, casesTexts } from '@/i18n/cases'
import { openPage, replacePage, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, Loading } from '@/ui'
import type { CaseAsk } from './api'
import { RealNameNeeded, SignInToSee } from './NoCases'

interface UnknownCaseProps {
  readonly ask: CaseAsk | null
  readonly failure: ApiError | null
  readonly busy: boolean
  readonly signedIn: boolean
  /** This page's address, to come back to from signing in. */
  readonly here: string
  readonly onRetry: () => void
}

/** A case that is not shown: still coming, not there, not the caller's, or its systems are silent. */
export const UnknownCase = ({ ask, failure, busy, signedIn, here, onRetry }: UnknownCaseProps) => {
  const t = useText(caseTexts)
  const mine = useText(casesTexts)
  const byReceipt = <Button icon='scan' onPress={() => replacePage('receipt')}>{mine('byReceipt')}</Button>
  if (ask === null) return <Empty icon='scan' title={t('proofGone')} text={t('proofGoneHow')} action={byReceipt} />
  if (!signedIn || failure?.code === 'UNAUTHENTICATED') return <SignInToSee here={here} />
  if (!failure) return <Loading rows={4} />
  const all = <Button kind='secondary' onPress={() => openPage('cases')}>{t('all')}</Button>
  switch (failure.code) {
    case 'REAL_NAME_NEEDED': return <RealNameNeeded here={here} />
    case 'NOT_GRANTED': return <Empty icon='people' title={mine('notGranted')} text={mine('notGrantedHow')} action={<>{byReceipt}{all}</>} />
    case 'CASE_NOT_FOUND': case 'TICKET_NOT_FOUND': case 'PERSON_NOT_FOUND': case 'INVALID_INPUT':
      return <Empty icon='progress' title={t('notFound')} text={t(ask.kind === 'visit' ? 'notFoundVisit' : 'notFoundHow')} action={<>{byReceipt}{all}</>} />
    default: return <ErrorState message={failure.message} next={mine('failedHow')} requestId={failure.requestId} busy={busy} onRetry={onRetry} />
  }
}
