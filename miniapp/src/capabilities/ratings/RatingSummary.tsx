import { Text, View } from '@tarojs/components'
import { isBadRating, ratingTags, type RatingTagCode } from '@shared/ratingTags'
import { useLanguage } from '@/i18n'
import { Card, Icon, Tag } from '@/ui'
import { faceOf, levelName } from './levels'

const isTag = (code: string): code is RatingTagCode => code in ratingTags

interface RatingSummaryProps {
  readonly said: { readonly level: number; readonly tags: readonly string[]; readonly text: string }
  /** Small print under it: when it was said, whether anonymously. */
  readonly notes: readonly string[]
}

/** What was said: the level with its face, tags, words. */
export const RatingSummary = ({ said, notes }: RatingSummaryProps) => {
  const language = useLanguage()
  const tone = isBadRating(said.level) ? 'attention' : 'done'
  return (
    <Card>
      <View className='yc-rate-level'><Icon name={faceOf(said.level)} /><Text>{levelName(said.level, language)}</Text></View>
      {said.tags.length > 0 && (
        <View className='yc-rate-tags'>{said.tags.filter(isTag).map((code) => <Tag key={code} tone={tone}>{ratingTags[code][language]}</Tag>)}</View>
      )}
      {said.text && <Text className='yc-rate-text' userSelect>{said.text}</Text>}
      {notes.map((note) => <Text key={note} className='yc-rate-small'>{note}</Text>)}
    </Card>
  )
}
