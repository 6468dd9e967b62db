import { useState } from 'react'
import { dateTime } from '@shared/time'
import { Places } from '@/capabilities/console/Places'
import { useLanguage, useText } from '@/i18n'
import { bulletinKindTexts, bulletinTexts } from '@/i18n/supervision'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading } from '@/ui'
import type { BulletinKind, SupervisionApi } from '../api'
import { BulletinPage } from './BulletinPage'
import { periodName } from './view'

const KINDS = ['daily', 'weekly', 'monthly'] as const satisfies readonly BulletinKind[]

interface BulletinsRoomProps { readonly api: SupervisionApi; readonly bulletinId: string | null; readonly onBulletin: (bulletinId: string | null) => void }

/** The bulletins there are, the latest first, and one of them. */
export const BulletinsRoom = ({ api, bulletinId, onBulletin }: BulletinsRoomProps) => {
  const t = useText(bulletinTexts)
  const name = useText(bulletinKindTexts)
  const language = useLanguage()
  const [kind, setKind] = useState<BulletinKind | undefined>(undefined)
  const { data, failure, loading, reload } = useRemote(`bulletins ${kind ?? ''}`, () => api.bulletins(kind), { skip: bulletinId !== null })
  if (bulletinId !== null) return <BulletinPage key={bulletinId} api={api} bulletinId={bulletinId} onBack={() => onBulletin(null)} />
  return (
    <>
      <fieldset className='console-chips'>
        <legend>{t('kind')}</legend>
        {[undefined, ...KINDS].map((one) => (
          <label key={one ?? 'all'} className='console-chip'>
            <input className='console-radio' type='radio' name='kind' checked={kind === one} onChange={() => setKind(one)} />
            <span>{one ? name(one) : t('all')}</span>
          </label>
        ))}
      </fieldset>
      {data === null && (failure ? <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} /> : <Loading />)}
      {data?.bulletins.length === 0 && <p className='console-hint'>{t('none')}</p>}
      {data && (
        <Places
          options={data.bulletins.map((one) => ({ id: one.bulletinId, title: `${name(one.kind)} · ${periodName(one, language)}`, note: t('made', { time: dateTime(one.madeAt) }) }))}
          onChoose={onBulletin}
        />
      )}
    </>
  )
}
