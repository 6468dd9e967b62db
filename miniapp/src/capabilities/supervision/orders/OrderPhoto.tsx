import { useText } from '@/i18n'
import { orderTexts } from '@/i18n/supervision'
import { useRemote } from '@/platform/remote'
import type { SupervisionApi } from '../api'

interface OrderPhotoProps { readonly api: SupervisionApi; readonly ratingId: string; readonly photoId: string; readonly place: number }

/** A photo of the rating, fetched with the token: it has no address of its own that somebody could pass on. */
export const OrderPhoto = ({ api, ratingId, photoId, place }: OrderPhotoProps) => {
  const t = useText(orderTexts)
  const { data, failure, reload } = useRemote(`photo ${ratingId} ${photoId}`, () => api.photo(ratingId, photoId))
  if (data) return <img className='sup-photo' src={`data:image/jpeg;base64,${data.base64}`} alt={t('photo', { n: place })} />
  return failure ? <button type='button' className='console-small' title={failure.message} onClick={reload}>{t('noPhoto')}</button> : <span className='yc-spinner' role='status' aria-label={t('photo', { n: place })} />
}
