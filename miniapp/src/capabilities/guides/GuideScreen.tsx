import { useState } from 'react'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { guideTexts } from '@/i18n/guides'
import { goBack, openPage, openTab, useOnline, usePageTitle, useRemote, type ApiError } from '@/platform'
import { Button, Empty, ErrorState, List, Loading, OfflineBar, Page, Row, Sheet, useSpoken } from '@/ui'
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
  const spoken = useSpoken()
  const online = useOnline()
  const [choosing, setChoosing] = useState(false)
  const { data: guide, heardAt, failure, loading, reload } = useRemote(`guide/${itemId}`, () => readGuide(itemId), { everySeconds: GUIDE_SECONDS })
  usePageTitle(t('title'))
  if (!guide) return <Page title={t('title')} onBack={goBack}><Unknown failure={failure} busy={loading} onRetry={reload} /></Page>
  const { halls } = guide.where
  const takeIn = (hallId: string): void => { setChoosing(false); openPage('take', { hall: hallId, item: itemId }) }
  const only = halls.length === 1 ? halls[0] : undefined
  const old = heardAt !== null && (!online || failure !== null)
  return (
    <Page
      title={t('title')} onBack={goBack} banner={old && <OfflineBar troubled={online && failure?.code !== 'OFFLINE'} since={clockTime(heardAt)} />}
      foot={guide.withdrawn === null && halls.length > 0 && (
        <>
          {halls.some(({ bookable }) => bookable) && <Button icon='calendar' onPress={() => openPage('book', { items: itemId })}>{t('book')}</Button>}
          <Button kind='secondary' icon='ticket' onPress={() => { if (only) takeIn(only.hallId); else setChoosing(true) }}>{t('take')}</Button>
        </>
      )}
    >
      <GuideBody guide={guide} words={{ say: t, local }} />
      <Sheet
        open={choosing} title={t('takeWhere')} onClose={() => setChoosing(false)}
        actions={guide.where.hallCount > halls.length && <Button kind='quiet' onPress={() => { setChoosing(false); openTab('halls') }}>{t('allHalls')}</Button>}
      >
        <List label={t('takeWhere')}>
          {halls.map(({ hallId, lineId, name, address }) => (
            <Row key={`${hallId}${lineId}`} title={local(name)} note={local(address)} label={spoken(local(name), local(address))} onPress={() => takeIn(hallId)} />
          ))}
        </List>
      </Sheet>
    </Page>
  )
}
