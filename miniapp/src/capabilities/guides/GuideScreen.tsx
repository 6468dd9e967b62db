import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { guideTexts } from '@/i18n/guides'
import { goBack, openPage, openTab, useOnline, usePageTitle, useRemote, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, Loading, OfflineBar, Page } from '@/ui'
import { readGuide } from './api'
import { GuideBody } from './GuideBody'
import './guides.scss'

/** A catalogue changes now and then. */
const GUIDE_SECONDS = 600

const Unknown = ({ failure, busy, onRetry }: { failure: ApiError | null; busy: boolean; onRetry: () => void }) => {
  const t = useText(guideTexts)
  if (!failure) return <Loading rows={5} />
  if (failure.code === 'ITEM_NOT_FOUND' || failure.code === 'INVALID_INPUT') {
    return <Empty icon='search' title={t('unknown')} text={t('unknownHow')} action={<Button onPress={() => openPage('search')}>{t('search')}</Button>} />
  }
  return <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} requestId={failure.requestId} busy={busy} onRetry={onRetry} />
}

/** The guide of one item: can I, what to bring, where, how long, how much; and the way to do it. */
export const GuideScreen = ({ itemId }: { itemId: string }) => {
  const t = useText(guideTexts)
  const local = useLocalText()
  const online = useOnline()
  const { data: guide, heardAt, failure, loading, reload } = useRemote(`guide/${itemId}`, () => readGuide(itemId), { everySeconds: GUIDE_SECONDS })
  usePageTitle(t('title'))
  if (!guide) return <Page title={t('title')} onBack={goBack}><Unknown failure={failure} busy={loading} onRetry={reload} /></Page>
  const { halls } = guide.where
  const only = guide.where.hallCount === 1 ? halls[0] : undefined
  const take = (): void => { if (only) openPage('take', { hall: only.hallId, item: itemId }); else openTab('halls') }
  const old = heardAt !== null && (!online || failure !== null)
  return (
    <Page
      title={t('title')} onBack={goBack} banner={old && <OfflineBar troubled={online && failure?.code !== 'OFFLINE'} since={clockTime(heardAt)} />}
      foot={guide.withdrawn === null && halls.length > 0 && (
        <>
          {halls.some(({ bookable }) => bookable) && <Button icon='calendar' onPress={() => openPage('book', { items: itemId })}>{t('book')}</Button>}
          <Button kind='secondary' icon='ticket' onPress={take}>{t('take')}</Button>
        </>
      )}
    >
      <GuideBody guide={guide} words={{ say: t, local }} />
    </Page>
  )
}
