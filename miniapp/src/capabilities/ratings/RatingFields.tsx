import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { isBadRating, ratingLevels, ratingTags } from '@shared/ratingTags'
import { useLanguage, useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { Button, Chips, Choice, Section, TextArea } from '@/ui'
import { chooseLevel, hasMoreTags, MAX_TAGS, MAX_TEXT, shownTags, toggleTag, writeText, type RatingForm } from './ratingForm'

interface RatingFieldsProps { readonly form: RatingForm; readonly onChange: (form: RatingForm) => void }

/** Five levels; then the tags of the chosen one, and room for words. */
export const RatingFields = ({ form, onChange }: RatingFieldsProps) => {
  const t = useText(rateTexts)
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const bad = form.level !== null && isBadRating(form.level)
  // The tags of the middle are praise and blame.
  const tags = t(bad ? 'tagsBad' : form.level === 3 ? 'tagsMiddle' : 'tagsGood')
  return (
    <>
      <Section title={t('ask')}>
        <Choice
          label={t('level')} value={form.level} onChange={(level) => { setAll(false); onChange(chooseLevel(form, level)) }}
          options={ratingLevels.map((entry) => ({ value: entry.level, label: entry[language] }))}
        />
      </Section>
      {form.level !== null && (
        <>
          <Section title={tags} note={t(bad ? 'reasonNeeded' : 'optional')}>
            <Chips
              label={tags} chosen={form.tags} onToggle={(code) => onChange(toggleTag(form, code))}
              options={shownTags(form, all).map((code) => ({ value: code, label: ratingTags[code][language] }))}
            />
            {form.tags.length >= MAX_TAGS && <Text className='yc-rate-small'>{t('tooMany', { n: MAX_TAGS })}</Text>}
            {hasMoreTags(form, all) && <Button kind='quiet' onPress={() => setAll(true)}>{t('more')}</Button>}
          </Section>
          <Section>
            <View><TextArea label={t(bad ? 'textLabelBad' : 'textLabel')} placeholder={t('textHint')} maxLength={MAX_TEXT} value={form.text} onChange={(text) => onChange(writeText(form, text))} /></View>
          </Section>
        </>
      )}
    </>
  )
}
