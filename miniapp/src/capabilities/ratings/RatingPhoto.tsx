import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { photoTexts } from '@/i18n/ratings'
import { useRemote } from '@/platform'
import { Loading, Picture } from '@/ui'
import { readPhoto } from './api'

/** A photo of a rating of mine, fetched when it is looked at. */
export const RatingPhoto = ({ ratingId, photoId, place }: { ratingId: string; photoId: string; place: number }) => {
  const t = useText(photoTexts)
  const { data, failure } = useRemote(`photo/${ratingId}/${photoId}`, () => readPhoto(ratingId, photoId))
  if (data) return <Picture className='rate-photo-image' label={t('one', { n: place })} src={`data:image/jpeg;base64,${data.base64}`} />
  return failure ? <Text className='yc-rate-small'>{t('unseen')}</Text> : <View className='rate-photo-image'><Loading rows={1} /></View>
}
