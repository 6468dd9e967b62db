import { useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import { openPage, useSessionEnded, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, Loading, SignInFirst } from '@/ui'

interface UnknownProps { readonly failure: ApiError | null; readonly busy: boolean; readonly here: string; readonly signedIn: boolean; readonly onRetry: () => void }

/** Nothing is known: loading, or why it cannot be shown and what to do. */
export const UnknownAppointment = ({ failure, busy, here, signedIn, onRetry }: UnknownProps) => {
  const t = useText(appointmentTexts)
  const ended = useSessionEnded()
  if (!signedIn || failure?.code === 'UNAUTHENTICATED') {
    return <SignInFirst title={t('signInFirst')} text={t('signInWhy')} ended={ended} onSignIn={() => openPage('sign-in', { next: here })} />
  }
  if (!failure) return <Loading rows={4} />
  if (failure.code === 'APPOINTMENT_NOT_FOUND' || failure.code === 'INVALID_INPUT') {
    return <Empty icon='calendar' title={t('notMine')} text={t('notMineHow')} action={<Button onPress={() => openPage('appointments')}>{t('all')}</Button>} />
  }
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} next={t('failedHow')} requestId={failure.requestId} busy={busy} onRetry={onRetry} />
}
