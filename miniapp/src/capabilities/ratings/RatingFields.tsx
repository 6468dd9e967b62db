import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { isBadRating, ratingTags } from '@shared/ratingTags'
import { useLanguage, useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { Button, Chips, List, Section, SwitchRow, TextArea } from '@/ui'
import { LevelChoice } from './LevelChoice'
import { PhotosPart } from './PhotosPart'
import { chooseLevel, hasMoreTags, MAX_TAGS, MAX_TEXT, shownTags, toggleTag, writeText, type RatingForm } from './ratingForm'

interface RatingFieldsProps {
  readonly form: RatingForm
  readonly onChange: (change: (form: RatingForm) => RatingForm) => void
  /** What is asked. */
  readonly ask: string
  /** A receipt's rating has none: they belong to somebody who is signed in. */
  readonly photos: boolean
  readonly ratingId?: string | null
}

/** Five levels; then the tags of the chosen one, room for words and photos, and who may know who said it. */
export const RatingFields = ({ form, onChange, ask, photos, ratingId }: RatingFieldsProps) => {
  const t = useText(rateTexts)
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const bad = form.level !== null && isBadRating(form.level)
  // The tags of the middle are praise and blame.
  const tags = t(bad ? 'tagsBad' : form.level === 3 ? 'tagsMiddle' : 'tagsGood')
  return (
    <>
      <Section title={ask}>
        <LevelChoice label={t('level')} value={form.level} onChange={(level) => { setAll(false); onChange((now) => chooseLevel(now, level)) }} />
      </Section>
      {form.level !== null && (
        <>
          <Section title={tags} note={t(bad ? 'reasonNeeded' : 'optional')}>
            <Chips
              label={tags} chosen={form.tags} onToggle={(code) => onChange((now) => toggleTag(now, code))}
              options={shownTags(form, all).map((code) => ({ value: code, label: ratingTags[code][language] }))}
            />
            {form.tags.length >= MAX_TAGS && <Text className='yc-rate-small'>{t('tooMany', { n: MAX_TAGS })}</Text>}
            {hasMoreTags(form, all) && <Button kind='quiet' onPress={() => setAll(true)}>{t('more')}</Button>}
          </Section>
          <Section>
            <View><TextArea label={t(bad ? 'textLabelBad' : 'textLabel')} placeholder={t('textHint')} maxLength={MAX_TEXT} value={form.text} onChange={(text) => onChange((now) => writeText(now, text))} /></View>
          </Section>
          {photos && <PhotosPart form={form} onChange={onChange} ratingId={ratingId} />}
          <Section>
            <View className='rate-anonymous'>
              <List>
                <SwitchRow
                  title={t('anonymous')} note={t(form.anonymous ? 'anonymousOn' : 'anonymousOff')} checked={form.anonymous}
                  onChange={(anonymous) => onChange((now) => ({ ...now, anonymous }))}
                />
              </List>
            </View>
          </Section>
        </>
      )}
    </>
  )
}
