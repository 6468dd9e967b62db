import { useText } from '@/i18n'
import { takeTexts } from '@/i18n/queue'
import { openTab } from '@/platform'
import { Button, Empty, ErrorState, Loading } from '@/ui'
import type { TakePage } from './useTakePage'

/** Nothing is known of the hall: loading, or why it cannot be shown and what to do. */
export const NoHall = ({ page }: { page: TakePage }) => {
  const t = useText(takeTexts)
  const { failure, loading, reload } = page.hall
  if (!failure) return <Loading rows={4} />
  if (failure.code === 'HALL_NOT_FOUND' || failure.code === 'INVALID_INPUT') {
    return <Empty icon='hall' title={t('noHall')} action={<Button onPress={() => openTab('halls')}>{t('otherHalls')}</Button>} />
  }
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} next={t('failedNext')} requestId={failure.requestId} busy={loading} onRetry={reload} />
}
