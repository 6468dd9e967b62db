import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { photoTexts } from '@/i18n/ratings'
import { Button, Icon, meaning, Notice, Picture, Section, useSpoken } from '@/ui'
import { MAX_PHOTOS, type FormPhoto, type RatingForm } from './ratingForm'
import { RatingPhoto } from './RatingPhoto'
import { usePhotos } from './usePhotos'

interface OnePhotoProps { readonly photo: FormPhoto; readonly place: number; readonly ratingId: string | null; readonly onAgain: () => void; readonly onRemove: () => void }

const OnePhoto = ({ photo, place, ratingId, onAgain, onRemove }: OnePhotoProps) => {
  const t = useText(photoTexts)
  const spoken = useSpoken()
  const name = t('one', { n: place })
  const state = photo.why !== null ? t('failed') : photo.photoId === null ? t('coming') : null
  return (
    <View className='rate-photo' {...meaning({ role: 'group', label: spoken(name, state) })}>
      {photo.shown !== null && <Picture className='rate-photo-image' label={name} src={photo.shown} />}
      {photo.shown === null && photo.photoId !== null && ratingId !== null && <RatingPhoto ratingId={ratingId} photoId={photo.photoId} place={place} />}
      {photo.shown === null && ratingId === null && <View className='rate-photo-image is-unseen'><Icon name='camera' /></View>}
      <View className='rate-photo-side'>
        <Text className='rate-photo-name'>{spoken(name, state)}</Text>
        {photo.why !== null && <Text className='yc-rate-small'>{photo.why}</Text>}
        <View className='rate-photo-acts'>
          {photo.why !== null && photo.shown !== null && <Button kind='secondary' small icon='refresh' label={spoken(t('again'), name)} onPress={onAgain}>{t('again')}</Button>}
          <Button kind='quiet' small label={spoken(t('remove'), name)} onPress={onRemove}>{t('remove')}</Button>
        </View>
      </View>
    </View>
  )
}

interface PhotosPartProps {
  readonly form: RatingForm
  readonly onChange: (change: (form: RatingForm) => RatingForm) => void
  /** The rating whose photos these are already; null while it is being given. */
  readonly ratingId?: string | null
}

/** Up to three photos, brought while the rest is filled in. */
export const PhotosPart = ({ form, onChange, ratingId = null }: PhotosPartProps) => {
  const t = useText(photoTexts)
  const { fault, choose, again, remove } = usePhotos(form, onChange)
  return (
    <Section title={t('title')} note={t('how', { n: MAX_PHOTOS })}>
      {form.photos.map((photo, index) => (
        <OnePhoto key={photo.name} photo={photo} place={index + 1} ratingId={ratingId} onAgain={() => again(photo.name)} onRemove={() => remove(photo.name)} />
      ))}
      {fault && <View className='rate-gap'><Notice tone='attention'>{t(fault)}</Notice></View>}
      {form.photos.length < MAX_PHOTOS && <Button kind='secondary' icon='camera' onPress={choose}>{t('add')}</Button>}
    </Section>
  )
}
