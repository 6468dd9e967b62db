import type { CaseSummary, SourceState } from '@shared/cases'
import { useText } from '@/i18n'
import { casesTexts } from '@/i18n/cases'
import { openPage, pageUrl, useSessionEnded, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, Loading, SignInFirst } from '@/ui'

const ByReceipt = ({ first }: { first: boolean }) => {
  const t = useText(casesTexts)
  return <Button kind={first ? 'primary' : 'secondary'} icon='scan' onPress={() => openPage('receipt')}>{t('byReceipt')}</Button>
}

/** Nobody whose cases these could be: by signing in, or by a receipt without it. */
export const SignInToSee = ({ here }: { here: string }) => {
  const t = useText(casesTexts)
  const ended = useSessionEnded()
  return <SignInFirst title={t('signInFirst')} text={t('signInWhy')} ended={ended} onSignIn={() => openPage('sign-in', { next: here })} others={<ByReceipt first={false} />} />
}

/** Cases are kept by real name, and this account has none. `here`: where to come back to once it has. */
export const RealNameNeeded = ({ here }: { here: string }) => {
  const t = useText(casesTexts)
  const ways = <><Button onPress={() => openPage('real-name', { next: here })}>{t('realNameGo')}</Button><ByReceipt first={false} /></>
  return <Empty icon='person' title={t('realName')} text={t('realNameHow')} action={ways} />
}

interface UnknownCasesProps { readonly failure: ApiError | null; readonly busy: boolean; readonly signedIn: boolean; readonly onRetry: () => void }

/** Nothing is known: loading, or why not and what to do. */
export const UnknownCases = ({ failure, busy, signedIn, onRetry }: UnknownCasesProps) => {
  const t = useText(casesTexts)
  const here = pageUrl('cases')
  if (!signedIn || failure?.code === 'UNAUTHENTICATED') return <SignInToSee here={here} />
  if (!failure) return <Loading rows={4} />
  if (failure.code === 'REAL_NAME_NEEDED') return <RealNameNeeded here={here} />
  if (failure.code === 'NOT_GRANTED') return <Empty icon='people' title={t('notGranted')} text={t('notGrantedHow')} />
  if (failure.code === 'PERSON_NOT_FOUND') return <Empty icon='people' title={t('notAgent')} text={t('notAgentHow')} />
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} next={t('failedHow')} requestId={failure.requestId} busy={busy} onRetry={onRetry} />
}

/** An empty list is only called so when every system has said it is. */
export const NothingFound = ({ cases, sources }: { cases: readonly CaseSummary[]; sources: readonly SourceState[] }) => {
  const t = useText(casesTexts)
  if (cases.length > 0) return null
  const all = sources.every(({ state }) => state === 'answered')
  return all ? <Empty icon='progress' title={t('none')} text={t('noneHow')} /> : <Empty icon='clock' title={t('noneYet')} text={t('noneYetHow')} />
}
