import { dateTime } from '@shared/time'
import { NewsLine } from '@/capabilities/console/NewsLine'
import { useActs } from '@/capabilities/console/useActs'
import { useLanguage, useText } from '@/i18n'
import { bulletinKindTexts, bulletinTexts, overviewTexts, supervisionTexts } from '@/i18n/supervision'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading } from '@/ui'
import type { SupervisionApi } from '../api'
import { DataTable } from '../charts/DataTable'
import { tagName } from '../tagName'
import { CityFigures } from './CityFigures'
import { Movers } from './Movers'
import { OverdueOrders } from './OverdueOrders'
import { PartsTable } from './PartsTable'
import { Ranking } from './Ranking'
import { saveWorkbook } from './saveFile'
import { periodName } from './view'

const nothing = (): void => undefined

interface BulletinPageProps { readonly api: SupervisionApi; readonly bulletinId: string; readonly onBack: () => void }

/** One bulletin, to be read, printed or taken along as a workbook. */
export const BulletinPage = ({ api, bulletinId, onBack }: BulletinPageProps) => {
  const t = useText(bulletinTexts)
  const ts = useText(supervisionTexts)
  const to = useText(overviewTexts)
  const kind = useText(bulletinKindTexts)
  const language = useLanguage()
  const { data, failure, loading, reload } = useRemote(`bulletin ${bulletinId}`, () => api.bulletin(bulletinId))
  const acts = useActs(nothing, nothing)
  const download = (): void => {
    void acts.perform({ send: () => api.workbook(bulletinId), then: ({ fileName, base64 }) => saveWorkbook(fileName, base64), done: () => null })
  }
  const back = <button type='button' className='console-quiet' onClick={onBack}>‹ {ts('back')}</button>
  if (data === null) return <>{back}{failure ? <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} /> : <Loading />}</>
  return (
    <article className='sup-bulletin'>
      <div className='sup-ways sup-unprinted'>
        {back}
        <button type='button' className='console-small' onClick={() => window.print()}>{t('print')}</button>
        <button type='button' className='console-small' aria-disabled={acts.acting} onClick={() => { if (!acts.acting) download() }}>{t(acts.acting ? 'downloading' : 'download')}</button>
      </div>
      {(acts.news !== null || acts.unanswered) && <div className='sup-unprinted'><NewsLine {...acts} /></div>}
      <h1 className='console-title'>{kind(data.kind)} · {periodName(data, language)}</h1>
      <p className='console-hint'>{t('made', { time: dateTime(data.madeAt) })}</p>
      <div className='sup-grid'>
        <CityFigures city={data.city} before={data.before} />
        <Movers movers={data.movers} />
        <Ranking ranking={data.ranking} minimum={data.minimum} />
        <OverdueOrders overdue={data.overdue} />
        {data.districts.length > 0 && <PartsTable title={t('districts')} parts={data.districts} />}
        {data.departments.length > 0 && <PartsTable title={t('departments')} parts={data.departments} />}
        <section className='sup-panel' aria-label={t('tags')}>
          <h2>{t('tags')}</h2>
          {data.tags.length === 0
            ? <p className='sup-tell'>{t('noTags')}</p>
            : <DataTable caption={t('tags')} columns={[to('tag'), to('count')]} rows={data.tags.map(({ tag, count }) => ({ key: tag, head: tagName(tag, language), cells: [count] }))} />}
        </section>
      </div>
    </article>
  )
}
