import { Image, Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { photoTexts } from '@/i18n/ratings'
import { useRemote } from '@/platform'
import { Loading, meaning } from '@/ui'
import { readPhoto } from './api'

/** A photo of a rating of mine, fetched when it is looked at. */
export const RatingPhoto = ({ ratingId, photoId, place }: { ratingId: string; photoId: string; place: number }) => {
  const t = useText(photoTexts)
  const { data, failure } = useRemote(`photo/${ratingId}/${photoId}`, () => readPhoto(ratingId, photoId))
  if (data) return <View {...meaning({ role: 'img', label: t('one', { n: place }) })}><Image className='rate-photo-image' mode='aspectFill' src={`data:image/jpeg;base64,${data.base64}`} /></View>
  return failure ? <Text className='yc-rate-small'>{t('unseen')}</Text> : <View className='rate-photo-image'><Loading rows={1} /></View>
}
