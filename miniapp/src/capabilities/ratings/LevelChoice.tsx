import { Text, View } from '@tarojs/components'
import { ratingLevels } from '@shared/ratingTags'
import { useLanguage } from '@/i18n'
import { classes, Icon, meaning, pressable } from '@/ui'
import { faceOf } from './levels'

interface LevelChoiceProps { readonly label: string; readonly value: number | null; readonly onChange: (level: number) => void }

/** Five levels, each a large button of its own with a face, its name in large type, and a tick when chosen. */
export const LevelChoice = ({ label, value, onChange }: LevelChoiceProps) => {
  const language = useLanguage()
  return (
    <View className='rate-levels' {...meaning({ role: 'radiogroup', label })}>
      {ratingLevels.map((entry) => {
        const chosen = entry.level === value
        return (
          <View
            key={entry.level} className={classes('rate-level yc-pressable', chosen && 'is-chosen')}
            {...meaning({ role: 'radio', checked: chosen, label: entry[language] })} {...pressable(() => onChange(entry.level))}
          >
            <View className='rate-level-face'><Icon name={faceOf(entry.level)} /></View>
            <Text className='rate-level-name'>{entry[language]}</Text>
            {chosen && <Icon name='check' />}
          </View>
        )
      })}
    </View>
  )
}
