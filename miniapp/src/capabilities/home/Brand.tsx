import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { homeTexts } from '@/i18n/home'
import { meaning, pressable } from '@/ui'

export interface BrandProps {
  readonly large: boolean
  readonly onLarge: (large: boolean) => void
  readonly onLanguage: () => void
}

/** The name, and beside it what some need before anything else: larger type, another language. */
export const Brand = ({ large, onLarge, onLanguage }: BrandProps) => {
  const t = useText(homeTexts)
  return (
    <View className='home-brand'>
      <View className='home-brand-name'>
        <View className='home-title' {...meaning({ role: 'heading', level: 1 })} {...(TARGET === 'h5' && { tabIndex: -1 })}>{t('brand')}</View>
        <Text className='home-motto'>{t('motto')}</Text>
      </View>
      <View className='home-switches'>
        <View className='home-switch yc-pressable' {...meaning({ role: 'button' })} {...pressable(onLanguage)}>{t('otherLanguage')}</View>
        <View
          className='home-switch home-large yc-pressable'
          {...meaning({ role: 'switch', checked: large, label: t(large ? 'largeOffLabel' : 'largeLabel') })} {...pressable(() => onLarge(!large))}
        >
          {t(large ? 'largeOff' : 'largeOn')}
        </View>
      </View>
    </View>
  )
}
